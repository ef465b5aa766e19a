#include <QtTest>

#include "gateway/ledger/histogram.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace tollgate;

class TestHistogram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyHasNoPercentile() {
        const Histogram histogram;
        QVERIFY(!histogram.percentile(0.5));
        QVERIFY(histogram.serialise().empty());
        QCOMPARE(histogram.count(), std::uint64_t(0));
    }

    void smallValuesAreExact() {
        Histogram histogram;
        for (int value = 0; value < 64; ++value)
            histogram.add(value);
        QCOMPARE(*histogram.percentile(0.0), 0);
        QCOMPARE(*histogram.percentile(0.5), 31);
        QCOMPARE(*histogram.percentile(1.0), 63);
    }

    void extremesAreClamped() {
        Histogram histogram;
        histogram.add(-5);
        histogram.add(std::numeric_limits<std::int64_t>::max());
        QCOMPARE(*histogram.percentile(0), 0);
        QVERIFY(*histogram.percentile(1) >= (std::int64_t(1) << 40));
    }

    void percentilesStayWithinTheErrorBound() {
        std::mt19937_64 random(11);
        std::lognormal_distribution<double> latency(13.0, 1.3); // around 440 ms in µs, long tail
        Histogram histogram;
        std::vector<std::int64_t> values;
        for (int i = 0; i < 20'000; ++i) {
            values.push_back(static_cast<std::int64_t>(latency(random)));
            histogram.add(values.back());
        }
        std::sort(values.begin(), values.end());
        for (const double fraction : {0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999}) {
            const auto rank = static_cast<std::size_t>(std::ceil(fraction * 20'000)) - 1;
            const auto truth = static_cast<double>(values[rank]);
            const auto told = static_cast<double>(*histogram.percentile(fraction));
            QVERIFY2(std::abs(told - truth) <= 0.016 * truth + 1, qPrintable(QString::number(fraction)));
        }
    }

    void aSumOfSerialisedOnesSaysWhatAHistogramOfAllSays() {
        std::mt19937_64 random(9);
        std::lognormal_distribution<double> latency(12.0, 2.0);
        Histogram all;
        HistogramSum sum;
        QVERIFY(!sum.percentile(0.5));
        for (int part = 0; part < 200; ++part) {
            Histogram some;
            for (int i = 0; i < part % 7 * 5; ++i) {
                const auto value = static_cast<std::int64_t>(latency(random));
                some.add(value);
                all.add(value);
            }
            QVERIFY(sum.add(some.serialise()));
        }
        Histogram::SampleBytes storage;
        for (const std::int64_t value : {std::int64_t(0), std::int64_t(77), std::int64_t(1) << 45}) {
            Histogram one;
            one.add(value);
            QCOMPARE(std::string(Histogram::serialised(value, storage)), one.serialise());
            QVERIFY(sum.add(Histogram::serialised(value, storage)));
            all.merge(one);
        }
        for (const double fraction : {0.0, 0.01, 0.5, 0.95, 0.99, 1.0})
            QCOMPARE(*sum.percentile(fraction), *all.percentile(fraction));
        QVERIFY(!sum.add("\xFF\xFF\xFF"));
        QCOMPARE(*sum.percentile(0.5), *all.percentile(0.5));
    }

    void mergingIsTheSameAsAddingEverythingToOne() {
        std::mt19937_64 random(5);
        Histogram all;
        Histogram parts[3];
        for (int i = 0; i < 5000; ++i) {
            const auto value = static_cast<std::int64_t>(random() % 10'000'000);
            all.add(value);
            parts[i % 3].add(value);
        }
        Histogram merged;
        merged.merge(parts[2]);
        merged.merge(parts[0]);
        merged.merge(parts[1]);
        QVERIFY(merged == all);
    }

    void survivesSerialisation() {
        std::mt19937_64 random(6);
        Histogram histogram;
        for (int i = 0; i < 3000; ++i)
            histogram.add(static_cast<std::int64_t>(random() % 5'000'000), 1 + random() % 300);
        Histogram read;
        QVERIFY(read.mergeSerialised(histogram.serialise()));
        QVERIFY(read == histogram);
        QVERIFY(read.mergeSerialised(histogram.serialise()));
        QCOMPARE(read.count(), 2 * histogram.count());
    }

    void nonsenseBytesAreRefused() {
        Histogram histogram;
        QVERIFY(!histogram.mergeSerialised(std::string_view("\xff\xff\xff", 3)));
        QVERIFY(!histogram.mergeSerialised(std::string_view("\x01", 1)));
        QVERIFY(!histogram.mergeSerialised(std::string_view("\x01\x05\x00\x05", 4))); // one bucket twice
        QVERIFY(!histogram.mergeSerialised(std::string_view("\x01\x00", 2)));         // a bucket of none
    }
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
