#include "ui/pages/connect/files/config_edits.h"

#include "ui/pages/connect/files/json_edit.h"
#include "ui/pages/connect/files/toml_edit.h"

#include <QCoreApplication>

namespace tollgate::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

QByteArray envLine(const QByteArray& name, const QString& value) {
    return name + '=' + value.toUtf8();
}

/// NAME of `NAME=value` or `export NAME=value`; empty for anything else.
QByteArray envName(QByteArray line) {
    line = line.trimmed();
    if (line.startsWith("export "))
        line = line.mid(7).trimmed();
    const qsizetype equals = line.indexOf('=');
    return equals <= 0 || line.startsWith('#') ? QByteArray() : line.left(equals).trimmed();
}

} // namespace

EditResult claudeSettings(const QByteArray& before, const ClientTarget& target) {
    const QByteArray text = before.trimmed().isEmpty() ? QByteArray("{}\n") : before;
    // The address has no path: the client adds /v1/messages itself. The key goes out as a bearer token.
    // Background work asks for the small model by name, which is no alias here.
    const auto edited = setJsonMembers(text, QStringLiteral("env"),
                                       {{QStringLiteral("ANTHROPIC_BASE_URL"), target.baseUrl},
                                        {QStringLiteral("ANTHROPIC_AUTH_TOKEN"), target.secret},
                                        {QStringLiteral("ANTHROPIC_MODEL"), target.model},
                                        {QStringLiteral("ANTHROPIC_DEFAULT_HAIKU_MODEL"), target.model}});
    if (!edited)
        return tl::unexpected(tr("The file is not a JSON object with an object under \"env\". Correct it "
                                 "first: nothing is written over it."));
    return *edited;
}

EditResult codexConfig(const QByteArray& before, const ClientTarget& target) {
    TomlChange change;
    change.root = {{"model", target.model}, {"model_provider", QStringLiteral("tollgate")}};
    change.table = "model_providers.tollgate";
    // The client adds /responses to the address; it speaks only the Responses API.
    change.values = {{"name", QStringLiteral("Tollgate")},
                     {"base_url", target.baseUrl + QStringLiteral("/v1")},
                     {"wire_api", QStringLiteral("responses")},
                     {"experimental_bearer_token", target.secret}};
    const auto edited = changeToml(before, change);
    if (!edited)
        return tl::unexpected(tr("The file writes its model providers in a way that cannot be changed "
                                 "safely. Copy the lines by hand instead."));
    return *edited;
}

EditResult geminiEnv(const QByteArray& before, const ClientTarget& target) {
    const QList<QPair<QByteArray, QString>> wanted{{"GEMINI_API_KEY", target.secret},
                                                   {"GOOGLE_GEMINI_BASE_URL", target.baseUrl},
                                                   {"GEMINI_MODEL", target.model}};
    const QByteArray end = before.contains("\r\n") ? QByteArray("\r\n") : QByteArray("\n");
    QList<QByteArray> lines = before.isEmpty() ? QList<QByteArray>() : before.split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    for (const auto& [name, value] : wanted) {
        QByteArray fresh = envLine(name, value);
        if (end.size() == 2)
            fresh += '\r';
        bool there = false;
        for (QByteArray& line : lines)
            if (envName(line) == name) {
                line = fresh;
                there = true;
            }
        if (!there)
            lines.append(fresh);
    }
    return lines.join('\n') + '\n';
}

} // namespace tollgate::ui
