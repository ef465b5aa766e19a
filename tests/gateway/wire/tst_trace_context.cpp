// Which trace a request belongs to, and under which ids its spans stand.

#include "gateway/wire/trace_context.h"
#include "gateway/wire/trace_id.h"

#include <QTest>

#include <set>

using namespace tollgate;

namespace {

constexpr std::string_view kHeader = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

std::string traceOf(std::string_view traceId) {
    return std::string(traceContextOf({}, traceId, 1).traceId.view());
}

} // namespace

class TraceContextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHeaderIsTakenAsItStands();
    void malformedHeadersAreNone_data();
    void malformedHeadersAreNone();
    void theCallersDecisionToSampleHolds();
    void idsOf128BitsAreKept();
    void otherNamesAreHashedTheSameEveryTime();
    void aRatioOfTracesIsSampled();
    void spansHaveIdsOfTheirOwn();
    void theHeaderGoesOn();
};

void TraceContextTest::aHeaderIsTakenAsItStands() {
    const TraceContext context = traceContextOf(kHeader, "something-else", 0);
    QCOMPARE(std::string(context.traceId.view()), std::string("4bf92f3577b34da6a3ce929d0e0e4736"));
    QCOMPARE(std::string(context.parentId), std::string("00f067aa0ba902b7"));
    QVERIFY(context.sampled);
}

void TraceContextTest::malformedHeadersAreNone_data() {
    QTest::addColumn<std::string>("header");
    const auto row = [](const char* name, const char* header) { QTest::newRow(name) << std::string(header); };
    row("empty", "");
    row("upper case", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01");
    row("no trace", "00-00000000000000000000000000000000-00f067aa0ba902b7-01");
    row("no parent", "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01");
    row("version ff", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    row("too long for version 00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x");
    row("short", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0");
    row("flags that are no digits", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x");
}

void TraceContextTest::malformedHeadersAreNone() {
    QFETCH(std::string, header);
    QVERIFY(!parseTraceparent(header));
    QVERIFY(traceContextOf(header, "a", 1).parentId.empty());
}

void TraceContextTest::theCallersDecisionToSampleHolds() {
    const auto sampled = [](const char* flags) {
        return traceContextOf(std::string(kHeader.substr(0, 53)) + flags, "a", 1).sampled;
    };
    QVERIFY(sampled("01"));
    QVERIFY(sampled("03"));
    QVERIFY(!sampled("00"));
    QVERIFY(!sampled("02"));
    QVERIFY(traceContextOf("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-09-later", "a", 0).sampled);
}

void TraceContextTest::idsOf128BitsAreKept() {
    // Crockford's base 32 by hand: the largest ULID is all ones, the smallest but one is one.
    QCOMPARE(traceOf("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"), std::string(32, 'f'));
    QCOMPARE(traceOf("00000000000000000000000001"), std::string(31, '0') + "1");
    QCOMPARE(traceOf("0000000000000000000000000G"), std::string(30, '0') + "10");
    QCOMPARE(traceOf("4bf92f3577b34da6a3ce929d0e0e4736"), std::string("4bf92f3577b34da6a3ce929d0e0e4736"));
    QCOMPARE(traceOf("4BF92F35-77B3-4DA6-A3CE-929D0E0E4736"),
             std::string("4bf92f3577b34da6a3ce929d0e0e4736"));
}

void TraceContextTest::otherNamesAreHashedTheSameEveryTime() {
    QCOMPARE(traceOf("build-17"), traceOf("build-17"));
    QVERIFY(traceOf("build-17") != traceOf("build-18"));
    const std::string zero = traceOf(std::string(32, '0'));
    QVERIFY(zero != std::string(32, '0'));
    QVERIFY(traceOf("8ZZZZZZZZZZZZZZZZZZZZZZZZZ") != std::string(32, 'f')); // more than 128 bits
}

void TraceContextTest::aRatioOfTracesIsSampled() {
    UlidSource ids(7);
    int sampled = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = ids.next(1'700'000'000'000); // one millisecond: the ids count up
        const bool first = traceContextOf({}, id, 0.25).sampled;
        QCOMPARE(traceContextOf({}, id, 0.25).sampled, first);
        QVERIFY(!traceContextOf({}, id, 0).sampled);
        QVERIFY(traceContextOf({}, id, 1).sampled);
        sampled += first ? 1 : 0;
    }
    QVERIFY2(sampled > 2'300 && sampled < 2'700, qPrintable(QString::number(sampled)));
}

void TraceContextTest::spansHaveIdsOfTheirOwn() {
    UlidSource ids(7);
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) {
        const std::string id = ids.next(1'700'000'000'000);
        for (std::size_t attempt = 0; attempt < 4; ++attempt)
            seen.emplace(spanIdOf(id, attempt).view());
        QVERIFY(spanIdOf(id, 1).view() == spanIdOf(id, 1).view());
    }
    QCOMPARE(seen.size(), std::size_t(4'000));
}

void TraceContextTest::theHeaderGoesOn() {
    const TraceContext context = traceContextOf(kHeader, "a", 1);
    const std::string header = traceparentFor(context, spanIdOf("01ARZ3NDEKTSV4RRFFQ69G5FAV", 2));
    const auto parsed = parseTraceparent(header);
    QVERIFY(parsed);
    QCOMPARE(std::string(parsed->traceId), std::string(context.traceId.view()));
    QCOMPARE(std::string(parsed->parentId), std::string(spanIdOf("01ARZ3NDEKTSV4RRFFQ69G5FAV", 2).view()));
    QVERIFY(parsed->sampled);
}

QTEST_GUILESS_MAIN(TraceContextTest)
#include "tst_trace_context.moc"
