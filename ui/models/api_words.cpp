#include "ui/models/api_words.h"

#include <QCoreApplication>

namespace tollgate::ui::words {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui::words", text);
}

} // namespace

QString health(const QString& state) {
    if (state == QLatin1String("healthy"))
        return tr("healthy");
    if (state == QLatin1String("degraded"))
        return tr("degraded");
    if (state == QLatin1String("down"))
        return tr("down");
    return state.isEmpty() || state == QLatin1String("unknown") ? tr("unknown") : state;
}

QString circuit(const QString& circuit) {
    if (circuit == QLatin1String("closed"))
        return tr("closed");
    if (circuit == QLatin1String("half_open"))
        return tr("half-open");
    return circuit == QLatin1String("open") ? tr("open") : circuit;
}

QString budget(const QString& state) {
    if (state == QLatin1String("ok"))
        return tr("ok");
    if (state == QLatin1String("warning"))
        return tr("warning");
    return state == QLatin1String("exceeded") ? tr("exceeded") : state;
}

QString arm(const QString& arm) {
    if (arm == QLatin1String("stable"))
        return tr("stable");
    return arm == QLatin1String("canary") ? tr("canary") : arm;
}

QString subject(const QString& subject) {
    if (subject == QLatin1String("user"))
        return tr("user");
    if (subject == QLatin1String("project"))
        return tr("project");
    return subject == QLatin1String("key") ? tr("key") : subject;
}

} // namespace tollgate::ui::words
