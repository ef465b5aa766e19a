#include "gateway/ledger/journal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <system_error>
#include <thread>

namespace tollgate {

namespace {

constexpr std::string_view kSuffix = ".jsonl";

std::string errnoText(std::string_view what) {
    return std::string(what) + ": " + std::generic_category().message(errno);
}

/// Writes all of it or nothing: what a full disk cut short is taken back.
bool writeWhole(int fd, std::string_view bytes, std::int64_t offset, bool& torn) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            const int why = errno;
            torn = done > 0 && ::ftruncate(fd, offset) != 0;
            errno = why;
            return false;
        }
        done += static_cast<std::size_t>(count);
    }
    return true;
}

std::int64_t numberOfName(const std::string& name) {
    std::int64_t number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return number;
}

} // namespace

struct Journal::Segment {
    std::mutex mutex; ///< of everything below but name and path
    std::string name;
    std::string path;
    int fd = -1;
    std::int64_t createdMs = 0;
    std::int64_t written = 0;
    std::int64_t committed = 0;
    bool closed = false;
    std::vector<Range> spilled;

    ~Segment() {
        if (fd >= 0)
            ::close(fd);
    }
    bool done() const { return closed && spilled.empty() && committed >= written; }
};

Journal::Journal(std::string directory, std::int64_t segmentBytes, std::int64_t segmentMaxAgeMs,
                 const Clock& clock)
    : m_directory(std::move(directory))
    , m_segmentBytes(segmentBytes)
    , m_segmentMaxAgeMs(segmentMaxAgeMs)
    , m_clock(clock) {}

Journal::~Journal() = default;

tl::expected<void, std::string> Journal::open() {
    std::error_code failure;
    std::filesystem::create_directories(m_directory, failure);
    if (failure)
        return tl::unexpected("cannot make the journal directory " + m_directory + ": " + failure.message());
    ::chmod(m_directory.c_str(), S_IRWXU);
    m_drained.clear();
    m_leftovers = files();
    for (const std::string& name : m_leftovers)
        m_nextNumber = std::max(m_nextNumber, numberOfName(name) + 1);
    return {};
}

std::vector<std::string> Journal::files() const {
    std::vector<std::string> names;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(m_directory, failure)) {
        if (entry.path().extension() == kSuffix)
            names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names, {}, numberOfName);
    return names;
}

std::string Journal::pathOf(const std::string& segment) const {
    return m_directory + "/" + segment;
}

void Journal::drained(const std::string& segment) {
    {
        const std::scoped_lock lock(m_listMutex);
        if (std::ranges::any_of(m_segments, [&](const SegmentPtr& one) { return one->name == segment; }))
            return; // somebody still writes it
    }
    if (std::ranges::any_of(m_drained, [&](const Drained& one) { return one.name == segment; }))
        return;
    struct stat facts {};
    if (::stat(pathOf(segment).c_str(), &facts) == 0)
        m_drained.push_back({segment, facts.st_size, static_cast<std::int64_t>(facts.st_mtime) * 1000});
}

std::vector<std::string> Journal::trim(std::int64_t maxBytes, std::int64_t maxAgeMs) {
    std::ranges::sort(m_drained, {}, [](const Drained& one) { return numberOfName(one.name); });
    std::int64_t bytes = 0;
    for (const Drained& one : m_drained)
        bytes += one.bytes;
    const std::int64_t oldest = m_clock.unixMs() - maxAgeMs;
    std::vector<std::string> removed;
    std::erase_if(m_drained, [&](const Drained& one) {
        if (maxBytes > 0 && bytes <= maxBytes && one.lastMs >= oldest)
            return false;
        bytes -= one.bytes;
        ::unlink(pathOf(one.name).c_str());
        removed.push_back(one.name);
        return true;
    });
    return removed;
}

void Journal::avoidName(const std::string& segment) {
    const std::scoped_lock lock(m_listMutex);
    m_nextNumber = std::max(m_nextNumber, numberOfName(segment) + 1);
}

Journal::Lane& Journal::laneOfThisThread() {
    return m_lanes[std::hash<std::thread::id>{}(std::this_thread::get_id()) % kLanes];
}

tl::expected<Journal::SegmentPtr, std::string> Journal::openSegment() {
    auto segment = std::make_shared<Segment>();
    const std::scoped_lock lock(m_listMutex);
    char name[32];
    std::snprintf(name, sizeof name, "%06lld", static_cast<long long>(m_nextNumber));
    segment->name = std::string(name) + std::string(kSuffix);
    segment->path = pathOf(segment->name);
    segment->createdMs = m_clock.unixMs();
    segment->fd =
        ::open(segment->path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (segment->fd < 0)
        return tl::unexpected(errnoText("cannot open " + segment->path));
    ++m_nextNumber;
    m_segments.push_back(segment);
    return segment;
}

void Journal::closeSegment(const SegmentPtr& segment) {
    const std::scoped_lock lock(segment->mutex);
    segment->closed = true;
    if (segment->fd >= 0) {
        // What trim() goes by after a restart.
        const std::int64_t nowMs = m_clock.unixMs();
        const timespec now{static_cast<time_t>(nowMs / 1000), 0};
        const timespec times[] = {now, now};
        ::futimens(segment->fd, times);
        ::close(segment->fd);
    }
    segment->fd = -1;
}

void Journal::append(std::string_view line, const Then& then) {
    Lane& lane = laneOfThisThread();
    const std::scoped_lock laneLock(lane.mutex);
    if (lane.current) {
        const bool full = lane.current->written >= m_segmentBytes;
        const bool old = m_clock.unixMs() - lane.current->createdMs >= m_segmentMaxAgeMs;
        if (full || old || lane.current->closed) {
            closeSegment(lane.current);
            lane.current.reset();
        }
    }
    if (!lane.current) {
        auto opened = openSegment();
        if (!opened) {
            then({nullptr, {}, std::move(opened.error())});
            return;
        }
        lane.current = std::move(*opened);
    }
    const SegmentPtr segment = lane.current;
    const std::int64_t begin = segment->written;
    bool torn = false;
    if (!writeWhole(segment->fd, line, begin, torn)) {
        const std::string error = errnoText("cannot write " + segment->path);
        // Behind a torn line the next one would be lost as well; and what has met its end may be this file
        // only. An empty one is kept: on a full disk every record would leave another.
        if (torn || segment->written > 0) {
            closeSegment(segment);
            lane.current.reset();
        }
        then({nullptr, {}, error});
        return;
    }
    const Range range{begin, begin + static_cast<std::int64_t>(line.size())};
    {
        const std::scoped_lock lock(segment->mutex);
        segment->written = range.end;
    }
    if (then({segment, range, {}}))
        return;
    const std::scoped_lock lock(segment->mutex);
    if (!segment->spilled.empty() && segment->spilled.back().end == range.begin)
        segment->spilled.back().end = range.end;
    else
        segment->spilled.push_back(range);
}

void Journal::committed(const SegmentPtr& segment, std::int64_t end) {
    const std::scoped_lock lock(segment->mutex);
    segment->committed = std::max(segment->committed, end);
}

Journal::Position Journal::position(const SegmentPtr& segment, std::int64_t end) {
    const std::scoped_lock lock(segment->mutex);
    std::int64_t offset = end;
    for (const Range& range : segment->spilled)
        offset = std::min(offset, range.begin);
    return {segment->name, offset};
}

std::vector<Journal::Spilled> Journal::takeSpilled() {
    std::vector<Spilled> taken;
    const std::scoped_lock listLock(m_listMutex);
    for (const SegmentPtr& segment : m_segments) {
        const std::scoped_lock lock(segment->mutex);
        if (!segment->spilled.empty())
            taken.push_back({segment, std::exchange(segment->spilled, {})});
    }
    return taken;
}

void Journal::giveBackSpilled(Spilled spilled) {
    const std::scoped_lock lock(spilled.segment->mutex);
    auto& ranges = spilled.segment->spilled;
    ranges.insert(ranges.begin(), spilled.ranges.begin(), spilled.ranges.end());
}

void Journal::sweep(bool all) {
    const std::int64_t oldest = m_clock.unixMs() - m_segmentMaxAgeMs;
    for (Lane& lane : m_lanes) {
        const std::scoped_lock lock(lane.mutex);
        if (lane.current && (all || lane.current->createdMs <= oldest)) {
            closeSegment(lane.current);
            lane.current.reset();
        }
    }
    const std::scoped_lock listLock(m_listMutex);
    std::erase_if(m_segments, [&](const SegmentPtr& segment) {
        const std::scoped_lock lock(segment->mutex);
        if (!segment->done())
            return false;
        m_drained.push_back({segment->name, segment->written, m_clock.unixMs()});
        return true;
    });
}

std::string Journal::probe() const {
    const std::string path = m_directory + "/probe";
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return errnoText("cannot open " + path);
    // Enough that the last bytes of a disk do not pass for room.
    static const std::string kBytes(64 << 10, '\n');
    bool torn = false;
    std::string error;
    if (!writeWhole(fd, kBytes, 0, torn))
        error = errnoText("cannot write " + path);
    ::close(fd);
    ::unlink(path.c_str());
    return error;
}

std::string Journal::nameOf(const SegmentPtr& segment) {
    return segment->name;
}

bool Journal::readLines(const std::string& path, Range range,
                        const std::function<bool(std::string_view, std::int64_t)>& line) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    std::string buffer;
    std::int64_t bufferStart = range.begin;
    std::int64_t at = range.begin;
    bool sound = true;
    bool wanted = true;
    char chunk[1 << 16];
    while (wanted && at < range.end) {
        const auto want = static_cast<std::size_t>(std::min<std::int64_t>(sizeof chunk, range.end - at));
        const ssize_t count = ::pread(fd, chunk, want, at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            sound = count == 0;
            break;
        }
        at += count;
        buffer.append(chunk, static_cast<std::size_t>(count));
        std::size_t start = 0;
        for (std::size_t end = buffer.find('\n'); wanted && end != std::string::npos;
             end = buffer.find('\n', start)) {
            wanted = line(std::string_view(buffer).substr(start, end - start),
                          bufferStart + static_cast<std::int64_t>(end) + 1);
            start = end + 1;
        }
        buffer.erase(0, start);
        bufferStart += static_cast<std::int64_t>(start);
    }
    ::close(fd);
    return sound;
}

} // namespace tollgate
