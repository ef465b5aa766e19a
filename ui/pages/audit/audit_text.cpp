#include "ui/pages/audit/audit_text.h"

#include "ui/models/format.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tollgate::ui::auditText {

namespace {

struct Word {
    const char* id;
    const char* text;
};

constexpr Word kKinds[] = {
    {"provider", QT_TRANSLATE_NOOP("Audit", "provider")}, {"model", QT_TRANSLATE_NOOP("Audit", "model")},
    {"alias", QT_TRANSLATE_NOOP("Audit", "alias")},       {"project", QT_TRANSLATE_NOOP("Audit", "project")},
    {"key", QT_TRANSLATE_NOOP("Audit", "key")},           {"budget", QT_TRANSLATE_NOOP("Audit", "budget")},
    {"flag", QT_TRANSLATE_NOOP("Audit", "flag")},         {"prompt", QT_TRANSLATE_NOOP("Audit", "prompt")},
    {"settings", QT_TRANSLATE_NOOP("Audit", "settings")}, {"usage", QT_TRANSLATE_NOOP("Audit", "usage")},
    {"task", QT_TRANSLATE_NOOP("Audit", "task")},         {"batch", QT_TRANSLATE_NOOP("Audit", "batch")},
    {"webhook", QT_TRANSLATE_NOOP("Audit", "webhook")},
};
constexpr Word kActions[] = {
    {"create", QT_TRANSLATE_NOOP("Audit", "created")},
    {"update", QT_TRANSLATE_NOOP("Audit", "changed")},
    {"delete", QT_TRANSLATE_NOOP("Audit", "deleted")},
    {"rotate", QT_TRANSLATE_NOOP("Audit", "rotated")},
    {"rollback", QT_TRANSLATE_NOOP("Audit", "rolled back")},
    {"import", QT_TRANSLATE_NOOP("Audit", "imported")},
    {"restore", QT_TRANSLATE_NOOP("Audit", "restored")},
    {"ramp", QT_TRANSLATE_NOOP("Audit", "next step")},
    {"rerate", QT_TRANSLATE_NOOP("Audit", "priced again")},
    {"cancel", QT_TRANSLATE_NOOP("Audit", "cancelled")},
    {"resend", QT_TRANSLATE_NOOP("Audit", "sent again")},
};
constexpr Word kActors[] = {
    {"console", QT_TRANSLATE_NOOP("Audit", "console")},
    {"admin-token", QT_TRANSLATE_NOOP("Audit", "admin token")},
    {"config-file", QT_TRANSLATE_NOOP("Audit", "configuration file")},
    {"gateway", QT_TRANSLATE_NOOP("Audit", "gateway")},
    {"guardrail", QT_TRANSLATE_NOOP("Audit", "guardrail")},
    {"ramp", QT_TRANSLATE_NOOP("Audit", "ramp")},
    {"init", QT_TRANSLATE_NOOP("Audit", "first set-up")},
};

template <std::size_t N>
QString wordFor(const Word (&words)[N], const QString& id) {
    for (const Word& word : words)
        if (id == QLatin1String(word.id))
            return QCoreApplication::translate("Audit", word.text);
    return id; // of a newer gateway
}

} // namespace

QString kind(const QString& id) {
    return wordFor(kKinds, id);
}

QString action(const QString& id) {
    return wordFor(kActions, id);
}

QString actor(const QString& id) {
    return wordFor(kActors, id);
}

Tone tone(const QString& id) {
    if (id == QLatin1String("create"))
        return Tone::Good;
    if (id == QLatin1String("delete"))
        return Tone::Bad;
    return id == QLatin1String("rollback") ? Tone::Warning : Tone::Accent;
}

QString when(const QString& rfc3339) {
    const qint64 ms = format::fromIso(rfc3339);
    if (ms <= 0)
        return rfc3339;
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date();
    const qint64 ago = day.daysTo(QDate::currentDate());
    if (ago == 0)
        return QCoreApplication::translate("Audit", "today %1").arg(format::clock(ms));
    if (ago == 1)
        return QCoreApplication::translate("Audit", "yesterday %1").arg(format::clock(ms));
    return QString(format::dayShort(day.toString(Qt::ISODate)) + u' ' + format::clock(ms));
}

} // namespace tollgate::ui::auditText
