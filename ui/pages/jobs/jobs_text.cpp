#include "ui/pages/jobs/jobs_text.h"

#include "ui/models/format.h"
#include "ui/models/gateway_words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <iterator>

namespace tollgate::ui::jobsText {

namespace {

QString tr(const char* text, int count = -1) {
    return QCoreApplication::translate("tollgate::ui::jobsText", text, nullptr, count);
}

struct Word {
    const char* id;
    const char* text;
    Tone tone;
};

constexpr Word kStates[] = {
    {"pending", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "waiting"), Tone::Neutral},
    {"waiting", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "waiting"), Tone::Neutral},
    {"processing", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "running"), Tone::Accent},
    {"sending", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "sending"), Tone::Accent},
    {"completed", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "done"), Tone::Good},
    {"failed", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "failed"), Tone::Bad},
    {"cancelling", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "stopping"), Tone::Warning},
    {"cancelled", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "cancelled"), Tone::Neutral},
    {"budget_exceeded", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "out of budget"), Tone::Warning},
    {"dead", QT_TRANSLATE_NOOP("tollgate::ui::jobsText", "given up"), Tone::Bad},
};

const Word* wordOf(const QString& id) {
    for (const Word& word : kStates)
        if (id == QLatin1String(word.id))
            return &word;
    return nullptr; // of a newer gateway
}

} // namespace

QString status(const QString& status) {
    const Word* word = wordOf(status);
    return word ? tr(word->text) : status;
}

Tone tone(const QString& status) {
    const Word* word = wordOf(status);
    return word ? word->tone : Tone::Neutral;
}

bool isOpen(const QString& status) {
    return status == QLatin1String("pending") || status == QLatin1String("processing");
}

QString span(qint64 ms) {
    const qint64 seconds = std::max<qint64>(0, ms / 1000);
    if (seconds < 100)
        return tr("%1 s").arg(seconds);
    if (seconds < 100 * 60)
        return tr("%1 min").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return tr("%1 h").arg(seconds / 3600);
    return QCoreApplication::translate("tollgate::ui::jobsText", "%n day(s)", nullptr,
                                       static_cast<int>(seconds / 86'400));
}

QString age(const QString& rfc3339) {
    const qint64 at = format::fromIso(rfc3339);
    return at > 0 ? span(QDateTime::currentMSecsSinceEpoch() - at) : QString();
}

QString until(const QString& rfc3339) {
    const qint64 at = format::fromIso(rfc3339);
    if (at <= 0)
        return {};
    const qint64 left = at - QDateTime::currentMSecsSinceEpoch();
    return left < 1000 ? tr("now") : tr("in %1").arg(span(left));
}

QString dialect(const QString& path) {
    if (path == QLatin1String("/v1/chat/completions"))
        return QStringLiteral("Chat Completions");
    if (path == QLatin1String("/v1/responses"))
        return QStringLiteral("Responses");
    if (path == QLatin1String("/v1/messages"))
        return QStringLiteral("Messages");
    return path;
}

QString owner(const QString& owner) {
    const qsizetype colon = owner.indexOf(u':');
    if (owner.startsWith(QLatin1String("project:")))
        return owner.mid(colon + 1);
    if (owner.startsWith(QLatin1String("key:")))
        return tr("key %1").arg(owner.mid(colon + 1));
    return owner == QLatin1String("loopback") ? tr("this machine") : owner;
}

QString errorMessage(const QJsonValue& error) {
    if (error.isString())
        return gatewaySentence(error.toString());
    const QJsonObject object = error.toObject();
    const QString message = object.value(u"message").toString();
    return message.isEmpty() ? object.value(u"code").toString() : gatewaySentence(message);
}

QString progress(const QJsonObject& batch) {
    const auto count = [&](const char* name) { return batch.value(QLatin1String(name)).toInteger(); };
    const qint64 ended = count("completed") + count("failed") + count("cancelled");
    QStringList parts{tr("%1 of %2").arg(format::count(ended), format::count(count("total")))};
    if (count("failed") > 0)
        parts << tr("%1 failed").arg(format::count(count("failed")));
    if (count("cancelled") > 0)
        parts << tr("%1 cancelled").arg(format::count(count("cancelled")));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString money(const QJsonObject& batch) {
    QStringList parts{tr("%1 so far").arg(format::usdExact(batch.value(u"cost_usd").toDouble()))};
    if (const QJsonValue estimate = batch.value(u"estimated_cost_usd"); estimate.isDouble())
        parts << tr("about %1 expected").arg(format::usdExact(estimate.toDouble()));
    if (const QJsonValue budget = batch.value(u"budget_usd"); budget.isDouble())
        parts << tr("at most %1").arg(format::usdRounded(budget.toDouble()));
    if (const int unpriced = batch.value(u"unpriced_items").toInt(); unpriced > 0)
        parts << QCoreApplication::translate("tollgate::ui::jobsText", "%n without a price", nullptr,
                                             unpriced);
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace tollgate::ui::jobsText
