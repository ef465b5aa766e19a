#include "ui/pages/traffic/filter_words.h"

#include "ui/models/request_cells.h"

#include <QCoreApplication>

namespace tollgate::ui {

namespace {

constexpr qsizetype kMostOffered = 12;

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

QList<FilterField> makeFields() {
    const auto list = [](std::initializer_list<const char*> values) {
        QStringList texts;
        for (const char* value : values)
            texts << QString::fromLatin1(value);
        return texts;
    };
    return {
        {QStringLiteral("user"), tr("who asked"), {}},
        {QStringLiteral("project"), tr("project of the key"), {}},
        {QStringLiteral("key"), tr("client key"), {}},
        {QStringLiteral("alias"), tr("alias the caller named"), {}},
        {QStringLiteral("provider"), tr("provider that answered"), {}},
        {QStringLiteral("model"), tr("model that answered"), {}},
        {QStringLiteral("status"), tr("HTTP status"),
         list({">=400", ">=500", "4xx", "200", "402", "429", "502"})},
        {QStringLiteral("outcome"), tr("how it ended"),
         list({"ok", "failed", "error", "client_gone", "aborted", "rejected"})},
        {QStringLiteral("latency"), tr("until the last byte"), list({">500ms", ">1s", ">5s", ">30s"})},
        {QStringLiteral("ttft"), tr("until the first token"), list({">500ms", ">1s", ">5s"})},
        {QStringLiteral("cost"), tr("US dollars"), list({">0.01", ">0.1", ">1"})},
        {QStringLiteral("tokens"), tr("input and output together"), list({">1000", ">10000", ">100000"})},
        {QStringLiteral("note"), tr("what was special"),
         list({"fallback", "budget:warning", "cache:hit", "downgraded", "canary_failed"})},
        {QStringLiteral("stream"), tr("answered as a stream"), list({"true", "false"})},
        {QStringLiteral("flag"), tr("flag that chose the target"), {}},
        {QStringLiteral("arm"), tr("arm of the flag"), list({"stable", "canary"})},
        {QStringLiteral("prompt"), tr("stored prompt"), {}},
        {QStringLiteral("prompt_version"), tr("prompt version"), list({"v1", "v2"})},
        {QStringLiteral("trace"), tr("trace id"), {}},
        {QStringLiteral("route"), tr("path the caller used"),
         list({"/v1/chat/completions", "/v1/embeddings", "/chat"})},
        {QStringLiteral("at"), tr("when it arrived"), list({"today", ">-1h", ">-24h"})},
    };
}

} // namespace

const QList<FilterField>& filterFields() {
    static const QList<FilterField> kFields = makeFields();
    return kFields;
}

FilterWord filterWordAt(const QString& filter, int cursor) {
    int start = 0;
    bool quoted = false;
    for (int at = 0; at < filter.size(); ++at) {
        if (filter[at] == u'"')
            quoted = !quoted;
        if (quoted || !filter[at].isSpace())
            continue;
        if (at >= cursor)
            return {start, at - start, filter.mid(start, at - start)};
        start = at + 1;
    }
    return {start, static_cast<int>(filter.size()) - start, filter.mid(start)};
}

QList<FilterCompletion> filterCompletions(const QString& word, const QHash<QString, QStringList>& values) {
    QList<FilterCompletion> found;
    const QString minus = word.startsWith(u'-') ? QStringLiteral("-") : QString();
    const QString typed = word.mid(minus.size());
    const qsizetype colon = typed.indexOf(u':');
    if (colon < 0) {
        for (const FilterField& field : filterFields()) {
            if (field.name.startsWith(typed, Qt::CaseInsensitive))
                found.append({QString(minus % field.name % u':'), field.meaning});
        }
        return found;
    }
    const QString name = typed.left(colon).toLower();
    const QString begun = typed.mid(colon + 1).remove(u'"');
    const auto field = std::find_if(filterFields().begin(), filterFields().end(),
                                    [&name](const FilterField& one) { return one.name == name; });
    if (field == filterFields().end())
        return found;
    for (const QString& value : values.value(name) + field->examples) {
        const bool fits = value.contains(begun, Qt::CaseInsensitive) && value != begun;
        if (fits && found.size() < kMostOffered)
            found.append({QString(minus % cells::term(name, value)), {}});
    }
    return found;
}

QString filterWith(const QString& filter, const QString& term) {
    const QString before = filter.trimmed();
    if (term.isEmpty() || QString(u' ' % before % u' ').contains(QString(u' ' % term % u' ')))
        return before;
    return before.isEmpty() ? term : QString(before % u' ' % term);
}

QString filterWithout(const QString& filter, const QString& term) {
    if (term.isEmpty())
        return filter.trimmed();
    // What was asked for and is now excluded would leave nothing.
    QString before = u' ' % filter.trimmed() % u' ';
    before.replace(QString(u' ' % term % u' '), QStringLiteral(" "));
    return filterWith(before, u'-' + term);
}

} // namespace tollgate::ui
