#include <QtTest>

#include "ledger_fixture.h"

#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/rollup.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace tollgate;
using namespace tollgate::test;
namespace json = boost::json;

namespace {

using Matches = std::function<bool(const RequestRecord&)>;

RollupCell sumOf(const std::vector<RequestRecord>& records, const Matches& matches) {
    RollupCell cell;
    for (const RequestRecord& record : records) {
        if (matches(record))
            cell.add(record);
    }
    return cell;
}

double asDouble(const json::value& value) {
    return value.is_null() ? -1.0 : value.to_number<double>();
}

void compareRow(const json::object& row, const RollupCell& cell) {
    QCOMPARE(row.at("requests").as_int64(), cell.totals.requests);
    QCOMPARE(row.at("errors").as_int64(), cell.totals.errors);
    QCOMPARE(row.at("input_tokens").as_int64(), cell.totals.inputTokens);
    QCOMPARE(row.at("cache_read_tokens").as_int64(), cell.totals.cacheReadTokens);
    QCOMPARE(row.at("output_tokens").as_int64(), cell.totals.outputTokens);
    QCOMPARE(row.at("reasoning_tokens").as_int64(), cell.totals.reasoningTokens);
    QCOMPARE(row.at("unpriced_requests").as_int64(), cell.totals.unpriced);
    const bool priced = cell.totals.unpriced < cell.totals.requests || cell.totals.requests == 0;
    QCOMPARE(row.at("cost_usd").is_null(), !priced);
    if (priced)
        QCOMPARE(row.at("cost_usd").to_number<double>(), cell.totals.cost.usd());
    const auto p95 = cell.latency.percentile(0.95);
    QCOMPARE(row.at("p95_ms").is_null(), !p95.has_value());
    if (p95)
        QCOMPARE(row.at("p95_ms").to_number<double>(), static_cast<double>(*p95) / 1000);
}

template <typename T>
T need(Answer<T> answer) {
    if (!answer)
        qFatal("%s", answer.error().message.c_str());
    return std::move(*answer);
}

Flag canaryFlag() {
    Flag flag;
    flag.key = "chat-canary";
    flag.alias = "chat-default";
    flag.stable = "openai/gpt-4o-mini";
    flag.canary = "openai/gpt-4o-mini-canary";
    flag.rolloutPercent = 15;
    flag.guardrails = Guardrails{50, 0.5, 3.0, 3.0};
    return flag;
}

} // namespace

class TestLedgerReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        RecordSource source;
        const auto ledger = m_home.start(&m_live);
        for (int i = 0; i < 3000; ++i) {
            // Half of it in the last two hours, the rest over forty days.
            const std::int64_t age = i % 2 ? source.below(2 * kMsPerHour) : source.below(40 * kMsPerDay);
            m_records.push_back(source.next(kNow - age));
            ledger->append(RequestRecord(m_records.back()));
        }
        QVERIFY(ledger->flush(60'000));
        m_reader = std::make_unique<LedgerReader>(m_home.database(), m_home.clock, &m_live);
    }
    void cleanupTestCase() { m_reader.reset(); }

    void usageEqualsTheRecords_data() {
        QTest::addColumn<QString>("groupBy");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<qint64>("fromAge");
        QTest::addColumn<qint64>("toAge");
        const qint64 hour = kMsPerHour;
        QTest::newRow("everything") << ""
                                    << "" << qint64(-1) << qint64(-1);
        QTest::newRow("by day and user") << "day,user"
                                         << "" << qint64(-1) << qint64(-1);
        QTest::newRow("by hour") << "hour"
                                 << "" << 50 * hour << qint64(-1);
        QTest::newRow("by month") << "month"
                                  << "" << qint64(-1) << qint64(-1);
        QTest::newRow("ragged ends") << "provider"
                                     << "" << 75 * hour + 1234567 << 3 * hour + 7654321;
        QTest::newRow("ragged within one hour") << "status"
                                                << "" << qint64(1'700'000) << qint64(300'000);
        QTest::newRow("ragged, by hour") << "hour,provider"
                                         << "" << 30 * hour + 999 << qint64(777);
        QTest::newRow("filter by dimension") << "day"
                                             << "user:alice -provider:openai" << 400 * hour << qint64(-1);
        QTest::newRow("filter by row") << "model"
                                       << "latency:>500ms" << 100 * hour + 17 << qint64(5);
        QTest::newRow("filter by note") << "user"
                                        << "note:fallback" << qint64(-1) << qint64(-1);
        QTest::newRow("everything else") << "project,key,alias,flag,arm,prompt,prompt_version,status"
                                         << "" << qint64(-1) << qint64(-1);
    }

    void usageEqualsTheRecords() {
        QFETCH(QString, groupBy);
        QFETCH(QString, filter);
        QFETCH(qint64, fromAge);
        QFETCH(qint64, toAge);
        UsageQuery query;
        if (fromAge >= 0)
            query.fromMs = kNow - fromAge;
        if (toAge >= 0)
            query.toMs = kNow - toAge;
        for (const QString& name : groupBy.split(u',', Qt::SkipEmptyParts))
            query.groupBy.push_back(name.toStdString());
        query.filter = filter.toStdString();
        const json::object answer = need(m_reader->usage(query));

        const std::map<std::string, std::string (*)(const RequestRecord&)> fields{
            {"hour",
             [](const RequestRecord& r) { return toRfc3339(floorDiv(r.atMs, kMsPerHour) * kMsPerHour); }},
            {"day", [](const RequestRecord& r) { return utcDay(r.atMs); }},
            {"month", [](const RequestRecord& r) { return utcDay(r.atMs).substr(0, 7); }},
            {"user", [](const RequestRecord& r) { return r.user; }},
            {"project", [](const RequestRecord& r) { return r.project; }},
            {"key", [](const RequestRecord& r) { return r.keyId; }},
            {"provider", [](const RequestRecord& r) { return r.provider; }},
            {"model", [](const RequestRecord& r) { return r.model; }},
            {"alias", [](const RequestRecord& r) { return r.alias; }},
            {"flag", [](const RequestRecord& r) { return r.flag; }},
            {"arm", [](const RequestRecord& r) { return r.arm; }},
            {"prompt", [](const RequestRecord& r) { return r.prompt; }},
            {"prompt_version", [](const RequestRecord& r) { return r.promptVersion; }},
            {"status", [](const RequestRecord& r) { return std::to_string(r.status); }},
        };
        std::map<std::vector<std::string>, RollupCell> expected;
        for (const RequestRecord& record : m_records) {
            if ((query.fromMs && record.atMs < *query.fromMs) || (query.toMs && record.atMs >= *query.toMs))
                continue;
            if (filter.contains(u"user:alice"_qs) && (record.user != "alice" || record.provider == "openai"))
                continue;
            if (filter.contains(u"latency"_qs) && record.latencyUs <= 500'000)
                continue;
            if (filter.contains(u"note"_qs) && record.note != "fallback")
                continue;
            std::vector<std::string> key;
            for (const std::string& name : query.groupBy)
                key.push_back(fields.at(name)(record));
            expected[key].add(record);
        }
        const json::array& rows = answer.at("data").as_array();
        QCOMPARE(rows.size(), expected.size());
        auto wanted = expected.begin();
        for (const json::value& row : rows) {
            for (std::size_t at = 0; at < query.groupBy.size(); ++at) {
                const json::value& value = row.at(query.groupBy[at]);
                const std::string text = value.is_null()     ? std::string()
                                         : value.is_string() ? std::string(value.as_string())
                                                             : std::to_string(value.as_int64());
                QCOMPARE(text, wanted->first[at]);
            }
            compareRow(row.as_object(), wanted->second);
            ++wanted;
        }
    }

    void usageNamesWhatItDoesNotKnow() {
        const auto wrongGroup = m_reader->usage({{}, {}, {"colour"}, ""});
        QVERIFY(!wrongGroup);
        QCOMPARE(wrongGroup.error().param, std::string("group_by"));
        const auto wrongFilter = m_reader->usage({{}, {}, {}, "user:alice latency:>fast"});
        QVERIFY(!wrongFilter);
        QCOMPARE(wrongFilter.error().param, std::string("filter"));
        QVERIFY(wrongFilter.error().message.find("position 12") != std::string::npos);
    }

    void spendingIsExactOverAnySpan() {
        std::vector<SpendSpan> spans;
        std::vector<Matches> matches;
        for (const std::int64_t from :
             {kNow - 40 * kMsPerDay, kNow - 3 * kMsPerDay - 12345, kNow - 1'234'567}) {
            for (const std::int64_t to : {kNow + 1, kNow - 654'321}) {
                const auto add = [&](BudgetScope scope, const char* subject, const Matches& match) {
                    spans.push_back({scope, subject, from, to});
                    matches.push_back(match);
                };
                add(BudgetScope::Global, "", [](const RequestRecord&) { return true; });
                add(BudgetScope::User, "alice", [](const RequestRecord& r) { return r.user == "alice"; });
                add(BudgetScope::Project, "support",
                    [](const RequestRecord& r) { return r.project == "support"; });
                add(BudgetScope::Key, "key_ci", [](const RequestRecord& r) { return r.keyId == "key_ci"; });
                add(BudgetScope::Provider, "anthropic",
                    [](const RequestRecord& r) { return r.provider == "anthropic"; });
            }
        }
        const std::vector<Spend> spends = need(m_reader->spend(spans));
        QCOMPARE(spends.size(), spans.size());
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const RollupCell cell = sumOf(m_records, [&](const RequestRecord& r) {
                return r.atMs >= spans[i].fromMs && r.atMs < spans[i].toMs && matches[i](r);
            });
            QCOMPARE(spends[i].cost.nanodollars, cell.totals.cost.nanodollars);
            QCOMPARE(spends[i].unpriced, cell.totals.unpriced);
        }
    }

    void requestsThatAreThereAreKnownByTheirId() {
        std::vector<std::string> asked{"01ARZ3NDEKTSV4RRFFQ69G5FAV"};
        for (std::size_t i = 0; i < 700; ++i)
            asked.push_back(m_records[i].id);
        std::vector<std::string> present = need(m_reader->present(asked));
        std::ranges::sort(present);
        std::vector<std::string> wanted(asked.begin() + 1, asked.end());
        std::ranges::sort(wanted);
        QCOMPARE(present, wanted);
        QVERIFY(need(m_reader->present({})).empty());
    }

    void pagesHaveNoGapsAndNoDuplicatesWhileRowsArrive() {
        LedgerHome home;
        RecordSource source;
        const auto ledger = home.start();
        std::set<std::string> wanted;
        for (int i = 0; i < 1000; ++i) {
            // Many share a millisecond.
            RequestRecord record = source.next(kNow - source.below(200));
            if (record.user != "bob")
                wanted.insert(record.id);
            ledger->append(std::move(record));
        }
        QVERIFY(ledger->flush());
        LedgerReader reader(home.database(), home.clock, nullptr);
        std::set<std::string> seen;
        std::pair<std::int64_t, std::string> last{std::numeric_limits<std::int64_t>::max(), ""};
        RequestsQuery query{"-user:bob", 37, ""};
        for (;;) {
            const json::object page = need(reader.requests(query));
            for (const json::value& row : page.at("data").as_array()) {
                const std::pair<std::int64_t, std::string> key{row.at("at_ms").as_int64(),
                                                               std::string(row.at("id").as_string())};
                QVERIFY(key < last);
                last = key;
                QVERIFY(seen.insert(key.second).second);
            }
            if (page.at("next_cursor").is_null())
                break;
            query.cursor = std::string(page.at("next_cursor").as_string());
            for (int i = 0; i < 5; ++i) // new ones come in at the top meanwhile
                ledger->append(source.next(kNow + 1000));
            QVERIFY(ledger->flush());
        }
        QCOMPARE(seen, wanted);
    }

    void everyFilterPlanFindsTheSameRows() {
        // Few matches are fetched by dimension, many by walking back in time.
        const auto count = [&](const std::string& filter) {
            std::int64_t rows = 0;
            RequestsQuery query{filter, 1000, ""};
            for (;;) {
                const json::object page = need(m_reader->requests(query));
                rows += static_cast<std::int64_t>(page.at("data").as_array().size());
                if (page.at("next_cursor").is_null())
                    return rows;
                query.cursor = std::string(page.at("next_cursor").as_string());
            }
        };
        QCOMPARE(count(""), 3000);
        QCOMPARE(count("user:alice") + count("-user:alice"), 3000);
        QCOMPARE(count("status:429"),
                 sumOf(m_records, [](const RequestRecord& r) { return r.status == 429; }).totals.requests);
        QCOMPARE(count("status:200 latency:>900ms"), sumOf(m_records, [](const RequestRecord& r) {
                                                         return r.status == 200 && r.latencyUs > 900'000;
                                                     }).totals.requests);
    }

    void badPagesAreRefused() {
        QCOMPARE(m_reader->requests({"", 0, ""}).error().param, std::string("limit"));
        QCOMPARE(m_reader->requests({"", 1001, ""}).error().param, std::string("limit"));
        QCOMPARE(m_reader->requests({"", 10, "yesterday"}).error().param, std::string("cursor"));
        QCOMPARE(m_reader->requests({"nonsense:x", 10, ""}).error().param, std::string("filter"));
    }

    void oneRequestHasItsWholeStory() {
        const auto found = std::find_if(m_records.begin(), m_records.end(), [](const RequestRecord& r) {
            return r.attempts.size() == 2 && r.traceId != r.id && r.cost && r.streaming;
        });
        QVERIFY(found != m_records.end());
        for (const std::string& name : {found->id, found->traceId}) {
            const auto answer = need(m_reader->request(name));
            QVERIFY(answer.has_value());
            const json::object& detail = *answer;
            QCOMPARE(std::string(detail.at("id").as_string()), found->id);
            QCOMPARE(detail.at("attempt_count").as_int64(), 2);
            const json::array& attempts = detail.at("attempts").as_array();
            QCOMPARE(attempts.size(), std::size_t(2));
            QCOMPARE(std::string(attempts[0].at("outcome").as_string()), std::string("connect_failed"));
            QVERIFY(attempts[0].at("first_byte_ms").is_null());
            QCOMPARE(detail.at("decision").as_array().size(), std::size_t(1));
            double lines = 0;
            for (const json::value& line : detail.at("cost_lines").as_array())
                lines += line.at("cost_usd").to_number<double>();
            QVERIFY(std::abs(lines - found->cost->usd()) < 1e-8);
            QCOMPARE(detail.at("released_usd").to_number<double>(), (found->reserved - *found->cost).usd());
            std::vector<std::string> kinds;
            for (const json::value& step : detail.at("timeline").as_array())
                kinds.emplace_back(step.at("kind").as_string());
            const std::vector<std::string> expected{"gateway", "failed", "backoff", "first_token", "stream"};
            QCOMPARE(kinds, expected);
        }
        QVERIFY(!need(m_reader->request("01NOSUCHREQUEST")).has_value());
    }

    void outlookEqualsTheLedger_data() {
        QTest::addColumn<QString>("project");
        QTest::newRow("everything") << QString();
        QTest::newRow("one project") << QStringLiteral("support");
    }

    void outlookEqualsTheLedger() {
        QFETCH(QString, project);
        const json::object outlook = need(m_reader->outlook(project.toStdString()));
        QCOMPARE(outlook.at("month").as_string(), "2026-11");
        QCOMPARE(outlook.at("from").as_string(), "2026-11-01T00:00:00Z");
        QCOMPARE(outlook.at("to").as_string(), "2026-12-01T00:00:00Z");
        UsageQuery query;
        query.fromMs = fromRfc3339("2026-11-01");
        query.toMs = fromRfc3339("2026-12-01");
        if (!project.isEmpty())
            query.filter = "project:" + project.toStdString();
        const json::object usage = need(m_reader->usage(query)).at("data").as_array().front().as_object();
        QCOMPARE(asDouble(outlook.at("to_date_usd")), asDouble(usage.at("cost_usd")));
        QCOMPARE(outlook.at("unpriced_requests"), usage.at("unpriced_requests"));
        const json::array& days = outlook.at("forecast_days").as_array();
        QCOMPARE(days.size(), std::size_t{8}); // the 23rd to the 30th
        QCOMPARE(days.front().at("day").as_string(), "2026-11-23");
        double rest = 0;
        for (const json::value& day : days)
            rest += asDouble(day.at("cost_usd"));
        QVERIFY(asDouble(outlook.at("forecast_usd")) > asDouble(outlook.at("to_date_usd")) + rest);
        QVERIFY(outlook.at("anomalies").is_array());
    }

    void overviewEqualsTheLedger_data() {
        QTest::addColumn<QString>("window");
        QTest::addColumn<QString>("project");
        QTest::addColumn<bool>("live");
        for (const char* window : {"15m", "1h", "24h", "7d", "30d"}) {
            for (const char* project : {"", "support"}) {
                for (const bool live : {true, false})
                    QTest::addRow("%s %s %s", window, project, live ? "live" : "database")
                        << QString::fromLatin1(window) << QString::fromLatin1(project) << live;
            }
        }
    }

    void overviewEqualsTheLedger() {
        QFETCH(QString, window);
        QFETCH(QString, project);
        QFETCH(bool, live);
        LedgerReader reader(m_home.database(), m_home.clock, live ? &m_live : nullptr);
        OverviewQuery query;
        query.window = window.toStdString();
        query.project = project.toStdString();
        const json::object overview = need(reader.overview(query));
        UsageQuery usageQuery;
        usageQuery.fromMs = fromRfc3339(std::string(overview.at("from").as_string()));
        if (!project.isEmpty())
            usageQuery.filter = "project:" + query.project;
        const json::object usageAnswer = need(m_reader->usage(usageQuery));
        const json::object& usage = usageAnswer.at("data").as_array().front().as_object();
        const RollupCell cell = sumOf(m_records, [&](const RequestRecord& r) {
            return r.atMs >= *usageQuery.fromMs && (project.isEmpty() || r.project == query.project);
        });
        compareRow(usage, cell);
        QCOMPARE(overview.at("requests").at("total"), usage.at("requests"));
        QCOMPARE(overview.at("errors").at("count"), usage.at("errors"));
        QCOMPARE(overview.at("errors").at("saved_by_fallback"), usage.at("saved_by_fallback"));
        QCOMPARE(overview.at("latency").at("p95_ms"), usage.at("p95_ms"));
        QCOMPARE(overview.at("tokens").at("total").as_int64(), cell.totals.tokens());
        QCOMPARE(asDouble(overview.at("overhead").at("p95_us")),
                 static_cast<double>(*cell.overhead.percentile(0.95)));
        std::int64_t spark = 0;
        for (const json::value& value : overview.at("requests").at("spark").as_array())
            spark += value.is_null() ? 0 : value.as_int64();
        QCOMPARE(spark, cell.totals.requests);
        double spend = 0;
        for (const json::value& value : overview.at("spend_today").at("spark").as_array())
            spend += value.is_null() ? 0 : value.to_number<double>();
        QVERIFY(std::abs(spend - cell.totals.cost.usd()) < 1e-9);
        const auto length =
            static_cast<std::size_t>(overview.at("latency_series").at("times").as_array().size());
        QVERIFY(length >= 24 && length <= 60);

        const std::int64_t hours = std::max<std::int64_t>((kNow - *usageQuery.fromMs) / kMsPerHour, 1);
        const bool bySeconds = live && (window == u"15m" || window == u"1h");
        const std::int64_t span = !bySeconds         ? hours * kMsPerHour
                                  : window == u"15m" ? kMsPerHour / 4
                                                     : kMsPerHour;
        const RollupCell before = sumOf(m_records, [&](const RequestRecord& r) {
            return r.atMs < *usageQuery.fromMs && r.atMs >= *usageQuery.fromMs - span &&
                   (project.isEmpty() || r.project == query.project);
        });
        const double seconds = static_cast<double>(span) / 1000;
        QCOMPARE(asDouble(overview.at("requests").at("previous_per_second")),
                 static_cast<double>(before.totals.requests) / seconds);
        QCOMPARE(asDouble(overview.at("tokens").at("previous_per_hour")),
                 static_cast<double>(before.totals.tokens()) / (seconds / 3600));
        QCOMPARE(asDouble(overview.at("errors").at("previous_rate")),
                 before.totals.requests == 0 ? 0.0
                                             : static_cast<double>(before.totals.errors) /
                                                   static_cast<double>(before.totals.requests));

        UsageQuery today{floorDiv(kNow, kMsPerDay) * kMsPerDay, {}, {}, usageQuery.filter};
        const json::object todayAnswer = need(m_reader->usage(today));
        QCOMPARE(overview.at("spend_today").at("cost_usd"),
                 todayAnswer.at("data").as_array().front().at("cost_usd"));
    }

    void costPerDayAddsUpToTheDays() {
        for (const char* by : {"provider", "project", "user", "model"}) {
            OverviewQuery query;
            query.by = by;
            query.budget = BudgetView{"bud_1", "global · day", Money::fromUsd(26), Money::fromUsd(19.72)};
            const json::object overview = need(m_reader->overview(query));
            const json::object& cost = overview.at("cost_by_day").as_object();
            const json::array& days = cost.at("days").as_array();
            QCOMPARE(days.size(), std::size_t(14));
            QCOMPARE(std::string(days.back().as_string()), utcDay(kNow));
            for (std::size_t at = 0; at < days.size(); ++at) {
                double sum = 0;
                for (const json::value& series : cost.at("series").as_array())
                    sum += series.at("cost_usd").as_array()[at].to_number<double>();
                const RollupCell cell = sumOf(m_records, [&](const RequestRecord& r) {
                    return utcDay(r.atMs) == std::string(days[at].as_string());
                });
                QVERIFY(std::abs(sum - cell.totals.cost.usd()) < 1e-8);
            }
            QCOMPARE(cost.at("forecast_usd").as_array().size(), std::size_t(3));
            QCOMPARE(cost.at("budget_usd").to_number<double>(), 26.0);
            QCOMPARE(overview.at("spend_today").at("used_ratio").to_number<double>(), 19.72 / 26);
        }
        OverviewQuery query;
        query.by = "weather";
        QCOMPARE(m_reader->overview(query).error().param, std::string("by"));
        query = {};
        query.window = "1y";
        QCOMPARE(m_reader->overview(query).error().param, std::string("window"));
    }

    void usersOfTodayAddUpToToday() {
        const json::object overview = need(m_reader->overview({}));
        double sum = overview.at("other_users").at("cost_usd").to_number<double>();
        double last = 1e9;
        for (const json::value& user : overview.at("users_today").as_array()) {
            QVERIFY(user.at("cost_usd").to_number<double>() <= last);
            last = user.at("cost_usd").to_number<double>();
            sum += last;
        }
        QVERIFY(std::abs(sum - overview.at("spend_today").at("cost_usd").to_number<double>()) < 1e-9);
    }

    void armsOfAFlagAreCompared() {
        const json::object report = need(m_reader->flagReport(canaryFlag(), "30d"));
        const json::array& arms = report.at("arms").as_array();
        QCOMPARE(arms.size(), std::size_t(2));
        const std::int64_t from = *fromRfc3339(std::string(report.at("from").as_string()));
        std::int64_t all = 0;
        for (const json::value& arm : arms) {
            const std::string name(arm.at("arm").as_string());
            const RollupCell cell =
                sumOf(m_records, [&](const RequestRecord& r) { return r.atMs >= from && r.arm == name; });
            QCOMPARE(arm.at("requests").as_int64(), cell.totals.requests);
            QCOMPARE(arm.at("cost_usd").to_number<double>(), cell.totals.cost.usd());
            all += cell.totals.requests;
        }
        QCOMPARE(report.at("requests").as_int64(), all);
        // Both arms were drawn from one distribution: nothing to see.
        for (const json::value& difference : report.at("differences").as_array()) {
            QVERIFY(difference.at("interval").is_array());
            QVERIFY2(!difference.at("significant").as_bool(), json::serialize(difference).c_str());
        }
        QCOMPARE(std::string(report.at("verdict").as_string()), std::string("healthy"));
        OverviewQuery query;
        query.canary = canaryFlag();
        query.window = "30d";
        const json::object overview = need(m_reader->overview(query));
        QCOMPARE(overview.at("canary").at("requests").as_int64(), all);
        QCOMPARE(overview.at("canary").at("rows").as_array().size(), std::size_t(3));
    }

    void aRestartLeavesNoHoleInTheLiveWindows() {
        LiveStats live(m_home.clock);
        const auto ledger = m_home.start(&live);
        const auto count = [&] {
            const std::int64_t from = floorDiv(kNow, 60'000) * 60'000 - 59 * 60'000;
            return live.buckets(from, kMsPerHour, 1).front().totals;
        };
        const std::int64_t from = floorDiv(kNow, 60'000) * 60'000 - 59 * 60'000;
        const Totals before = m_live.buckets(from, kMsPerHour, 1).front().totals;
        QTRY_COMPARE(count(), before);
        const auto providersOf = [](const LiveStats& stats) {
            std::map<std::string, std::pair<std::int64_t, std::int64_t>> providers;
            for (const ProviderLive& provider : stats.providers())
                providers[provider.name] = {provider.attempts, provider.failures};
            return providers;
        };
        QCOMPARE(providersOf(live), providersOf(m_live));
        QVERIFY(providersOf(live).at("vllm-gpu1").second > 0);
    }

private:
    LedgerHome m_home;
    LiveStats m_live{m_home.clock};
    std::vector<RequestRecord> m_records;
    std::unique_ptr<LedgerReader> m_reader;
};

QTEST_GUILESS_MAIN(TestLedgerReader)
#include "tst_ledger_reader.moc"
