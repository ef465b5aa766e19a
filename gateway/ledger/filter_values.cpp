// What a value may look like, kind by kind.
#include "gateway/ledger/filter_fields.h"
#include "gateway/ledger/rollup.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/money.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tollgate {

namespace {

using F = FilterField;
using K = FilterKind;

constexpr std::array kFields{
    FilterFieldInfo{F::User, "user", K::Text, true, "d.user", "user", "user:alice"},
    FilterFieldInfo{F::Project, "project", K::Text, true, "d.project", "project", "project:checkout"},
    FilterFieldInfo{F::Key, "key", K::Text, true, "d.key_id", "key", "key:ci"},
    FilterFieldInfo{F::Provider, "provider", K::Text, true, "d.provider", "provider", "provider:openai"},
    FilterFieldInfo{F::Model, "model", K::Text, true, "d.model", "model", "model:gpt-4o*"},
    FilterFieldInfo{F::Alias, "alias", K::Text, true, "d.alias", "alias", "alias:chat-default"},
    FilterFieldInfo{F::Flag, "flag", K::Text, true, "d.flag", "flag", "flag:chat-canary"},
    FilterFieldInfo{F::Arm, "arm", K::Text, true, "d.arm", "arm", "arm:canary"},
    FilterFieldInfo{F::Prompt, "prompt", K::Text, true, "d.prompt", "prompt", "prompt:assistant"},
    FilterFieldInfo{F::PromptVersion, "prompt_version", K::Text, true, "d.prompt_version", "prompt version",
                    "prompt_version:v2"},
    FilterFieldInfo{F::Status, "status", K::Status, true, "d.status", "status", "status:>=400 or status:5xx"},
    FilterFieldInfo{F::Outcome, "outcome", K::Outcome, false, "s.outcome", "outcome", "outcome:failed"},
    FilterFieldInfo{F::Latency, "latency", K::Duration, false, "r.latency_us", "latency", "latency:>1s"},
    FilterFieldInfo{F::Ttft, "ttft", K::Duration, false, "r.ttft_us", "time to first token", "ttft:>500ms"},
    FilterFieldInfo{F::Cost, "cost", K::Money, false, "r.cost", "cost", "cost:>0.01 or cost:unknown"},
    FilterFieldInfo{F::Tokens, "tokens", K::Count, false, "", "tokens", "tokens:>10k"},
    FilterFieldInfo{F::Note, "note", K::Word, false, "s.note", "note", "note:fallback"},
    FilterFieldInfo{F::Trace, "trace", K::Text, false, "", "trace", "trace:01JD8Y*"},
    FilterFieldInfo{F::Route, "route", K::Text, false, "s.route", "route", "route:/v1/messages"},
    FilterFieldInfo{F::Stream, "stream", K::Yes, false, "", "streaming", "stream:yes"},
    FilterFieldInfo{F::At, "at", K::Time, false, "r.at_ms", "time", "at:>-2h or at:2026-11-22"},
    FilterFieldInfo{F::Text, "", K::Text, false, "", "text", "timeout"},
};

constexpr std::string_view kOutcomes[] = {"ok", "error", "client_gone", "aborted", "rejected", "failed"};

using Parsed = tl::expected<FilterValue, std::string>;

Parsed wrong(const FilterFieldInfo& info, std::string_view what) {
    return tl::unexpected(std::string(info.name) + " takes " + std::string(what) + ", as in " +
                          std::string(info.example));
}

std::optional<double> decimal(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (failure != std::errc{} || stop != end || value < 0 || !std::isfinite(value) || value > 1e15)
        return std::nullopt;
    return value;
}

struct Unit {
    std::string_view suffix;
    double factor;
};

/// "1.5s" with the first unit that fits; the last unit is the empty one.
std::optional<std::int64_t> withUnit(std::string_view text, std::span<const Unit> units) {
    for (const Unit& unit : units) {
        if (!text.ends_with(unit.suffix))
            continue;
        const auto value = decimal(text.substr(0, text.size() - unit.suffix.size()));
        if (!value || *value * unit.factor > 9e18)
            return std::nullopt;
        return std::llround(*value * unit.factor);
    }
    return std::nullopt;
}

FilterOp takeOperator(std::string_view& text) {
    constexpr std::pair<std::string_view, FilterOp> kOperators[] = {
        {">=", FilterOp::GreaterEqual}, {"<=", FilterOp::LessEqual}, {">", FilterOp::Greater},
        {"<", FilterOp::Less},          {"=", FilterOp::Equal},
    };
    for (const auto& [sign, op] : kOperators) {
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            return op;
        }
    }
    return FilterOp::Equal;
}

Parsed single(FilterOp op, std::int64_t number, std::int64_t end, std::string_view shown) {
    FilterValue value;
    value.op = op;
    value.number = number;
    value.numberEnd = end;
    value.shown = std::string(shown);
    return value;
}

Parsed parseStatus(const FilterFieldInfo& info, FilterOp op, std::string_view text) {
    if (text.size() == 3 && text.substr(1) == "xx" && text[0] >= '1' && text[0] <= '5') {
        if (op != FilterOp::Equal)
            return tl::unexpected(std::string("a class like 4xx cannot be compared; write status:>=400"));
        const std::int64_t begin = (text[0] - '0') * 100;
        return single(op, begin, begin + 100, text);
    }
    const auto number = decimal(text);
    if (!number || *number != std::floor(*number) || *number > 999)
        return wrong(info, "an HTTP status");
    const auto status = static_cast<std::int64_t>(*number);
    return single(op, status, status, text);
}

Parsed parseDuration(const FilterFieldInfo& info, FilterOp op, std::string_view text) {
    static constexpr Unit kUnits[] = {{"us", 1}, {"µs", 1}, {"ms", 1e3}, {"s", 1e6}, {"m", 6e7}, {"", 1e3}};
    const auto us = withUnit(text, kUnits);
    return us ? single(op, *us, *us, text) : wrong(info, "a duration (us, ms, s or m; ms when bare)");
}

Parsed parseMoney(const FilterFieldInfo& info, FilterOp op, std::string_view text) {
    if (text == "unknown") {
        return op == FilterOp::Equal ? single(FilterOp::Unknown, 0, 0, text)
                                     : Parsed(tl::unexpected(std::string("unknown cannot be compared")));
    }
    const auto usd = decimal(text.starts_with('$') ? text.substr(1) : text);
    if (!usd || *usd > 1e9)
        return wrong(info, "an amount in USD, or unknown");
    const std::int64_t nanodollars = Money::fromUsd(*usd).nanodollars;
    return single(op, nanodollars, nanodollars, text);
}

Parsed parseCount(const FilterFieldInfo& info, FilterOp op, std::string_view text) {
    static constexpr Unit kUnits[] = {{"k", 1e3}, {"K", 1e3}, {"M", 1e6}, {"", 1}};
    const auto count = withUnit(text, kUnits);
    return count ? single(op, *count, *count, text) : wrong(info, "a number (k and M allowed)");
}

Parsed parseYes(const FilterFieldInfo& info, FilterOp op, std::string_view text) {
    if (op == FilterOp::Equal && (text == "yes" || text == "true"))
        return single(op, 1, 1, text);
    if (op == FilterOp::Equal && (text == "no" || text == "false"))
        return single(op, 0, 0, text);
    return wrong(info, "yes or no");
}

Parsed parseTime(const FilterFieldInfo& info, FilterOp op, std::string_view text, std::int64_t nowMs) {
    static constexpr Unit kUnits[] = {{"s", 1e3}, {"m", 6e4}, {"h", 36e5}, {"d", 864e5}};
    const std::int64_t today = floorDiv(nowMs, kMsPerDay) * kMsPerDay;
    if (text == "today")
        return single(op, today, today + kMsPerDay, text);
    if (text == "yesterday")
        return single(op, today - kMsPerDay, today, text);
    if (text.starts_with('-')) {
        const auto ago = withUnit(text.substr(1), kUnits);
        if (!ago)
            return wrong(info, "how long ago (s, m, h or d)");
        return single(op, nowMs - *ago, nowMs - *ago, text);
    }
    const auto instant = fromRfc3339(text);
    if (!instant)
        return wrong(info, "a time");
    const bool wholeDay = text.size() == 10;
    return single(op, *instant, wholeDay ? *instant + kMsPerDay : *instant, text);
}

Parsed parseText(const FilterFieldInfo& info, std::string_view text, bool quoted) {
    FilterValue value;
    value.shown = std::string(text);
    const auto star = quoted ? std::string_view::npos : text.find('*');
    if (info.field == FilterField::Text || star == std::string_view::npos) {
        value.text = std::string(text);
    } else if (star == text.size() - 1) {
        value.op = FilterOp::Prefix;
        value.text = std::string(text.substr(0, star));
    } else {
        return tl::unexpected(
            std::string("* stands only at the end, as in gpt-4*; put the value in quotes to mean "
                        "the character itself"));
    }
    if (info.kind == FilterKind::Outcome &&
        (value.op != FilterOp::Equal ||
         std::find(std::begin(kOutcomes), std::end(kOutcomes), text) == std::end(kOutcomes)))
        return wrong(info, "one of ok, error, client_gone, aborted, rejected, failed");
    return value;
}

} // namespace

std::span<const FilterFieldInfo> filterFields() {
    return kFields;
}

const FilterFieldInfo& filterField(FilterField field) {
    return *std::find_if(kFields.begin(), kFields.end(),
                         [field](const FilterFieldInfo& info) { return info.field == field; });
}

tl::expected<FilterValue, std::string> parseFilterValue(const FilterFieldInfo& info, std::string_view typed,
                                                        bool quoted, std::int64_t nowMs) {
    std::string_view text = typed;
    const bool isText =
        info.kind == FilterKind::Text || info.kind == FilterKind::Word || info.kind == FilterKind::Outcome;
    if (isText) {
        if (!quoted && info.field != FilterField::Text && takeOperator(text) != FilterOp::Equal)
            return tl::unexpected(std::string(info.name) + " is text and cannot be compared with < or >");
        return parseText(info, text, quoted);
    }
    const FilterOp op = takeOperator(text);
    switch (info.kind) {
    case FilterKind::Status:
        return parseStatus(info, op, text);
    case FilterKind::Duration:
        return parseDuration(info, op, text);
    case FilterKind::Money:
        return parseMoney(info, op, text);
    case FilterKind::Count:
        return parseCount(info, op, text);
    case FilterKind::Yes:
        return parseYes(info, op, text);
    default:
        return parseTime(info, op, text, nowMs);
    }
}

} // namespace tollgate
