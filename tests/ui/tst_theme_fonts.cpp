#include "ui/shell/tabular_font.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QRawFont>
#include <QTest>
#include <QtEndian>

using namespace tollgate::ui;

namespace {

/// A GSUB table with these features and nothing else.
QByteArray gsubOf(const QList<QByteArray>& tags) {
    QByteArray table(10, '\0');
    qToBigEndian<quint32>(0x00010000, table.data());
    qToBigEndian<quint16>(10, table.data() + 6);
    QByteArray list(2, '\0');
    qToBigEndian<quint16>(static_cast<quint16>(tags.size()), list.data());
    for (const QByteArray& tag : tags)
        list += tag + QByteArray(2, '\0');
    return table + list;
}

} // namespace

class TestThemeFonts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabularFeatureMovesToATagTheShaperAlwaysApplies() {
        const QByteArray changed = opentype::withTabularFigures(gsubOf({"calt", "tnum", "zero"}));
        QVERIFY(!changed.contains("tnum"));
        QVERIFY(changed.contains("rlig"));
        QVERIFY(changed.contains("calt") && changed.contains("zero"));
    }

    void tagsInUseAreLeftAlone() {
        const QByteArray changed = opentype::withTabularFigures(gsubOf({"rlig", "tnum"}));
        QCOMPARE(changed.count("rlig"), 1);
        QVERIFY(changed.contains("rclt"));
        QVERIFY(opentype::withTabularFigures(gsubOf({"rlig", "rclt", "clig", "tnum"})).isEmpty());
    }

    void fontsWithoutTabularFiguresStayAsTheyAre() {
        QVERIFY(opentype::withTabularFigures(gsubOf({"calt"})).isEmpty());
        QVERIFY(opentype::withTabularFigures({}).isEmpty());
        QVERIFY(opentype::withTabularFigures(QByteArray(7, '\xff')).isEmpty());
        QCOMPARE(tabularFamily(u"No such family at all"_qs), u"No such family at all"_qs);
    }

    void everyWeightIsThereUnderTheOwnName() {
        if (!QFontDatabase::families().contains(u"Inter"_qs))
            QSKIP("Inter is not installed");
        const QString family = tabularFamily(u"Inter"_qs);
        QCOMPARE(family, u"Inter Tabular"_qs);
        QCOMPARE(tabularFamily(u"Inter"_qs), family); // registered once
        QList<double> widths;
        for (const QFont::Weight weight : {QFont::Normal, QFont::Medium, QFont::DemiBold, QFont::Bold}) {
            QFont font(family, 20);
            font.setWeight(weight);
            QCOMPARE(QFontInfo(font).weight(), int(weight));
            const QFontMetricsF metrics(font);
            QCOMPARE(metrics.horizontalAdvance(u"1111"_qs), metrics.horizontalAdvance(u"8888"_qs));
            widths << metrics.horizontalAdvance(u"Gateway"_qs);
        }
        QVERIFY(std::is_sorted(widths.begin(), widths.end()));
        QFont original(u"Inter"_qs, 20);
        QFont tabular(family, 20);
        QCOMPARE(QFontMetricsF(tabular).horizontalAdvance(u"Gateway"_qs),
                 QFontMetricsF(original).horizontalAdvance(u"Gateway"_qs));
    }
};

QTEST_MAIN(TestThemeFonts)
#include "tst_theme_fonts.moc"
