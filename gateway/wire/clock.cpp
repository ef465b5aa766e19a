#include "gateway/wire/clock.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace tollgate {

namespace {

class SystemClock final : public Clock {
public:
    std::int64_t unixMs() const override {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
    std::int64_t monotonicNs() const override {
        using namespace std::chrono;
        return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
    }
};

struct Civil {
    int year;
    unsigned month;
    unsigned day;
};

Civil civilOf(std::int64_t unixMs) {
    using namespace std::chrono;
    const year_month_day date{floor<days>(sys_time<milliseconds>{milliseconds{unixMs}})};
    return {int{date.year()}, unsigned{date.month()}, unsigned{date.day()}};
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    const char* end = text.data() + at + count;
    const auto [stop, failure] = std::from_chars(text.data() + at, end, value);
    if (failure != std::errc{} || stop != end || text[at] == '-')
        return std::nullopt;
    return value;
}

/// Minutes east of UTC of "Z", "+02:00", "-0530"; nothing when malformed.
std::optional<int> offsetMinutes(std::string_view text) {
    if (text == "Z" || text == "z")
        return 0;
    if (text.size() < 5 || (text[0] != '+' && text[0] != '-'))
        return std::nullopt;
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, text[3] == ':' ? 4 : 3, 2);
    if (!hours || !minutes || text.size() != (text[3] == ':' ? 6U : 5U))
        return std::nullopt;
    if (*hours > 23 || *minutes > 59)
        return std::nullopt;
    const int total = *hours * 60 + *minutes;
    return text[0] == '-' ? -total : total;
}

} // namespace

const Clock& Clock::system() {
    static const SystemClock clock;
    return clock;
}

std::string toRfc3339(std::int64_t unixMs) {
    const Civil date = civilOf(unixMs);
    const std::int64_t inDay = ((unixMs % kMsPerDay) + kMsPerDay) % kMsPerDay;
    const int seconds = static_cast<int>(inDay / 1000);
    const int ms = static_cast<int>(inDay % 1000);
    std::array<char, 40> text{};
    int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", date.year,
                               date.month, date.day, seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (ms != 0)
        length +=
            std::snprintf(text.data() + length, text.size() - static_cast<std::size_t>(length), ".%03d", ms);
    return std::string(text.data(), static_cast<std::size_t>(length)) + "Z";
}

std::string utcDay(std::int64_t unixMs) {
    return toRfc3339(unixMs).substr(0, 10);
}

std::optional<std::int64_t> fromRfc3339(std::string_view text) {
    using namespace std::chrono;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                              std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok())
        return std::nullopt;
    std::int64_t ms = duration_cast<milliseconds>(sys_days{date}.time_since_epoch()).count();
    if (text.size() == 10)
        return ms;

    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    const bool separated = text[10] == 'T' || text[10] == 't' || text[10] == ' ';
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60 || !separated ||
        text[13] != ':' || text[16] != ':')
        return std::nullopt;
    ms += ((*hour * 60 + *minute) * 60 + *second) * 1000LL;

    std::size_t at = 19;
    if (at < text.size() && text[at] == '.') {
        std::int64_t scale = 100;
        if (!digits(text, at + 1, 1))
            return std::nullopt;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
            ms += (text[at] - '0') * scale;
    }
    const auto offset = offsetMinutes(text.substr(at));
    if (!offset)
        return std::nullopt;
    return ms - *offset * 60'000LL;
}

} // namespace tollgate
