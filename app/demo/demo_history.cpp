#include "app/demo/demo_history.h"

#include "app/demo/demo_requests.h"
#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/schema.h"
#include "gateway/store/database.h"
#include "gateway/wire/clock.h"

#include <QVariant>

#include <algorithm>
#include <array>

namespace tollgate {

using namespace demo;

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr double kWeekdayRequests = 1750;
constexpr double kWeekendRequests = 800;
constexpr double kTodayUsd = 19.72;      ///< of the daily budget's 26
constexpr std::int64_t kEarlyHours = 2;  ///< before that, a day cannot have cost so much
constexpr double kNightJobRequests = 28; ///< of nightly-eval, in each of its two hours

/// Share of a day's requests that begins in each hour, UTC.
constexpr std::array<double, 24> kDayShape{.012, .010, .008, .008, .010, .014, .024, .044,
                                           .066, .080, .084, .080, .068, .076, .084, .080,
                                           .070, .054, .040, .030, .022, .016, .012, .008};
/// Requests a second on top of it in the last hours, as live traffic then goes on; the current hour first.
constexpr std::array<double, 7> kRush{3.0, 2.75, 1.6, 0.7, 0.3, 0.15, 0.08};

enum Purpose : std::uint64_t { kHourDrafts = 1, kHourRush, kHourIds, kDayTarget, kDocuments };

bool isWeekend(std::int64_t day) {
    const std::int64_t weekday = floorDiv(day + 3, 7) * 7; // day 0 was a Thursday; weeks begin on Monday
    return day + 3 - weekday >= 5;
}

/// What a whole day comes to.
double dayTarget(std::int64_t day) {
    Random random = randomFor(kDayTarget, day);
    return isWeekend(day) ? 9.5 + 3.5 * uniform(random) : 14.5 + 6 * uniform(random);
}

/// How far a weekday's large requests are usually stretched.
constexpr double kUsualScale = 1.8;

bool earlier(const Draft& a, const Draft& b) {
    return a.atMs < b.atMs;
}

class HistoryWriter {
public:
    HistoryWriter(LedgerDatabase& database, std::int64_t fromMs, std::int64_t nowMs)
        : m_database(database)
        , m_maker(demoSnapshot())
        , m_fromMs(fromMs)
        , m_nowMs(nowMs) {}

    LedgerDatabase::Result<DemoHistoryResult> write() {
        if (auto begun = m_database.begin(); !begun)
            return tl::unexpected(begun.error());
        for (std::int64_t day = floorDiv(m_fromMs, kMsPerDay); day <= floorDiv(m_nowMs, kMsPerDay); ++day) {
            if (auto done = writeDay(day); !done) {
                m_database.rollback();
                return tl::unexpected(done.error());
            }
        }
        if (auto done = m_database.commit(); !done) {
            m_database.rollback();
            return tl::unexpected(done.error());
        }
        m_result.fromMs = m_fromMs;
        m_result.costUsd = m_cost.usd();
        return m_result;
    }

private:
    LedgerDatabase::Result<> writeDay(std::int64_t day) {
        std::vector<Draft> drafts;
        double covered = 0;
        for (std::int64_t hour = day * 24; hour < (day + 1) * 24; ++hour) {
            covered += kDayShape[static_cast<std::size_t>(hour - day * 24)] * coveredShare(hour);
            draftHour(hour, drafts);
            draftRush(hour, drafts);
        }
        std::stable_sort(drafts.begin(), drafts.end(), earlier);
        const bool today = day == floorDiv(m_nowMs, kMsPerDay);
        double target = dayTarget(day) * covered;
        if (today) {
            const double elapsed = static_cast<double>(m_nowMs - day * kMsPerDay);
            target = kTodayUsd * std::min(1.0, elapsed / (kEarlyHours * kMsPerHour)) - spentBefore(day);
        }
        if (today)
            addDocuments(day, target, drafts);
        const double scale = scaleFor(drafts, target, today);
        UlidSource ids(randomFor(kHourIds, day)());
        m_internSpent = {};
        for (const Draft& draft : drafts) {
            RequestRecord record = play(draft, scale, ids);
            const auto inserted = m_database.insert(record, detailJson(record));
            if (!inserted)
                return tl::unexpected(inserted.error());
            ++m_result.requests;
            m_cost += record.cost.value_or(Money{});
        }
        return {};
    }

    /// A Sunday, or an early morning, has too few large requests to cost what the story says: add some.
    void addDocuments(std::int64_t day, double target, std::vector<Draft>& drafts) const {
        Money likely;
        for (const Draft& draft : drafts)
            likely += m_maker.estimate(draft, kUsualScale);
        const std::int64_t begin = std::max(day * kMsPerDay, m_fromMs);
        Random random = randomFor(kDocuments, day);
        while (likely.usd() < target) {
            const Errand errand = chance(random, 0.8) ? Errand::Long : Errand::Summarise;
            add(drafts, 0, errand, drawPerson(random, errand), false, random);
            drafts.back().atMs =
                begin + static_cast<std::int64_t>(uniform(random) * static_cast<double>(m_nowMs - begin));
            likely += m_maker.estimate(drafts.back(), kUsualScale);
        }
        std::stable_sort(drafts.begin(), drafts.end(), earlier);
    }

    double spentBefore(std::int64_t day) { return m_database.spentOnDay(day).value_or(Money{}).usd(); }

    /// Part of the hour that lies in what is to be written.
    double coveredShare(std::int64_t hour) const {
        const std::int64_t begin = std::max(hour * kMsPerHour, m_fromMs);
        const std::int64_t end = std::min((hour + 1) * kMsPerHour, m_nowMs);
        return std::max(0.0, static_cast<double>(end - begin) / static_cast<double>(kMsPerHour));
    }

    void draftHour(std::int64_t hour, std::vector<Draft>& drafts) const {
        Random random = randomFor(kHourDrafts, hour);
        const std::int64_t day = floorDiv(hour, 24);
        const double perDay = isWeekend(day) ? kWeekendRequests : kWeekdayRequests;
        const auto ofDay = static_cast<std::size_t>(hour - day * 24);
        const std::int64_t count = poisson(random, perDay * kDayShape[ofDay]);
        for (std::int64_t i = 0; i < count; ++i) {
            const Errand errand = drawErrand(random);
            add(drafts, hour, errand, drawPerson(random, errand), false, random);
        }
        if (ofDay != 1 && ofDay != 2)
            return;
        const std::int64_t nightly = poisson(random, kNightJobRequests);
        for (std::int64_t i = 0; i < nightly; ++i)
            add(drafts, hour, Errand::Auto, people()[1], false, random);
    }

    /// Small requests, many of them, like the live traffic that follows.
    void draftRush(std::int64_t hour, std::vector<Draft>& drafts) const {
        // By whole hours before now, so that "this hour" and "the hour before" are full ones.
        const std::int64_t begin = hour * kMsPerHour;
        Random random = randomFor(kHourRush, hour);
        for (std::int64_t at = begin; at < begin + kMsPerHour; at += kMinuteMs) {
            const std::int64_t age = m_nowMs - at;
            const auto step = static_cast<std::size_t>(std::max<std::int64_t>(age, 0) / kMsPerHour);
            const double rate = age < 0 || step >= kRush.size() ? 0.0 : kRush[step];
            const std::int64_t count = poisson(random, rate * 60);
            for (std::int64_t i = 0; i < count; ++i) {
                const Errand errand = drawLightErrand(random);
                const Person& person = drawPerson(random, errand);
                add(drafts, hour, errand, person, true, random);
                drafts.back().atMs = at + static_cast<std::int64_t>(uniform(random) * kMinuteMs);
            }
        }
        std::erase_if(drafts,
                      [this](const Draft& draft) { return draft.atMs < m_fromMs || draft.atMs >= m_nowMs; });
    }

    static void add(std::vector<Draft>& drafts, std::int64_t hour, Errand errand, const Person& person,
                    bool light, Random& random) {
        Draft draft;
        draft.errand = errand;
        draft.person = &person;
        draft.atMs = hour * kMsPerHour + static_cast<std::int64_t>(uniform(random) * kMsPerHour);
        const ErrandInfo& info = light ? lightErrandInfo(errand) : errandInfo(errand);
        draft.inputTokens = logNormal(random, info.inputTokens, 0.55);
        draft.outputTokens =
            info.outputTokens > 0 ? std::max(1.0, logNormal(random, info.outputTokens, 0.5)) : 0;
        // The night job keeps its size, so that its habit is one.
        draft.scalable = info.heavy && !light && person.name != "nightly-eval";
        draft.seed = random();
        drafts.push_back(draft);
    }

    /// By how much to stretch the day's large requests so that it costs what it should.
    /// `exact`: by what will really be charged and not by an estimate of it.
    double scaleFor(const std::vector<Draft>& drafts, double target, bool exact) const {
        const auto costOf = [&](const Draft& draft, double scale) {
            return exact ? m_maker.make(draft, scale, weatherAt(draft.atMs), {}).cost.value_or(Money{})
                         : m_maker.estimate(draft, scale);
        };
        Money fixedCost;
        std::vector<const Draft*> scalable;
        for (const Draft& draft : drafts) {
            if (draft.scalable)
                scalable.push_back(&draft);
            else
                fixedCost += costOf(draft, 1);
        }
        const auto costAt = [&](double scale) {
            Money sum = fixedCost;
            for (const Draft* draft : scalable)
                sum += costOf(*draft, scale);
            return sum.usd();
        };
        double low = 0.02;
        double high = 12;
        for (int step = 0; step < 18; ++step) {
            const double middle = (low + high) / 2;
            (costAt(middle) < target ? low : high) = middle;
        }
        return (low + high) / 2;
    }

    Weather weatherAt(std::int64_t atMs) const {
        Weather weather;
        const std::int64_t outage = (floorDiv(m_nowMs, kMsPerDay) - 6) * kMsPerDay + 9 * kMsPerHour;
        if (atMs >= outage && atMs < outage + 3 * kMsPerHour)
            weather.anthropic = 0.93;
        const std::int64_t age = m_nowMs - atMs;
        if (age < 8 * kMinuteMs) {
            weather.vllm = 1;
            weather.vllmCircuitOpen = true;
        } else if (age < 55 * kMinuteMs) {
            weather.vllm = 0.75;
        }
        return weather;
    }

    RequestRecord play(const Draft& draft, double scale, UlidSource& ids) {
        const Weather weather = weatherAt(draft.atMs);
        RequestRecord record = m_maker.make(draft, scale, weather, ids.next(draft.atMs));
        const std::int64_t age = m_nowMs - draft.atMs;
        if (draft.person->name == "intern") {
            const Budget& budget = m_maker.world().budgets.find("bud_demo_intern")->second;
            if (m_internSpent >= budget.limit)
                refuse(record, 402, "budget_exceeded", "budget.block",
                       "The budget bud_demo_intern (user intern, day) is used up.");
            m_internSpent += record.cost.value_or(Money{});
        } else if (draft.person->name == "nightly-eval" && age < 55 * kMinuteMs && draft.seed % 40 == 0) {
            refuse(record, 429, "rate_limit_exceeded", "limit.requests",
                   "Rate limit reached: requests per minute of key ci.");
        } else if (draft.seed % 2500 == 0) {
            record.requestedModel = "gpt-4o-mni";
            record.alias.clear();
            refuse(record, 404, "model_not_found", "alias.unknown",
                   "The model \"gpt-4o-mni\" is neither an alias nor provider/model of a known provider.");
        }
        return record;
    }

    /// The gateway said no before anything was tried.
    static void refuse(RequestRecord& record, int status, const char* code, const char* step,
                       const char* why) {
        record.status = status;
        record.outcome = RequestOutcome::Rejected;
        record.errorCode = code;
        record.error = why;
        record.decision = {{step, why}};
        record.attempts.clear();
        record.costLines.clear();
        record.provider.clear();
        record.model.clear();
        record.flag.clear();
        record.arm.clear();
        record.note.clear();
        record.usage = {};
        record.cost = Money{};
        record.reserved = {};
        record.ttftUs = -1;
        record.latencyUs = record.overheadUs;
    }

    LedgerDatabase& m_database;
    const RequestMaker m_maker;
    const std::int64_t m_fromMs;
    const std::int64_t m_nowMs;
    DemoHistoryResult m_result;
    Money m_cost;
    Money m_internSpent;
};

tl::expected<void, std::string> prepare(const std::string& path, std::int64_t& lastMs) {
    auto database = openMigrated(path);
    if (!database)
        return tl::unexpected(database.error());
    auto last = (*database)->prepare(u"SELECT max(at_ms) FROM requests"_qs);
    if (!last)
        return tl::unexpected(last.error());
    if (auto done = Database::run(*last); !done)
        return done;
    if (last->next() && !last->value(0).isNull())
        lastMs = last->value(0).toLongLong();
    return {};
}

} // namespace

tl::expected<DemoHistoryResult, std::string> writeDemoHistory(const std::string& databasePath,
                                                              std::int64_t nowMs, int days) {
    const std::int64_t firstDay = floorDiv(nowMs, kMsPerDay) - days + 1;
    std::int64_t lastMs = -1;
    if (auto prepared = prepare(databasePath, lastMs); !prepared)
        return tl::unexpected(prepared.error());
    const std::int64_t fromMs = std::max(firstDay * kMsPerDay, lastMs + 1);
    if (fromMs >= nowMs)
        return DemoHistoryResult{};
    LedgerDatabase database(databasePath);
    if (auto opened = database.open(); !opened)
        return tl::unexpected(opened.error());
    return HistoryWriter(database, fromMs, nowMs).write();
}

} // namespace tollgate
