#pragma once
// Lists in a thread of their own, so that the queue waits for none of them.

#include "gateway/jobs/job_lists.h"

#include <QThread>

#include <functional>
#include <memory>
#include <string>

namespace tollgate {

class JobReader {
public:
    using Answered = std::function<void(JobAnswer)>;

    /// The clock must outlive it; the file is there, as JobDatabase::open() leaves it.
    JobReader(const std::string& path, const Clock& clock);
    ~JobReader(); ///< answers what was asked before
    JobReader(const JobReader&) = delete;
    JobReader& operator=(const JobReader&) = delete;

    /// Any thread. `answered` is called in the reader's.
    void ask(JobQuestion question, JobView view, Answered answered);
    /// Anything else that takes its time; the same.
    void run(std::function<void()> work);

private:
    class Desk;

    QThread m_thread;
    Desk* m_desk = nullptr; ///< lives in the thread
};

} // namespace tollgate
