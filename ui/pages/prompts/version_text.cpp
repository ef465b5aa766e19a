#include "ui/pages/prompts/version_text.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace tollgate::ui::versionText {

namespace {

struct VersionText {
    Q_DECLARE_TR_FUNCTIONS(VersionText)
};

/// The pair without what both lines begin and end with, whole words of it.
Pair changed(const QString& left, const QString& right) {
    Pair pair{Pair::Kind::Changed, left, right};
    const qsizetype most = std::min(left.size(), right.size());
    qsizetype begin = 0;
    while (begin < most && left[begin] == right[begin])
        ++begin;
    while (begin > 0 && left[begin - 1].isLetterOrNumber())
        --begin;
    qsizetype end = 0;
    while (end < most - begin && left[left.size() - 1 - end] == right[right.size() - 1 - end])
        ++end;
    while (end > 0 && left[left.size() - end].isLetterOrNumber())
        --end;
    pair.at = begin;
    pair.leftLength = left.size() - begin - end;
    pair.rightLength = right.size() - begin - end;
    return pair;
}

} // namespace

QJsonObject find(const QJsonObject& prompt, const QString& version) {
    for (const QJsonValue& one : prompt.value(u"versions").toArray())
        if (one.toObject().value(u"version").toString() == version)
            return one.toObject();
    return {};
}

QStringList names(const QJsonObject& prompt) {
    QStringList list;
    for (const QJsonValue& one : prompt.value(u"versions").toArray())
        list << one.toObject().value(u"version").toString();
    return list;
}

int number(const QString& version) {
    return version.startsWith(u'v') ? QStringView(version).mid(1).toInt() : 0;
}

QString newest(const QJsonObject& prompt) {
    const QStringList all = names(prompt);
    const auto it = std::max_element(
        all.begin(), all.end(), [](const QString& a, const QString& b) { return number(a) < number(b); });
    return it == all.end() ? QString() : *it;
}

QString whole(const QJsonObject& version) {
    QStringList lines;
    if (const QString model = version.value(u"model").toString(); !model.isEmpty())
        lines << VersionText::tr("model: %1").arg(model);
    if (const QJsonValue value = version.value(u"temperature"); value.isDouble())
        lines << VersionText::tr("temperature: %1").arg(value.toDouble());
    if (const QJsonValue value = version.value(u"max_tokens"); value.isDouble())
        lines << VersionText::tr("max tokens: %1").arg(value.toInteger());
    const QString system = version.value(u"system").toString();
    if (!system.isEmpty()) {
        lines << VersionText::tr("system message:");
        lines << system.split(u'\n');
    }
    lines << VersionText::tr("template:");
    lines << version.value(u"template").toString().split(u'\n');
    return lines.join(u'\n');
}

QList<Pair> paired(const QList<DiffLine>& lines) {
    QList<Pair> pairs;
    for (qsizetype i = 0; i < lines.size();) {
        if (lines[i].kind == DiffLine::Kind::Same) {
            pairs << Pair{Pair::Kind::Same, lines[i].text, lines[i].text};
            ++i;
            continue;
        }
        QStringList gone;
        QStringList come;
        for (; i < lines.size() && lines[i].kind != DiffLine::Kind::Same; ++i)
            (lines[i].kind == DiffLine::Kind::Removed ? gone : come) << lines[i].text;
        for (qsizetype k = 0; k < std::max(gone.size(), come.size()); ++k) {
            if (k < gone.size() && k < come.size())
                pairs << changed(gone[k], come[k]);
            else if (k < gone.size())
                pairs << Pair{Pair::Kind::Removed, gone[k], {}};
            else
                pairs << Pair{Pair::Kind::Added, {}, come[k]};
        }
    }
    return pairs;
}

QJsonValue variableValue(const QString& typed, bool section) {
    const QString text = typed.trimmed();
    if (section && (text == QLatin1String("true") || text == QLatin1String("false")))
        return text == QLatin1String("true");
    if (section && (text.startsWith(u'[') || text.startsWith(u'{'))) {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (document.isArray())
            return document.array();
        if (document.isObject())
            return document.object();
    }
    return typed;
}

} // namespace tollgate::ui::versionText
