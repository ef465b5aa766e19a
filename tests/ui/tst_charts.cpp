#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/stacked_bar_chart.h"
#include "ui/charts/time_series_chart.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPushButton>
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

/// An hour of minutes that can be zoomed.
struct ZoomedMinutes {
    TimeSeriesChart chart{u"Latency"_qs};
    QSignalSpy zoomed{&chart, &Chart::zoomChanged};
    QSignalSpy clicked{&chart, &TimeSeriesChart::timeClicked};
    QWidget* canvas = canvasOf(chart);

    ZoomedMinutes() {
        chart.resize(600, 220);
        chart.show();
        chart.setData(minutes(61), {{u"p50"_qs, QList<double>(61, 1.0), false, {}}});
    }
    void drag(int from, int to) {
        QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(from, 100));
        QTest::mouseMove(canvas, QPoint(to, 100));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(to, 100));
    }
};

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
        QCOMPARE(chart.accessibleDescription(), u"Today so far: openai 10"_qs);
        chart.setToday(QDate()); // a range that is over
        QCOMPARE(chart.accessibleDescription(), u"Latest day: openai 10"_qs);
    }

    void dragZoomsAndEscapeGoesBack() {
        ZoomedMinutes f;
        QTest::mousePress(f.canvas, Qt::LeftButton, {}, QPoint(150, 100));
        QTest::mouseMove(f.canvas, QPoint(300, 90));
        QVERIFY(f.chart.markedSpan()); // the band under the pointer
        QVERIFY(!f.chart.zoom());
        const ChartSpan band = *f.chart.markedSpan();
        QTest::mouseRelease(f.canvas, Qt::LeftButton, {}, QPoint(300, 90));
        QVERIFY(f.chart.zoom());
        QCOMPARE(f.chart.zoom()->from, band.from);
        QCOMPARE(f.chart.zoom()->to, band.to);
        QVERIFY(band.from > kStart && band.to > band.from && band.to < kStart + 60 * kMinute);
        QCOMPARE(f.zoomed.count(), 1);
        QCOMPARE(f.clicked.count(), 0); // a drag is no click
        QVERIFY(f.chart.resetButton()->isVisible());
        QVERIFY(f.chart.accessibleDescription().contains(u"Zoomed from"_qs));
        QCOMPARE(f.chart.table().rows.size(), (band.to - band.from) / kMinute + 1);
        QTest::keyClick(&f.chart, Qt::Key_Escape);
        QVERIFY(!f.chart.zoom());
        QCOMPARE(f.zoomed.count(), 2);
        QVERIFY(!f.chart.resetButton()->isVisible());
        QCOMPARE(f.chart.table().rows.size(), 61);
    }

    void dragToTheLeftMarksTheSame() {
        ZoomedMinutes f;
        f.drag(300, 150);
        QVERIFY(f.chart.zoom());
        QVERIFY(f.chart.zoom()->from < f.chart.zoom()->to);
    }

    void smallMoveOfThePointerIsStillAClick() {
        ZoomedMinutes f;
        QTest::mousePress(f.canvas, Qt::LeftButton, {}, QPoint(300, 100));
        QTest::mouseMove(f.canvas, QPoint(303, 100));
        QTest::mouseRelease(f.canvas, Qt::LeftButton, {}, QPoint(303, 100));
        QVERIFY(!f.chart.zoom());
        QCOMPARE(f.clicked.count(), 1);
        QCOMPARE(f.clicked.first()[1].toLongLong(), kMinute);
    }

    void clickIntoAZoomedChartTellsAllThatItShows() {
        ZoomedMinutes f;
        f.chart.setZoom(ChartSpan{kStart + 10 * kMinute, kStart + 20 * kMinute});
        QCOMPARE(f.zoomed.count(), 0); // set from outside
        QTest::mouseClick(f.canvas, Qt::LeftButton, {}, QPoint(300, 100));
        QTRY_COMPARE(f.clicked.count(), 1); // it might have become a double click
        QCOMPARE(f.clicked.first()[0].toLongLong(), kStart + 10 * kMinute);
        QCOMPARE(f.clicked.first()[1].toLongLong(), 11 * kMinute);
    }

    void doubleClickAndTheButtonGoBack() {
        ZoomedMinutes f;
        f.chart.setZoom(ChartSpan{kStart + 10 * kMinute, kStart + 20 * kMinute});
        QTest::mouseDClick(f.canvas, Qt::LeftButton, {}, QPoint(300, 100));
        QVERIFY(!f.chart.zoom());
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QCOMPARE(f.clicked.count(), 0);
        f.chart.setZoom(ChartSpan{kStart + 10 * kMinute, kStart + 20 * kMinute});
        f.chart.resetButton()->click();
        QVERIFY(!f.chart.zoom());
    }

    void shiftAndArrowsMarkEnterZoomsEscapeLeaves() {
        ZoomedMinutes f;
        QTest::keyClick(&f.chart, Qt::Key_Left); // the last minute
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&f.chart, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(f.chart.markedSpan());
        QCOMPARE(f.chart.markedSpan()->from, kStart + 55 * kMinute);
        QTest::keyClick(&f.chart, Qt::Key_Escape);
        QVERIFY(!f.chart.markedSpan());
        QTest::keyClick(&f.chart, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&f.chart, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&f.chart, Qt::Key_Return);
        QVERIFY(f.chart.zoom());
        QCOMPARE(f.chart.zoom()->from, kStart + 55 * kMinute);
        QCOMPARE(f.chart.zoom()->to, kStart + 57 * kMinute);
        QCOMPARE(f.clicked.count(), 0);
        QTest::keyClick(&f.chart, Qt::Key_Escape);
        QVERIFY(!f.chart.zoom());
    }

    void zoomedAxisFitsWhatIsShown() {
        ZoomedMinutes f;
        QList<double> values(61, 1.0);
        values[50] = 900;
        f.chart.setData(minutes(61), {{u"p50"_qs, values, false, {}}});
        const QImage whole = f.chart.grab().toImage();
        f.chart.setZoom(ChartSpan{kStart + 10 * kMinute, kStart + 20 * kMinute});
        QVERIFY(f.chart.grab().toImage() != whole);
        QTest::keyClick(&f.chart, Qt::Key_Left);
        QCOMPARE(*f.chart.crosshair(), kStart + 20 * kMinute); // the keys stay within
        QTest::keyClick(&f.chart, Qt::Key_Right);
        QCOMPARE(*f.chart.crosshair(), kStart + 20 * kMinute);
    }

    void zoomStaysWithNewDataAndGoesWithTheOld() {
        ZoomedMinutes f;
        f.chart.setZoom(ChartSpan{kStart + 10 * kMinute, kStart + 20 * kMinute});
        f.chart.setData(minutes(61), {{u"p50"_qs, QList<double>(61, 2.0), false, {}}});
        QVERIFY(f.chart.zoom());
        QList<qint64> later;
        for (int i = 0; i < 61; ++i)
            later << kStart + (100 + i) * kMinute;
        f.chart.setData(later, {{u"p50"_qs, QList<double>(61, 2.0), false, {}}});
        QVERIFY(!f.chart.zoom());
        QCOMPARE(f.zoomed.count(), 1); // the others hear of it
    }

    void borrowedCrosshairOutsideShowsNothing() {
        ZoomedMinutes f;
        const QImage without = f.chart.grab().toImage();
        f.chart.setCrosshair(kStart - 24 * 60 * kMinute);
        QCOMPARE(f.chart.grab().toImage(), without);
        f.chart.setCrosshair(kStart + 30 * kMinute);
        const QImage line = f.chart.grab().toImage();
        QVERIFY(line != without);
        QTest::keyClick(&f.chart, Qt::Key_Left); // its own has a readout
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(&f.chart, Qt::Key_Left);
        QVERIFY(f.chart.crosshair());
        QVERIFY(f.chart.grab().toImage() != line);
    }

    void barsZoomToDaysAndShareTheirTime() {
        StackedBarChart chart(u"Cost per day"_qs);
        chart.resize(640, 240);
        chart.show();
        const QDate first(2026, 11, 2);
        QList<QDate> days;
        for (int i = 0; i < 10; ++i)
            days << first.addDays(i);
        chart.setData(days, {{u"openai"_qs, QList<double>(10, 2.0)}}, {3, 3});
        QSignalSpy moved(&chart, &Chart::crosshairMoved);
        QWidget* canvas = canvasOf(chart);
        QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(200, 100));
        QTest::mouseMove(canvas, QPoint(400, 100));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(400, 100));
        QVERIFY(chart.zoom());
        QVERIFY(moved.count() > 0);
        const QDate from = QDateTime::fromMSecsSinceEpoch(chart.zoom()->from).date();
        const QDate to = QDateTime::fromMSecsSinceEpoch(chart.zoom()->to).date();
        QVERIFY(days.contains(from) && days.contains(to) && from < to);
        QCOMPARE(chart.table().rows.size(), from.daysTo(to) + 1); // without the forecast
        QSignalSpy clicked(&chart, &StackedBarChart::barClicked);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(canvas->width() - 30, canvas->height() - 40));
        QTRY_COMPARE(clicked.count(), 1);
        QCOMPARE(clicked.first()[0].toDate(), to);
        chart.setCategories(u"Project"_qs, {u"a"_qs}, {{u"cost"_qs, {1}}});
        QVERIFY(!chart.zoom()); // names are no times
    }

    void dayThatIsNotOverIsPale() {
        m_theme->setMode(ThemeMode::Dark);
        StackedBarChart chart;
        chart.resize(640, 240);
        chart.show();
        const QDate day(2026, 11, 22);
        const auto colourAt = [&chart](double share) {
            const QImage image = chart.grab().toImage();
            return image.pixelColor(static_cast<int>(image.width() * share), image.height() - 60);
        };
        chart.setData({day.addDays(-1), day}, {{u"openai"_qs, {10, 10}}});
        QCOMPARE(chart.partialColumn(), 1);
        QCOMPARE(colourAt(0.35), m_theme->seriesColor(u"openai"_qs));
        QVERIFY(colourAt(0.75) != colourAt(0.35));
        chart.setToday(QDate());
        QCOMPARE(chart.partialColumn(), -1);
        QCOMPARE(colourAt(0.75), colourAt(0.35));
    }

    void tableShowsWholeTimes() {
        TimeSeriesChart chart;
        QList<ChartLine> lines;
        for (int i = 0; i < 8; ++i)
            lines.append({QString(u"provider-%1"_qs).arg(i), {1, 2}, false, {}});
        chart.setData(minutes(2), lines);
        ChartTableDialog dialog(u"Latency"_qs, chart.table());
        dialog.show();
        const auto* table = dialog.findChild<QTableWidget*>();
        QCOMPARE(table->horizontalHeader()->sectionResizeMode(0), QHeaderView::ResizeToContents);
        QVERIFY(table->columnWidth(0) >= table->fontMetrics().horizontalAdvance(u"2026-11-23 12:00:00"_qs));
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
        chart.setTitle(u"Latency"_qs);
        chart.copyAsImage();
        const QImage image = QGuiApplication::clipboard()->image();
        QVERIFY(image.width() > chart.width() * chart.devicePixelRatioF()); // a margin, and above it
        QVERIFY(image.height() > chart.height() * chart.devicePixelRatioF());
        const QRgb series = m_theme->seriesColor(u"p50"_qs).rgb();
        bool named = false; // what the colour means stands above the chart
        for (int y = 0; y < image.height() - chart.height() * chart.devicePixelRatioF(); ++y)
            for (int x = 0; x < image.width(); ++x)
                named = named || image.pixel(x, y) == series;
        QVERIFY(named);
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
