#include "gateway/policy/mirror_book.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace tollgate;

namespace {

Flag mirror(std::optional<double> capUsd) {
    Flag flag;
    flag.key = "shadow";
    flag.type = FlagType::Mirror;
    if (capUsd)
        flag.maxCostPerDay = Money::fromUsd(*capUsd);
    return flag;
}

} // namespace

class MirrorBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutACapEverythingGoes();
    void theCapHoldsWhatIsPromisedToo();
    void whatWasPromisedTooMuchComesBack();
    void anotherDayBeginsAtZero();
    void aRestartKnowsWhatWasSpent();
    void noCrowdOvershoots();
};

void MirrorBookTest::withoutACapEverythingGoes() {
    ManualClock clock;
    MirrorBook book(clock);
    for (int i = 0; i < 100; ++i)
        QVERIFY(book.reserve(mirror({}), Money::fromUsd(1000)));
    QCOMPARE(book.status("shadow").sent, std::int64_t{100});
    QVERIFY(!book.reserve(mirror(0.0), Money::fromUsd(0.01)));
    QCOMPARE(book.status("nobody").sent, std::int64_t{0});
}

void MirrorBookTest::theCapHoldsWhatIsPromisedToo() {
    ManualClock clock;
    MirrorBook book(clock);
    const Flag flag = mirror(1.0);
    QVERIFY(book.reserve(flag, Money::fromUsd(0.4)));
    QVERIFY(book.reserve(flag, Money::fromUsd(0.6)));
    QVERIFY(!book.reserve(flag, Money{1}));
    QCOMPARE(book.status("shadow").dropped, std::int64_t{1});
    QCOMPARE(book.status("shadow").reserved, Money::fromUsd(1));
}

void MirrorBookTest::whatWasPromisedTooMuchComesBack() {
    ManualClock clock;
    MirrorBook book(clock);
    const Flag flag = mirror(1.0);
    QVERIFY(book.reserve(flag, Money::fromUsd(1)));
    book.settle("shadow", Money::fromUsd(1), Money::fromUsd(0.25));
    QCOMPARE(book.status("shadow").spent, Money::fromUsd(0.25));
    QVERIFY(book.reserve(flag, Money::fromUsd(0.75)));
    QVERIFY(!book.reserve(flag, Money{1}));
}

void MirrorBookTest::anotherDayBeginsAtZero() {
    ManualClock clock;
    MirrorBook book(clock);
    const Flag flag = mirror(1.0);
    QVERIFY(book.reserve(flag, Money::fromUsd(0.5)));
    QVERIFY(book.reserve(flag, Money::fromUsd(0.5)));
    book.settle("shadow", Money::fromUsd(0.5), Money::fromUsd(0.5));
    clock.advanceMs(kMsPerDay);
    QCOMPARE(book.status("shadow").spent, Money{});
    QCOMPARE(book.status("shadow").reserved, Money::fromUsd(0.5)); // still under way
    QVERIFY(book.reserve(flag, Money::fromUsd(0.5)));
    QVERIFY(!book.reserve(flag, Money{1}));
}

void MirrorBookTest::aRestartKnowsWhatWasSpent() {
    ManualClock clock;
    MirrorBook book(clock);
    book.seed("shadow", Money::fromUsd(0.9));
    QVERIFY(!book.reserve(mirror(1.0), Money::fromUsd(0.2)));
    QVERIFY(book.reserve(mirror(1.0), Money::fromUsd(0.1)));
}

void MirrorBookTest::noCrowdOvershoots() {
    ManualClock clock;
    MirrorBook book(clock);
    const Flag flag = mirror(1.0);
    std::atomic<int> allowed{0};
    std::vector<std::thread> crowd;
    for (int i = 0; i < 8; ++i) {
        crowd.emplace_back([&] {
            for (int one = 0; one < 200; ++one) {
                if (!book.reserve(flag, Money::fromUsd(0.01)))
                    continue;
                ++allowed;
                book.settle("shadow", Money::fromUsd(0.01), Money::fromUsd(0.01));
            }
        });
    }
    for (std::thread& one : crowd)
        one.join();
    QCOMPARE(allowed.load(), 100);
    QCOMPARE(book.status("shadow").spent, Money::fromUsd(1));
}

QTEST_GUILESS_MAIN(MirrorBookTest)
#include "tst_mirror_book.moc"
