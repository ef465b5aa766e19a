#pragma once
// What happens before a gateway is there: the database is checked, mended, brought up to date, the journal is
// read. Whoever waits can see it and have it stopped: then nothing is half done, and the next start begins
// again. Any thread.

#include "gateway/wire/work_progress.h"

#include <atomic>
#include <memory>

namespace tollgate {

enum class OpeningStage { None, Check, Repair, Migrate, Journal, Configuration };

struct Opening {
    std::atomic<OpeningStage> stage{OpeningStage::None};
    WorkPtr work = std::make_shared<WorkProgress>(); ///< of the stage: rows, or steps of the schema

    void enter(OpeningStage next) {
        work->done = 0;
        work->total = 0;
        stage = next;
    }
};

} // namespace tollgate
