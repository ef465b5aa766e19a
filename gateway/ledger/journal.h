#pragma once
// The append-only files that make a record safe before its answer leaves: DATA_DIR/journal/NNNNNN.jsonl, mode
// 0600, one JSON line per record, written with one write(2) and no fsync (a killed process loses nothing; a
// lost machine may lose the last second). Writers on different threads mostly write to different files, so
// they do not wait for each other. A file whose lines are all in the database is drained; it is kept for a
// while, so that a lost database can be filled again.

#include "gateway/wire/clock.h"

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

class Journal {
public:
    struct Range {
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };
    struct Segment;
    using SegmentPtr = std::shared_ptr<Segment>;

    /// A line that is in the file, or (no segment) why it is not.
    struct Written {
        SegmentPtr segment;
        Range range;
        std::string error;
    };
    /// Told while later lines of the same file still wait, so the order of calls is the order in the file.
    /// Returns whether memory keeps the record; a record that only the file has is given back by
    /// takeSpilled().
    using Then = std::function<bool(const Written&)>;

    struct Spilled {
        SegmentPtr segment;
        std::vector<Range> ranges;
    };
    /// Up to where the database holds what the file holds.
    struct Position {
        std::string segment;
        std::int64_t offset = 0;
    };

    Journal(std::string directory, std::int64_t segmentBytes, std::int64_t segmentMaxAgeMs,
            const Clock& clock);
    ~Journal();

    /// Makes the directory; new files are numbered after those found.
    tl::expected<void, std::string> open();
    /// Names of the files found by open(), oldest first.
    const std::vector<std::string>& leftovers() const { return m_leftovers; }
    std::string pathOf(const std::string& segment) const;
    /// Names of all files there are now, oldest first.
    std::vector<std::string> files() const;
    /// That file, which nobody writes any more, is in the database.
    void drained(const std::string& segment);
    /// Never gives that name to a new file: the database still remembers an offset in it.
    void avoidName(const std::string& segment);

    /// Any thread.
    void append(std::string_view line, const Then& then);

    // The rest: ledger thread.

    /// All lines of the file up to `end` that memory kept are in the database.
    void committed(const SegmentPtr& segment, std::int64_t end);
    /// Where a replay of the file has to begin once everything up to `end` that memory kept is in the
    /// database.
    static Position position(const SegmentPtr& segment, std::int64_t end);
    std::vector<Spilled> takeSpilled();
    void giveBackSpilled(Spilled spilled);
    /// Closes files that are old or (`all`) every file; those that are done with are drained then.
    void sweep(bool all);
    /// Deletes the oldest drained files until no more than `maxBytes` of them are left and none has been
    /// closed for longer than `maxAgeMs`; returns their names.
    std::vector<std::string> trim(std::int64_t maxBytes, std::int64_t maxAgeMs);

    /// Whether a file can be made here and filled; the error is for people, empty when all is well. Any
    /// thread.
    std::string probe() const;

    static std::string nameOf(const SegmentPtr& segment);
    /// Calls `line` for every complete line of that part of the file; false when it cannot be read.
    static bool readLines(const std::string& path, Range range,
                          const std::function<bool(std::string_view line, std::int64_t end)>& line);

private:
    static constexpr std::size_t kLanes = 8;
    struct Lane {
        std::mutex mutex;
        SegmentPtr current;
    };

    Lane& laneOfThisThread();
    tl::expected<SegmentPtr, std::string> openSegment();
    void closeSegment(const SegmentPtr& segment);

    const std::string m_directory;
    const std::int64_t m_segmentBytes;
    const std::int64_t m_segmentMaxAgeMs;
    const Clock& m_clock;
    std::vector<std::string> m_leftovers;
    std::array<Lane, kLanes> m_lanes;
    struct Drained {
        std::string name;
        std::int64_t bytes = 0;
        std::int64_t lastMs = 0; ///< when it was written last
    };
    std::vector<Drained> m_drained; ///< oldest first; ledger thread
    mutable std::mutex m_listMutex; ///< of the two below
    std::vector<SegmentPtr> m_segments;
    std::int64_t m_nextNumber = 1;
};

} // namespace tollgate
