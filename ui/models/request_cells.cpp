#include "ui/models/request_cells.h"

#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/models/traffic_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tollgate::ui::cells {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui::cells", text);
}

QString orNone(const QString& text) {
    return text.isEmpty() ? format::none() : text;
}

QString statusText(const RequestRow& row) {
    if (row.isRunning())
        return QStringLiteral("\u25b6 \u2026");
    if (row.outcome == QLatin1String("client_gone"))
        return tr("left");
    if (row.outcome == QLatin1String("aborted"))
        return tr("cut off");
    return row.status > 0 ? QString::number(row.status) : format::none();
}

QString servedBy(const RequestRow& row) {
    if (row.provider.isEmpty())
        return format::none();
    if (!row.isFallback())
        return row.target();
    const QString& first = row.firstProvider == row.provider ? row.firstModel : row.firstProvider;
    return first % u" \u2192 " % row.target();
}

QString tokens(const RequestRow& row) {
    const QString in = format::count(row.inputTokens);
    if (row.outputTokens == 0 && !row.isRunning())
        return in;
    const QString out = in % u" \u2192 " % format::count(row.outputTokens);
    return row.isRunning() ? QString(out % u'\u2026') : out;
}

QString cost(const RequestRow& row) {
    return row.costUsd ? format::usdExact(*row.costUsd) : tr("no price");
}

QString flagAndArm(const RequestRow& row) {
    if (row.flag.isEmpty())
        return format::none();
    return row.arm.isEmpty() ? row.flag : QString(row.flag % u" \u00b7 " % row.arm);
}

QString key(const RequestRow& row) {
    return orNone(row.keyName.isEmpty() ? row.keyId : row.keyName);
}

struct ColumnText {
    const char* name;
    const char* toolTip;
};

constexpr std::array<ColumnText, TrafficModel::ColumnCount> kColumns{{
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "time"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "When the request arrived, in your time zone")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "status"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "HTTP status the caller got")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "user"), QT_TRANSLATE_NOOP("tollgate::ui::cells", "Who asked")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "alias"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Alias or model the caller named")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "served by"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "First target, then the one that answered")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "latency"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "From the request's arrival to the last byte of the answer")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "tokens"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Input tokens, then output tokens")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "cost"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "US dollars")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "project"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Project the key belongs to")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "key"), QT_TRANSLATE_NOOP("tollgate::ui::cells", "Client key")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "first token"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Time to the first token of the answer")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "overhead"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Time spent in the gateway itself")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "attempts"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Targets asked before one answered")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "flag"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Flag and arm that chose the target")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "prompt"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Stored prompt and its version")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "trace"), QT_TRANSLATE_NOOP("tollgate::ui::cells", "Trace id")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "note"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "What was special about the request")},
    {QT_TRANSLATE_NOOP("tollgate::ui::cells", "error"),
     QT_TRANSLATE_NOOP("tollgate::ui::cells", "Why it failed")},
}};

} // namespace

QString text(const RequestRow& row, int column) {
    switch (column) {
    case TrafficModel::Time:
        return format::stamp(row.atMs);
    case TrafficModel::Status:
        return statusText(row);
    case TrafficModel::User:
        return orNone(row.user);
    case TrafficModel::Alias:
        return orNone(row.alias.isEmpty() ? row.requestedModel : row.alias);
    case TrafficModel::ServedBy:
        return servedBy(row);
    case TrafficModel::Latency:
        return format::milliseconds(row.latencyMs);
    case TrafficModel::Tokens:
        return tokens(row);
    case TrafficModel::Cost:
        return cost(row);
    case TrafficModel::Project:
        return orNone(row.project);
    case TrafficModel::Key:
        return key(row);
    case TrafficModel::TimeToFirstToken:
        return row.ttftMs ? format::milliseconds(*row.ttftMs) : format::none();
    case TrafficModel::Overhead:
        return format::micros(row.overheadUs);
    case TrafficModel::Attempts:
        return format::count(row.attempts);
    case TrafficModel::Flag:
        return flagAndArm(row);
    case TrafficModel::PromptVersion:
        return row.prompt.isEmpty() ? orNone(row.promptVersion)
                                    : QString(row.prompt % u' ' % row.promptVersion);
    case TrafficModel::TraceId:
        return orNone(row.traceId);
    case TrafficModel::Note:
        return orNone(row.note);
    case TrafficModel::Error:
        return orNone(row.error.isEmpty() ? row.errorCode : gatewaySentence(row.error));
    default:
        return {};
    }
}

QString outcomeText(const RequestRow& row) {
    if (row.isRunning())
        return tr("running");
    if (row.outcome == QLatin1String("client_gone"))
        return tr("the client left before the answer ended");
    if (row.outcome == QLatin1String("aborted"))
        return tr("the gateway cut the answer off");
    if (row.outcome == QLatin1String("rejected"))
        return tr("refused before any provider was asked");
    if (row.outcome == QLatin1String("error"))
        return tr("the provider failed");
    return tr("answered");
}

QString toolTip(const RequestRow& row, int column) {
    switch (column) {
    case TrafficModel::Time:
        return format::momentLong(row.atMs);
    case TrafficModel::Status: {
        const QString why = row.error.isEmpty() ? row.errorCode : gatewaySentence(row.error);
        const QString how = row.status > 0
                                ? QString(QString::number(row.status) % u" \u00b7 " % outcomeText(row))
                                : outcomeText(row);
        return why.isEmpty() ? how : QString(how % u'\n' % why);
    }
    case TrafficModel::Tokens:
        return tr("%1 in (%2 from cache, %3 written to it), %4 out (%5 reasoning)%6")
            .arg(format::count(row.inputTokens), format::count(row.cacheReadTokens),
                 format::count(row.cacheWriteTokens), format::count(row.outputTokens),
                 format::count(row.reasoningTokens), row.usageEstimated ? tr(", estimated") : QString());
    case TrafficModel::Cost:
        return row.costUsd ? QString()
                           : tr("No price is known for this model, so its cost is unknown, not zero.");
    case TrafficModel::User:
    case TrafficModel::Alias:
    case TrafficModel::ServedBy:
    case TrafficModel::Error:
        return text(row, column);
    default:
        return {};
    }
}

ColorRole tone(const RequestRow& row, int column) {
    if (column == TrafficModel::Status) {
        if (row.isRunning())
            return ColorRole::Accent;
        if (row.outcome == QLatin1String("client_gone") || row.outcome == QLatin1String("aborted"))
            return ColorRole::Warning;
        return row.status >= 500 ? ColorRole::Bad : row.status >= 400 ? ColorRole::Warning : ColorRole::Good;
    }
    if (column == TrafficModel::Cost && !row.costUsd)
        return ColorRole::Warning;
    return ColorRole::Text;
}

namespace {

/// Rounded down, as the request itself must not be below it. The gateway counts microseconds.
QString duration(double ms) {
    if (ms >= 10)
        return QString::number(static_cast<qint64>(ms)) % u"ms";
    return QString::number(static_cast<qint64>(ms * 1000 + 0.001)) % u"us";
}

/// Rounded down as well, to the decimals that the list shows; small ones are exact. The gateway counts
/// nanodollars, and reads no exponents.
QString amount(double usd) {
    constexpr double kNanodollars = 1e9;
    qint64 nanodollars = qRound64(usd * kNanodollars);
    if (nanodollars >= 1'000'000)
        nanodollars -= nanodollars % 10'000;
    QString text = QString::number(static_cast<double>(nanodollars) / kNanodollars, 'f', 9);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString quotedValue(QString value) {
    return u'"' % value.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")) % u'"';
}

/// "model" is the one that answered. Where another one was asked for, or none answered, the asked one is
/// text.
QString aliasTerm(const RequestRow& row) {
    if (!row.alias.isEmpty())
        return term(QStringLiteral("alias"), row.alias);
    const QString& asked = row.requestedModel;
    if (asked.isEmpty())
        return {};
    return asked == row.model || asked == row.target() ? term(QStringLiteral("model"), asked)
                                                       : quotedValue(asked);
}

} // namespace

QString term(const QString& field, const QString& value) {
    if (value.isEmpty())
        return {};
    // Blanks end a term, a comma lists alternatives, a star means "begins with", a sign in front compares.
    static const QString kMeaningful = QStringLiteral("\",*");
    const bool plain = !QStringLiteral("<>=").contains(value.front()) &&
                       std::none_of(value.begin(), value.end(),
                                    [](QChar c) { return c.isSpace() || kMeaningful.contains(c); });
    if (plain)
        return field % u':' % value;
    return field % u':' % quotedValue(value);
}

QString filterTerm(const RequestRow& row, int column) {
    switch (column) {
    case TrafficModel::Status:
        return row.status > 0 ? term(QStringLiteral("status"), QString::number(row.status)) : QString();
    case TrafficModel::User:
        return term(QStringLiteral("user"), row.user);
    case TrafficModel::Alias:
        return aliasTerm(row);
    case TrafficModel::ServedBy:
        return term(QStringLiteral("provider"), row.provider);
    case TrafficModel::Latency:
        return QStringLiteral("latency:>=") % duration(row.latencyMs);
    case TrafficModel::Cost:
        if (!row.costUsd)
            return QStringLiteral("cost:unknown");
        return *row.costUsd > 0 ? QString(u"cost:>=" % amount(*row.costUsd)) : QString();
    case TrafficModel::Project:
        return term(QStringLiteral("project"), row.project);
    case TrafficModel::Key:
        return term(QStringLiteral("key"), row.keyName.isEmpty() ? row.keyId : row.keyName);
    case TrafficModel::Flag:
        return term(QStringLiteral("flag"), row.flag);
    case TrafficModel::TimeToFirstToken:
        return row.ttftMs ? QString(u"ttft:>=" % duration(*row.ttftMs)) : QString();
    case TrafficModel::PromptVersion:
        return row.prompt.isEmpty() || row.promptVersion.isEmpty()
                   ? term(QStringLiteral("prompt_version"), row.promptVersion)
                   : QString(term(QStringLiteral("prompt"), row.prompt) % u' ' %
                             term(QStringLiteral("prompt_version"), row.promptVersion));
    case TrafficModel::TraceId:
        return term(QStringLiteral("trace"), row.traceId);
    case TrafficModel::Note:
        return term(QStringLiteral("note"), row.note);
    default:
        return {};
    }
}

QString columnName(int column) {
    return tr(kColumns.at(static_cast<std::size_t>(column)).name);
}

QString columnToolTip(int column) {
    return tr(kColumns.at(static_cast<std::size_t>(column)).toolTip);
}

bool isNumeric(int column) {
    switch (column) {
    case TrafficModel::Latency:
    case TrafficModel::Tokens:
    case TrafficModel::Cost:
    case TrafficModel::TimeToFirstToken:
    case TrafficModel::Overhead:
    case TrafficModel::Attempts:
        return true;
    default:
        return false;
    }
}

bool isCode(int column) {
    return column == TrafficModel::Time || column == TrafficModel::Alias || column == TrafficModel::TraceId;
}

} // namespace tollgate::ui::cells
