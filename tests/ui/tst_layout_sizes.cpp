// What is measured once and kept must be measured anew when it changes, and what nobody sees not at all.
#include "ui/pages/flags/rule_row.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/width_cache.h"
#include "ui/widgets/wrap_columns.h"

#include <QTest>

using namespace tollgate::ui;

namespace {

/// As large as it is told; counts who asks.
class Measured : public QWidget {
public:
    explicit Measured(QSize least, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_least(least) {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setLeast(QSize least) {
        m_least = least;
        updateGeometry();
    }

    QSize sizeHint() const override { return m_least; }
    QSize minimumSizeHint() const override { return m_least; }
    int heightForWidth(int) const override {
        ++asked;
        return m_least.height();
    }

    mutable int asked = 0;

private:
    QSize m_least;
};

} // namespace

class TestLayoutSizes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stackIsAsLargeAsItsPageAndAsksNoOther() {
        QWidget window;
        auto* column = makeColumn(0);
        window.setLayout(column);
        auto* stack = new CurrentStack(&window);
        column->addWidget(stack);
        auto* shown = new Measured({50, 20}, stack);
        auto* hidden = new Measured({500, 200}, stack);
        stack->addWidget(shown);
        stack->addWidget(hidden);
        window.resize(300, 300);
        window.show();
        QVERIFY(shown->asked > 0);
        QCOMPARE(hidden->asked, 0);
        QCOMPARE(stack->minimumSizeHint(), QSize(50, 20));
        stack->setCurrentWidget(hidden);
        QCoreApplication::sendPostedEvents();
        QVERIFY(hidden->asked > 0);
        QCOMPARE(stack->minimumSizeHint(), QSize(500, 200));
        QCOMPARE(stack->currentIndex(), 1);
    }

    void columnsWrapAnewWhenOneNeedsMore() {
        QWidget window;
        auto* row = new WrapColumns(10);
        window.setLayout(row);
        auto* left = new Measured({50, 20}, &window);
        auto* right = new Measured({50, 30}, &window);
        row->addColumn(left);
        row->addColumn(right);
        window.resize(200, 100);
        window.show();
        QCOMPARE(row->heightForWidth(200), 30);
        QCOMPARE(right->y(), left->y());
        right->setLeast({150, 40});
        QCoreApplication::sendPostedEvents();
        QCOMPARE(row->heightForWidth(200), 20 + 10 + 40);
        QVERIFY(right->y() > left->y());
        left->hide();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(row->heightForWidth(200), 40);
        QCOMPARE(row->minimumSize(), QSize(150, 40));
    }

    void labelIsMeasuredAnewForAnotherTextOrFont() {
        QScopedPointer<QLabel> label(makeWrappingLabel(QStringLiteral("one two three four")));
        const int least = label->minimumSizeHint().width();
        const int high = label->heightForWidth(least);
        QVERIFY(high > label->heightForWidth(10 * least));
        label->setText(QStringLiteral("one"));
        QVERIFY(label->heightForWidth(least) < high);
        QVERIFY(label->minimumSizeHint().width() < least);
        const QSize before = label->sizeHint();
        QFont larger = label->font();
        larger.setPointSizeF(larger.pointSizeF() * 2);
        label->setFont(larger);
        QVERIFY(label->sizeHint().width() > before.width());
        QVERIFY(label->heightForWidth(1000) > before.height());
    }

    void tileNeedsMoreForALongerValue() {
        StatTile tile(QStringLiteral("Cost"));
        tile.setValue(QStringLiteral("1"));
        const int least = tile.minimumSizeHint().width();
        tile.setValue(QStringLiteral("1 000 000 000 000 000"));
        QVERIFY(tile.minimumSizeHint().width() > least);
    }

    void conditionOfARuleIsMeasuredAnewForOtherWords() {
        PieceLabel label;
        label.setPieces({{QStringLiteral("user is "), false}, {QStringLiteral("alice"), true}});
        const int one = label.sizeHint().width();
        const int least = label.minimumSizeHint().width();
        label.setPieces(
            {{QStringLiteral("user is "), false}, {QStringLiteral("alice or bob or carol"), true}});
        QVERIFY(label.sizeHint().width() > one);
        QVERIFY(label.heightForWidth(least) > label.heightForWidth(label.sizeHint().width()));
    }

    void heightsAreKeptForTheLatestWidths() {
        WidthCache cache;
        int measured = 0;
        const auto twice = [&measured](int width) {
            ++measured;
            return 2 * width;
        };
        for (const int width : {10, 20, 30, 40, 10, 40})
            QCOMPARE(cache.height(width, twice), 2 * width);
        QCOMPARE(measured, 4);
        QCOMPARE(cache.height(50, twice), 100); // in place of the oldest
        QCOMPARE(cache.height(10, twice), 20);
        QCOMPARE(measured, 6);
        cache.clear();
        QCOMPARE(cache.height(10, twice), 20);
        QCOMPARE(measured, 7);
    }
};

QTEST_MAIN(TestLayoutSizes)
#include "tst_layout_sizes.moc"
