#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/stacked_bar_chart.h"
#include "ui/charts/time_series_chart.h"
#include "ui/shell/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <cmath>

using namespace tollgate::ui;

namespace {

const double kGap = std::nan("");
constexpr qint64 kMinute = 60'000;
constexpr qint64 kStart = 1'763'819'100'000;

QList<qint64> minutes(qsizetype count) {
    QList<qint64> times;
    for (qsizetype i = 0; i < count; ++i)
        times << kStart + i * kMinute;
    return times;
}

/// The view of the charting library, which receives the mouse.
QWidget* canvasOf(const Chart& chart) {
    const auto* view = chart.findChild<QAbstractScrollArea*>();
    return view ? view->viewport() : nullptr;
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void scalesHaveRoundSteps_data() {
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("step");
        QTest::newRow("seconds") << 1.85 << 0.5;
        QTest::newRow("dollars") << 26.0 << 8.0;
        QTest::newRow("milliseconds") << 812.0 << 250.0;
        QTest::newRow("tiny") << 0.00031 << 0.0001;
        QTest::newRow("nothing") << 0.0 << 0.25;
    }

    void scalesHaveRoundSteps() {
        QFETCH(double, highest);
        QFETCH(double, step);
        const ValueScale scale = niceScale(highest);
        QVERIFY2(std::abs(scale.step - step) < step * 1e-9, qPrintable(QString::number(scale.step)));
        QVERIFY(scale.top >= highest);
        QCOMPARE(scale.ticks().size(), 5);
    }

    void everyValueFitsItsScaleWithoutMuchAir() {
        for (double value = 1e-6; value < 1e9; value *= 1.37) {
            const ValueScale scale = niceScale(value);
            QVERIFY(scale.top >= value);
            QVERIFY(scale.top <= value * 1.8);
        }
    }

    void aShareInPercentEndsAtAHundred() {
        const ValueScale all = niceScale(100).notAbove(100);
        QCOMPARE(all.top, 100.0);
        QCOMPARE(all.ticks(), (QList<double>{0, 25, 50, 75, 100}));
        QCOMPARE(niceScale(15).notAbove(100).top, niceScale(15).top);
    }

    void timeLabelsAreHoursWithinADayAndDaysBeyond() {
        static const QRegularExpression hours(u"^\\d\\d:\\d\\d$"_qs);
        const QList<TimeTick> hour = timeTicks(kStart, kStart + 60 * kMinute, 5);
        QCOMPARE(hour.size(), 5);
        QVERIFY(hours.match(hour.first().text).hasMatch());
        QCOMPARE(hour.last().at, kStart + 60 * kMinute);
        QVERIFY(!hours.match(timeTicks(kStart, kStart + 7 * 24 * 60 * kMinute, 5).first().text).hasMatch());
        QVERIFY(timeTicks(kStart, kStart, 5).isEmpty());
    }

    void gapsAreDrawnAsGaps() {
        TimeSeriesChart chart(u"Latency"_qs);
        chart.resize(500, 220);
        chart.show();
        chart.setData(minutes(8), {{u"p50"_qs, {1, 2, kGap, kGap, 3, kGap, 4, 5}, true, {}}});
        const auto runs = chart.drawnRuns(u"p50"_qs);
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs[0].size(), 2);
        QCOMPARE(runs[1].size(), 1); // alone between two gaps
        QCOMPARE(runs[2], QList<QPointF>({{static_cast<double>(kStart + 6 * kMinute), 4.0},
                                          {static_cast<double>(kStart + 7 * kMinute), 5.0}}));
        // Fewer runs the next time: what is left over from before is gone.
        chart.setData(minutes(3), {{u"p50"_qs, {1, 2, 3}, true, {}}});
        QCOMPARE(chart.drawnRuns(u"p50"_qs).size(), 1);
    }

    void bucketThatIsNotOverIsLeftOutOfTheLine() {
        TimeSeriesChart chart;
        chart.resize(500, 220);
        chart.show();
        chart.setData(minutes(4), {{u"p50"_qs, {1, 2, 3, 0.5}, true, {}}}, true);
        QCOMPARE(chart.drawnRuns(u"p50"_qs).first().size(), 3);
    }

    void hiddenChartDrawsNothingUntilItIsShown() {
        TimeSeriesChart chart;
        chart.resize(500, 220);
        chart.setData(minutes(4), {{u"p50"_qs, {1, 2, 3, 4}, false, {}}});
        QVERIFY(chart.drawnRuns(u"p50"_qs).isEmpty());
        chart.show();
        QCOMPARE(chart.drawnRuns(u"p50"_qs).size(), 1);
    }

    void longSeriesAreThinnedAndKeepTheirPeaks() {
        QList<double> values(5000, 1.0);
        values[3333] = 99.0;
        TimeSeriesChart chart;
        chart.resize(500, 220);
        chart.show();
        chart.setData(minutes(5000), {{u"p99"_qs, values, false, {}}});
        const QList<QPointF> drawn = chart.drawnRuns(u"p99"_qs).first();
        QVERIFY(drawn.size() <= TimeSeriesChart::kMaxPoints);
        QVERIFY(
            std::any_of(drawn.begin(), drawn.end(), [](const QPointF& point) { return point.y() == 99.0; }));
    }

    void hoverMovesASharedCrosshairAndClickTellsTheTime() {
        TimeSeriesChart chart(u"Latency"_qs);
        TimeSeriesChart other;
        chart.resize(600, 220);
        chart.show();
        chart.setData(minutes(61), {{u"p50"_qs, QList<double>(61, 1.0), false, {}}});
        other.setData(minutes(61), {{u"p50"_qs, QList<double>(61, 1.0), false, {}}});
        connect(&chart, &TimeSeriesChart::crosshairMoved, &other, &TimeSeriesChart::setCrosshair);
        QSignalSpy clicked(&chart, &TimeSeriesChart::timeClicked);
        QWidget* canvas = canvasOf(chart);
        QTest::mouseMove(canvas, QPoint(300, 100));
        QTRY_VERIFY(chart.crosshair().has_value());
        QCOMPARE(other.crosshair(), chart.crosshair());
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(599, 100));
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.first()[0].toLongLong(), kStart + 60 * kMinute);
        QCOMPARE(clicked.first()[1].toLongLong(), kMinute);
    }

    void arrowKeysWalkTheBucketsAndEnterChooses() {
        TimeSeriesChart chart;
        chart.resize(500, 200);
        chart.show();
        chart.setData(minutes(5), {{u"p50"_qs, {1, 2, 3, 4, 5}, false, {}}});
        QSignalSpy clicked(&chart, &TimeSeriesChart::timeClicked);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(*chart.crosshair(), kStart + 4 * kMinute);
        QTest::keyClick(&chart, Qt::Key_Left);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(clicked.first()[0].toLongLong(), kStart + 3 * kMinute);
    }

    void chartsDescribeTheirLatestValues() {
        TimeSeriesChart chart(u"Latency"_qs);
        chart.setValueText([](double value) -> QString { return QString::number(value) + u" s"_qs; });
        chart.setData(minutes(3),
                      {{u"p50"_qs, {1, 2, kGap}, false, {}}, {u"p99"_qs, {kGap, kGap, kGap}, false, {}}});
        QCOMPARE(chart.accessibleName(), u"Latency"_qs);
        QCOMPARE(chart.accessibleDescription(), u"Latest: p50 2 s, p99 no data"_qs);
    }

    void tableHoldsTheSameDataWithGapsEmpty() {
        TimeSeriesChart chart;
        chart.setData(minutes(2), {{u"p50"_qs, {1, kGap}, false, {}}});
        const Chart::Table table = chart.table();
        QCOMPARE(table.headers.last(), u"p50"_qs);
        QCOMPARE(table.rows[0][1], u"1"_qs);
        QCOMPARE(table.rows[1][1], QString());
        QVERIFY(ChartTableDialog::asText(table).contains(u"Time\tp50\n"_qs));
        ChartTableDialog dialog(u"Latency"_qs, table);
        QCOMPARE(dialog.findChild<QTableWidget*>()->rowCount(), 2);
    }

    void barsStackAndSayWhichDayAndSeriesWasClicked() {
        StackedBarChart chart(u"Cost per day"_qs);
        chart.resize(640, 240);
        chart.show();
        const QDate first(2026, 11, 9);
        chart.setData({first, first.addDays(1)}, {{u"openai"_qs, {10, 30}}, {u"anthropic"_qs, {10, kGap}}},
                      {25});
        QCOMPARE(chart.total(0), 20.0);
        QCOMPARE(chart.total(1), 30.0);
        QSignalSpy clicked(&chart, &StackedBarChart::barClicked);
        QWidget* canvas = canvasOf(chart);
        const int column = canvas->width() / 6; // three columns: two days and a forecast
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(column, canvas->height() - 40));
        QCOMPARE(clicked.last()[0].toDate(), first);
        QCOMPARE(clicked.last()[1].toString(), u"openai"_qs);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(column, canvas->height() / 2 + 20));
        QCOMPARE(clicked.last()[1].toString(), u"anthropic"_qs);
        clicked.clear();
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(canvas->width() - 30, canvas->height() - 40));
        QCOMPARE(clicked.count(), 0); // a forecast has no requests to show
    }

    void barTableEndsWithTheForecast() {
        StackedBarChart chart;
        const QDate day(2026, 11, 22);
        chart.setData({day}, {{u"openai"_qs, {10}}}, {12, 13});
        const Chart::Table table = chart.table();
        QCOMPARE(table.rows.size(), 3);
        QCOMPARE(table.rows[0], QStringList({u"2026-11-22"_qs, u"10"_qs, u"10"_qs}));
        QCOMPARE(table.rows[2], QStringList({u"2026-11-24"_qs, QString(), u"13 (forecast)"_qs}));
        QCOMPARE(chart.accessibleDescription(), u"Latest day: openai 10"_qs);
    }

    void chartsSurviveAnotherShapeOfData() {
        StackedBarChart chart;
        chart.resize(400, 200);
        chart.show();
        const QDate day(2026, 11, 1);
        chart.setData({day, day.addDays(1)}, {{u"a"_qs, {1, 2}}, {u"b"_qs, {1, 2}}});
        chart.setData({day}, {{u"a"_qs, {1}}});
        QCOMPARE(chart.total(0), 1.0);
        chart.setData({}, {});
        QVERIFY(chart.table().rows.isEmpty());
        chart.grab();
    }

    void imageGoesToTheClipboard() {
        TimeSeriesChart chart;
        chart.resize(300, 160);
        chart.show();
        chart.setData(minutes(3), {{u"p50"_qs, {1, 2, 3}, false, {}}});
        chart.copyAsImage();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), chart.size() * chart.devicePixelRatioF());
    }

    void seriesChangeColourWithTheTheme() {
        m_theme->setMode(ThemeMode::Dark);
        TimeSeriesChart chart;
        chart.resize(300, 160);
        chart.show();
        chart.setData(minutes(3), {{u"p50"_qs, {2, 2, 2}, false, {}}});
        const auto holds = [&chart](const QColor& color) {
            const QImage image = chart.grab().toImage();
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(image.width() / 2 + 7, y) == color)
                    return true;
            }
            return false;
        };
        QVERIFY(holds(m_theme->seriesColor(u"p50"_qs)));
        m_theme->setMode(ThemeMode::Light);
        QVERIFY(holds(m_theme->seriesColor(u"p50"_qs)));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
