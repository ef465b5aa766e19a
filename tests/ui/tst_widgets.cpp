#include "ui/widgets/badge.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/legend_label.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/money_spin.h"
#include "ui/widgets/percent_slider.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/tag_edit.h"
#include "ui/widgets/toggle_switch.h"

#include <QClipboard>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace tollgate::ui;

namespace {

QPushButton* buttonNamed(const QWidget& root, const QString& text) {
    for (QPushButton* button : root.findChildren<QPushButton*>()) {
        if (button->text() == text && !button->isHidden())
            return button;
    }
    return nullptr;
}

QString belowText(const FormField& field) {
    const QList<QLabel*> labels = field.findChildren<QLabel*>();
    return labels.last()->isHidden() ? QString() : labels.last()->text();
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toggleAnswersToSpaceAndEnter() {
        ToggleSwitch toggle(u"Enabled"_qs);
        toggle.show();
        QSignalSpy toggled(&toggle, &QAbstractButton::toggled);
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(toggle.isChecked());
        QTest::keyClick(&toggle, Qt::Key_Return);
        QVERIFY(!toggle.isChecked());
        QCOMPARE(toggled.count(), 2);
        QCOMPARE(toggle.accessibleName(), u"Enabled"_qs);
    }

    void segmentsAreExclusiveAndSayWhenTheyChange() {
        SegmentedControl control(u"Range"_qs);
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        control.addSegment(u"1h"_qs, u"1 h"_qs);
        control.addSegment(u"24h"_qs, u"24 h"_qs);
        QCOMPARE(control.current(), u"1h"_qs);
        QCOMPARE(changed.count(), 0);
        control.setCurrent(u"24h"_qs);
        control.setCurrent(u"24h"_qs);
        control.setCurrent(u"missing"_qs);
        QCOMPARE(control.current(), u"24h"_qs);
        QCOMPARE(changed.count(), 1);
        control.show();
        QTest::mouseClick(control.findChildren<QAbstractButton*>().first(), Qt::LeftButton);
        QCOMPARE(changed.last().first().toString(), u"1h"_qs);
    }

    void infoMessagesGoByThemselvesAndErrorsStay() {
        QWidget window;
        MessageBar bar(&window);
        window.resize(800, 600);
        bar.setGeometry(300, 300, 400, 60); // away from the pointer, under which messages wait
        window.show();
        bar.setAutoHideAfter(20);
        bar.info(u"Saved"_qs);
        QVERIFY(bar.isVisible());
        QTRY_VERIFY(!bar.isVisible());
        bar.error(u"Refused"_qs);
        QTest::qWait(60);
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.tone(), Tone::Bad);
        QTest::mouseClick(bar.findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(!bar.isVisible());
    }

    void messageActionsRunOnceAndCloseTheBar() {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        int undone = 0;
        bar.success(u"Deleted"_qs, {{u"Undo"_qs, [&undone] { ++undone; }}});
        QPushButton* undo = buttonNamed(bar, u"Undo"_qs);
        QVERIFY(undo);
        QVERIFY(!undo->accessibleName().isEmpty());
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(undone, 1);
        QVERIFY(!bar.isVisible());
    }

    void questionThatIsReplacedOrClosedCountsAsUnanswered() {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        int unanswered = 0;
        int answered = 0;
        const QList<MessageBar::Action> actions{{u"Yes"_qs, [&answered] { ++answered; }}};
        bar.ask(u"Leave?"_qs, actions, [&unanswered] { ++unanswered; });
        bar.info(u"Something else"_qs);
        QCOMPARE(unanswered, 1);
        bar.ask(u"Leave?"_qs, actions, [&unanswered] { ++unanswered; });
        QTest::keyClick(&bar, Qt::Key_Escape);
        QCOMPARE(unanswered, 2);
        bar.ask(u"Leave?"_qs, actions, [&unanswered] { ++unanswered; });
        QTest::mouseClick(buttonNamed(bar, u"Yes"_qs), Qt::LeftButton);
        QCOMPARE(answered, 1);
        QCOMPARE(unanswered, 2);
    }

    void messageTextIsNeverRich() {
        MessageBar bar;
        bar.error(u"<b>bold</b> <img src=x>"_qs);
        for (const QLabel* label : bar.findChildren<QLabel*>()) {
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QCOMPARE(bar.text(), u"<b>bold</b> <img src=x>"_qs);
    }

    void formFieldShowsTheErrorInPlaceOfTheHint() {
        auto* edit = new QLineEdit;
        FormField field(u"Name"_qs, edit);
        QCOMPARE(edit->accessibleName(), u"Name"_qs);
        field.setHint(u"lower case"_qs);
        QCOMPARE(belowText(field), u"lower case"_qs);
        field.setError(u"taken"_qs);
        QCOMPARE(belowText(field), u"taken"_qs);
        QCOMPARE(edit->accessibleDescription(), u"taken"_qs);
        QVERIFY(edit->property("invalid").toBool());
        field.clearError();
        QCOMPARE(belowText(field), u"lower case"_qs);
        QVERIFY(!edit->property("invalid").toBool());
    }

    void refusalFindsTheFieldItIsAbout() {
        QWidget form;
        const auto add = [&form](const QString& param) {
            auto* field = new FormField(param, new QLineEdit, &form);
            field->setParam(param);
            return field;
        };
        FormField* limits = add(u"limits"_qs);
        FormField* rpm = add(u"limits.rpm"_qs);
        FormField* name = add(u"name"_qs);
        QVERIFY(FormField::showError(&form, u"limits.rpm"_qs, u"too high"_qs));
        QCOMPARE(rpm->error(), u"too high"_qs);
        QVERIFY(limits->error().isEmpty());
        QVERIFY(FormField::showError(&form, u"limits[2].window"_qs, u"unknown"_qs));
        QCOMPARE(limits->error(), u"unknown"_qs);
        QVERIFY(!FormField::showError(&form, u"names"_qs, u"x"_qs));
        QVERIFY(!FormField::showError(&form, {}, u"x"_qs));
        QVERIFY(name->error().isEmpty());
        FormField::clearErrors(&form);
        QVERIFY(rpm->error().isEmpty());
    }

    void tagsAreAddedByEnterAndCommaAndTakenBackByBackspace() {
        TagEdit edit(u"add a user"_qs);
        edit.show();
        QSignalSpy changed(&edit, &TagEdit::tagsChanged);
        edit.setTags({u"alice"_qs});
        QCOMPARE(changed.count(), 0);
        QTest::keyClicks(edit.input(), u"bob,"_qs);
        QCOMPARE(edit.tags(), QStringList({u"alice"_qs, u"bob"_qs}));
        QTest::keyClicks(edit.input(), u"bob"_qs);
        QTest::keyClick(edit.input(), Qt::Key_Return);
        QCOMPARE(edit.tags().size(), 2); // no tag twice
        QTest::keyClick(edit.input(), Qt::Key_Backspace);
        QCOMPARE(edit.tags(), QStringList({u"alice"_qs}));
        QCOMPARE(edit.input()->text(), u"bob"_qs);
        QTest::keyClick(edit.input(), Qt::Key_Return);
        QCOMPARE(edit.tags().size(), 2);
    }

    void tagChipRemovesItsTag() {
        TagEdit edit;
        edit.setTags({u"a & b"_qs, u"c"_qs});
        edit.show();
        QPushButton* chip = edit.findChildren<QPushButton*>().first();
        QCOMPARE(chip->accessibleName(), u"Remove a & b"_qs);
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(edit.tags(), QStringList({u"c"_qs}));
    }

    void tagsWrapIntoRows() {
        TagEdit edit;
        QStringList many;
        for (int i = 0; i < 12; ++i)
            many << QStringLiteral("provider-%1").arg(i);
        edit.setTags(many);
        edit.show();
        QVERIFY(edit.heightForWidth(240) > 2 * edit.heightForWidth(4000));
    }

    void moneyShowsTheDecimalsItNeeds_data() {
        QTest::addColumn<double>("usd");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << u"$0"_qs << u"$0"_qs;
        QTest::newRow("whole") << 26.0 << u"$26"_qs << u"$26"_qs;
        QTest::newRow("cents") << 19.72 << u"$19.72"_qs << u"$19.72"_qs;
        QTest::newRow("one decimal reads as two") << 2.5 << u"$2.50"_qs << u"$2.50"_qs;
        QTest::newRow("fractions of a cent") << 0.00146 << u"$0.00146"_qs << u"$0.0015"_qs;
        QTest::newRow("micro") << 0.000002 << u"$0.000002"_qs << u"$0.000002"_qs;
    }

    void moneyShowsTheDecimalsItNeeds() {
        QFETCH(double, usd);
        QFETCH(QString, field);
        QFETCH(QString, text);
        MoneySpin spin;
        spin.setValue(usd);
        QCOMPARE(spin.text(), field);
        QCOMPARE(MoneySpin::format(usd), text);
    }

    void moneyIsTypedWithOrWithoutTheDollar() {
        MoneySpin spin;
        spin.show();
        spin.selectAll();
        QTest::keyClicks(&spin, u"12.5"_qs);
        QCOMPARE(spin.value(), 12.5);
        spin.selectAll();
        QTest::keyClicks(&spin, u"$0.07"_qs);
        QCOMPARE(spin.value(), 0.07);
        spin.selectAll();
        QTest::keyClicks(&spin, u"-3x"_qs); // neither below zero nor letters
        QCOMPARE(spin.value(), 3.0);
        spin.setValue(0);
        spin.stepUp();
        QCOMPARE(spin.value(), 1.0);
    }

    void percentSliderKeepsWhatIsTypedExactly() {
        PercentSlider slider(u"Share"_qs);
        slider.show();
        QSignalSpy changed(&slider, &PercentSlider::valueChanged);
        slider.findChild<QDoubleSpinBox*>()->setValue(12.5);
        QCOMPARE(slider.value(), 12.5);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(slider.findChild<QSlider*>()->value(), 13);
        QTest::keyClick(slider.findChild<QSlider*>(), Qt::Key_Right);
        QCOMPARE(slider.value(), 14.0);
        QTest::mouseClick(buttonNamed(slider, u"50 %"_qs), Qt::LeftButton);
        QCOMPARE(slider.value(), 50.0);
    }

    void percentSliderJumpsToTheClick() {
        PercentSlider slider(u"Share"_qs);
        slider.resize(600, 80);
        slider.show();
        auto* track = slider.findChild<QSlider*>();
        QTest::mouseClick(track, Qt::LeftButton, {}, QPoint(track->width() / 2, track->height() / 2));
        QVERIFY(std::abs(slider.value() - 50) <= 1);
    }

    void copyButtonFillsTheClipboardAndSaysSo() {
        CopyButton button(u"address"_qs, [] { return u"http://127.0.0.1:8655"_qs; });
        button.show();
        const int width = button.sizeHint().width();
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:8655"_qs);
        QCOMPARE(button.text(), QString(QChar(0x2713)));
        QVERIFY(qMax(button.sizeHint().width(), button.minimumWidth()) >= width);
        QTRY_COMPARE_WITH_TIMEOUT(button.text(), u"copy"_qs, 3000);
    }

    void statTileTellsItsNumberToAssistiveTechnology() {
        StatTile tile(u"Requests"_qs, u"requests"_qs);
        tile.setValue(u"42.1"_qs, u"/s"_qs);
        tile.setDelta(StatTile::Trend::Up, u"8 %"_qs, Tone::Good);
        tile.setDetail(u"vs previous hour"_qs);
        QCOMPARE(tile.accessibleDescription(), u"Requests, 42.1 /s, up 8 %, vs previous hour"_qs);
    }

    void statTileIsClickableOnlyWhenItSaysSo() {
        StatTile tile(u"Errors"_qs);
        tile.show();
        QSignalSpy clicked(&tile, &StatTile::clicked);
        QTest::mouseClick(&tile, Qt::LeftButton);
        QCOMPARE(clicked.count(), 0);
        tile.setClickable(true);
        QTest::mouseClick(&tile, Qt::LeftButton);
        QTest::keyClick(&tile, Qt::Key_Return);
        QCOMPARE(clicked.count(), 2);
    }

    void sparklineLeavesGapsEmpty() {
        QImage image(101, 20, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        const double gap = std::nan("");
        Sparkline::paint(painter, QRectF(0, 0, 100, 20), {1, 1, 1, 1, gap, gap, gap, 1, 1, 1, 1}, Qt::red);
        painter.end();
        const auto inked = [&image](int x) {
            for (int y = 0; y < image.height(); ++y) {
                if (qAlpha(image.pixel(x, y)) > 0)
                    return true;
            }
            return false;
        };
        QVERIFY(inked(15));
        QVERIFY(!inked(50));
        QVERIFY(inked(85));
    }

    void uptimeOfTroubleIsShorterThanOfHealth() {
        UptimeStrip strip;
        const auto inkOf = [&strip](double ratio) {
            strip.setRatios(QList<double>(UptimeStrip::kCells, ratio));
            strip.resize(strip.sizeHint());
            QImage image(strip.size(), QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            strip.render(&image, {}, {}, QWidget::DrawChildren);
            int rows = 0;
            for (int y = 0; y < image.height(); ++y)
                rows += image.pixelColor(1, y).alpha() > 100 ? 1 : 0;
            return rows;
        };
        const int good = inkOf(1);
        const int fair = inkOf(0.9);
        const int bad = inkOf(0.1);
        const int none = inkOf(std::nan(""));
        QVERIFY2(good > fair && fair > bad && bad > none && none > 0,
                 qPrintable(QStringLiteral("%1 %2 %3 %4").arg(good).arg(fair).arg(bad).arg(none)));
    }

    void sparklineEndsPaleWhereTimeIsNotOver() {
        Sparkline line(u"requests"_qs);
        line.resize(120, 28);
        line.setValues({1, 5, 1, 5});
        const QImage whole = line.grab().toImage();
        line.setValues({1, 5, 1, 5}, true);
        const QImage partial = line.grab().toImage();
        QCOMPARE(partial.copy(0, 0, 70, 28), whole.copy(0, 0, 70, 28));
        QVERIFY(partial.copy(90, 0, 30, 28) != whole.copy(90, 0, 30, 28));
        StatTile tile(u"Requests"_qs, u"requests"_qs);
        tile.setSpark({1, 2, 3}, true);
        QVERIFY(tile.accessibleDescription().contains(u"not over yet"_qs));
        tile.setSpark({1, 2, 3});
        QVERIFY(!tile.accessibleDescription().contains(u"not over yet"_qs));
    }

    void uptimeTellsGapsFromErrors() {
        const double gap = std::nan("");
        QCOMPARE(UptimeStrip::describe({1, 0.5, gap, 1}), u"Without errors in 2 of 3 min with traffic"_qs);
        QCOMPARE(UptimeStrip::describe({gap, gap}), u"No traffic in the last 2 min"_qs);
    }

    void usageBarDescribesSpentAndReserved() {
        UsageBar bar;
        bar.setUsage(19.5, 1.3, 26);
        QCOMPARE(bar.accessibleDescription(), u"75 % used, 5 % reserved"_qs);
        bar.setUsage(5, 0, 0); // no limit: no division by it
        QCOMPARE(bar.accessibleDescription(), u"0 % used, 0 % reserved"_qs);
    }

    void splitBarNamesBothArms() {
        SplitBar bar;
        bar.setSplit(u"stable"_qs, u"canary"_qs, 15.4);
        QCOMPARE(bar.accessibleDescription(), u"stable 84.6 %, canary 15.4 %"_qs);
    }

    void tableActivatesRowsByEnterAndDoubleClick() {
        QStandardItemModel model(3, 2);
        model.setItem(1, 0, new QStandardItem(u"b"_qs));
        TableView table(u"Rows"_qs);
        table.setModel(&model);
        table.resize(300, 200);
        table.show();
        QSignalSpy activated(&table, &TableView::rowActivated);
        table.setCurrentIndex(model.index(1, 0));
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toModelIndex().row(), 1);
    }

    void tableThatFitsItsRowsGrowsWithThem() {
        QStandardItemModel model(2, 1);
        TableView table(u"Rows"_qs);
        table.setFitsRows(true);
        table.setModel(&model);
        const int two = table.sizeHint().height();
        model.appendRow(new QStandardItem(u"third"_qs));
        QVERIFY(table.sizeHint().height() > two);
        QCOMPARE(table.minimumSizeHint().height(), table.sizeHint().height());
        table.setModel(nullptr);
    }

    void emptyStateKeepsItsButtonsWhenItsWordsChange() {
        EmptyState state(u"inbox"_qs, u"Nothing yet"_qs, u"Point a client here."_qs);
        QPushButton* send = state.addButton(u"Send test request"_qs, "primary");
        state.set(u"filter"_qs, u"No match"_qs, {});
        QCOMPARE(state.title(), u"No match"_qs);
        QVERIFY(!send->isHidden());
        QCOMPARE(send->property("kind").toString(), u"primary"_qs);
    }

    void legendNamesItsSeries() {
        LegendLabel legend(LegendLabel::Swatch::Line);
        legend.setNames({u"p50"_qs, u"p95"_qs}, u"all providers"_qs);
        QCOMPARE(legend.accessibleName(), u"Legend: p50, p95"_qs);
        const int width = legend.sizeHint().width();
        legend.setNames({u"p50"_qs});
        QVERIFY(legend.sizeHint().width() < width);
    }

    void legendCountsTheNamesItHasNoRoomFor() {
        LegendLabel legend(LegendLabel::Swatch::Square);
        legend.setNames({u"anthropic"_qs, u"openai"_qs, u"bedrock-us"_qs, u"vllm-gpu1"_qs});
        legend.resize(legend.sizeHint());
        legend.show();
        QCOMPARE(legend.shownCount(), 4);
        QCOMPARE(legend.toolTip(), QString());
        legend.resize(legend.width() - 10, legend.height());
        QCOMPARE(legend.shownCount(), 3);
        QCOMPARE(legend.toolTip(), u"anthropic, openai, bedrock-us, vllm-gpu1"_qs);
        legend.resize(1, legend.height());
        QCOMPARE(legend.shownCount(), 0);
    }

    void badgeGrowsWithItsText() {
        Badge badge(u"ok"_qs, Tone::Good);
        const int width = badge.sizeHint().width();
        badge.set(u"half-open"_qs, Tone::Warning);
        QVERIFY(badge.sizeHint().width() > width);
        QCOMPARE(badge.accessibleName(), u"half-open"_qs);
    }

    void labelsFollowTheTheme() {
        Theme& theme = Theme::of(nullptr);
        theme.setMode(ThemeMode::Dark);
        const std::unique_ptr<QLabel> label(makeLabel(u"text"_qs, ColorRole::TextMuted));
        label->show();
        QCOMPARE(label->palette().color(QPalette::WindowText), theme.color(ColorRole::TextMuted));
        theme.setMode(ThemeMode::Light);
        QCOMPARE(label->palette().color(QPalette::WindowText), theme.color(ColorRole::TextMuted));
        setLabelRole(label.get(), ColorRole::Bad);
        QCOMPARE(label->palette().color(QPalette::WindowText), theme.color(ColorRole::Bad));
    }

    void cardShowsTitleCaptionAndContent() {
        Card card(u"Rollout"_qs);
        card.setCaption(u"target 15 %"_qs);
        auto* inside = new QLineEdit;
        card.content()->addWidget(inside);
        card.resize(400, 200);
        card.show();
        QCOMPARE(card.title(), u"Rollout"_qs);
        QVERIFY(inside->isVisible());
        QVERIFY(card.rect().contains(inside->geometry()));
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
