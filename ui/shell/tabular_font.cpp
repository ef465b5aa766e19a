#include "ui/shell/tabular_font.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QRawFont>
#include <QtEndian>

#include <array>

namespace tollgate::ui {
namespace opentype {
namespace {

template <typename Integer>
void put(QByteArray& bytes, Integer value) {
    std::array<char, sizeof(Integer)> raw{};
    qToBigEndian(value, raw.data());
    bytes.append(raw.data(), sizeof(Integer));
}

template <typename Integer>
Integer take(const QByteArray& bytes, qsizetype at) {
    return at >= 0 && at + qsizetype(sizeof(Integer)) <= bytes.size()
               ? qFromBigEndian<Integer>(bytes.constData() + at)
               : Integer(0);
}

quint32 checksum(const QByteArray& table) {
    quint32 sum = 0;
    for (qsizetype at = 0; at < table.size(); at += 4) {
        QByteArray word = table.mid(at, 4);
        word.append(QByteArray(4 - word.size(), '\0'));
        sum += take<quint32>(word, 0);
    }
    return sum;
}

} // namespace

QByteArray withTabularFigures(QByteArray gsub) {
    constexpr qsizetype kFeatureListField = 6;
    constexpr qsizetype kRecordSize = 6;
    const qsizetype list = take<quint16>(gsub, kFeatureListField);
    const int count = take<quint16>(gsub, list);
    const auto tagAt = [&](int feature) { return list + 2 + feature * kRecordSize; };
    const auto contains = [&](const char* tag) {
        for (int feature = 0; feature < count; ++feature) {
            if (gsub.mid(tagAt(feature), 4) == tag)
                return true;
        }
        return false;
    };
    if (list == 0 || !contains("tnum"))
        return {};
    for (const char* always : {"rlig", "rclt", "clig"}) {
        if (contains(always))
            continue;
        for (int feature = 0; feature < count; ++feature) {
            if (gsub.mid(tagAt(feature), 4) == "tnum")
                gsub.replace(tagAt(feature), 4, always);
        }
        return gsub;
    }
    return {};
}

QByteArray nameTable(const QString& family, const QString& style) {
    constexpr quint16 kWindows = 3;
    constexpr quint16 kUnicode = 1;
    constexpr quint16 kEnglish = 0x409;
    const QString full = family + u' ' + style;
    const QList<QPair<quint16, QString>> names{
        {1, full},    {2, u"Regular"_qs}, {3, full}, {4, full}, {6, QString(full).remove(u' ')},
        {16, family}, {17, style}};
    QByteArray records;
    QByteArray texts;
    for (const auto& [id, text] : names) {
        for (const quint16 field :
             {kWindows, kUnicode, kEnglish, id, quint16(text.size() * 2), quint16(texts.size())})
            put(records, field);
        for (const QChar letter : text)
            put(texts, letter.unicode());
    }
    QByteArray table;
    for (const quint16 field : {quint16(0), quint16(names.size()), quint16(6 + records.size())})
        put(table, field);
    return table + records + texts;
}

QByteArray assemble(const QList<QPair<QByteArray, QByteArray>>& tables) {
    const auto count = static_cast<quint16>(tables.size());
    quint16 power = 1;
    quint16 log = 0;
    while (power * 2 <= count) {
        power = static_cast<quint16>(power * 2);
        ++log;
    }
    bool postScript = false;
    for (const auto& [tag, content] : tables)
        postScript = postScript || tag.startsWith("CFF");

    QByteArray directory;
    put(directory, postScript ? quint32(0x4f54544f) : quint32(0x00010000)); // "OTTO", or TrueType outlines
    for (const quint16 field : {count, quint16(power * 16), log, quint16((count - power) * 16)})
        put(directory, field);
    QByteArray body;
    const qsizetype start = 12 + 16 * tables.size();
    for (const auto& [tag, content] : tables) {
        directory += tag;
        put(directory, checksum(content));
        put(directory, static_cast<quint32>(start + body.size()));
        put(directory, static_cast<quint32>(content.size()));
        body += content;
        body += QByteArray((4 - body.size() % 4) % 4, '\0');
    }
    return directory + body;
}

} // namespace opentype

namespace {

/// Registers one weight; the family it was registered as, empty when it could not be.
QString registerWeight(const QString& family, QFont::Weight weight, const QString& style) {
    QFont font(family);
    font.setWeight(weight);
    const QRawFont raw = QRawFont::fromFont(font);
    const QByteArray gsub = opentype::withTabularFigures(raw.fontTable("GSUB"));
    if (!raw.isValid() || raw.familyName() != family || gsub.isEmpty())
        return {};
    const QString own = family + u" Tabular"_qs;
    QList<QPair<QByteArray, QByteArray>> tables;
    // In the order of their tags, as the directory wants them.
    for (const char* tag : {"CFF ", "CFF2", "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "cvt ", "fpgm", "gasp",
                            "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}) {
        QByteArray content = raw.fontTable(tag);
        if (qstrcmp(tag, "GSUB") == 0)
            content = gsub;
        if (qstrcmp(tag, "name") == 0)
            content = opentype::nameTable(own, style);
        if (!content.isEmpty())
            tables.append({QByteArray(tag), content});
    }
    const int id = QFontDatabase::addApplicationFontFromData(opentype::assemble(tables));
    return id >= 0 && QFontDatabase::applicationFontFamilies(id).contains(own) ? own : QString();
}

} // namespace

QString tabularFamily(const QString& family) {
    QString own = family + u" Tabular"_qs;
    if (QFontDatabase::families().contains(own))
        return own;
    for (const auto& [weight, style] :
         {std::pair{QFont::Normal, u"Regular"_qs}, std::pair{QFont::Medium, u"Medium"_qs},
          std::pair{QFont::DemiBold, u"SemiBold"_qs}, std::pair{QFont::Bold, u"Bold"_qs}}) {
        own = registerWeight(family, weight, style);
        if (own.isEmpty())
            return family; // a family without one of its weights would look worse than uneven figures
    }
    return own;
}

} // namespace tollgate::ui
