#include "ui/pages/playground/play_request.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tollgate::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

QJsonValue userContent(const PlayPrompt& prompt) {
    if (prompt.images.isEmpty())
        return prompt.user;
    QJsonArray parts;
    if (!prompt.user.isEmpty())
        parts.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("text")},
                                 {QStringLiteral("text"), prompt.user}});
    for (const PlayImage& image : prompt.images) {
        const QByteArray url = QByteArray("data:" + image.mime + ";base64," + image.bytes.toBase64());
        parts.append(QJsonObject{
            {QStringLiteral("type"), QStringLiteral("image_url")},
            {QStringLiteral("image_url"), QJsonObject{{QStringLiteral("url"), QString::fromLatin1(url)}}}});
    }
    return parts;
}

} // namespace

tl::expected<QByteArray, PlayProblem> playBody(const PlayPrompt& prompt, const QString& model) {
    using Field = PlayProblem::Field;
    if (model.trimmed().isEmpty())
        return tl::unexpected(PlayProblem{Field::Model, tr("Choose an alias or provider/model.")});
    if (prompt.user.trimmed().isEmpty() && prompt.images.isEmpty())
        return tl::unexpected(PlayProblem{Field::User, tr("Write a message first.")});
    QJsonObject body{{QStringLiteral("model"), model.trimmed()}};
    QJsonArray messages;
    if (!prompt.system.trimmed().isEmpty())
        messages.append(QJsonObject{{QStringLiteral("role"), QStringLiteral("system")},
                                    {QStringLiteral("content"), prompt.system}});
    messages.append(QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                {QStringLiteral("content"), userContent(prompt)}});
    body.insert(QStringLiteral("messages"), messages);
    if (prompt.temperature)
        body.insert(QStringLiteral("temperature"), *prompt.temperature);
    if (prompt.maxTokens)
        body.insert(QStringLiteral("max_tokens"), *prompt.maxTokens);
    if (!prompt.tools.trimmed().isEmpty()) {
        QJsonParseError problem;
        const QJsonDocument tools = QJsonDocument::fromJson(prompt.tools.toUtf8(), &problem);
        if (!tools.isArray())
            return tl::unexpected(
                PlayProblem{Field::Tools, problem.error == QJsonParseError::NoError
                                              ? tr("Tools are a JSON array.")
                                              : tr("This is not JSON: %1").arg(problem.errorString())});
        body.insert(QStringLiteral("tools"), tools.array());
    }
    if (prompt.stream) {
        body.insert(QStringLiteral("stream"), true);
        body.insert(QStringLiteral("stream_options"), QJsonObject{{QStringLiteral("include_usage"), true}});
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QJsonObject versionBody(const PlayPrompt& prompt, const QString& model, const QString& note) {
    QJsonObject version{{QStringLiteral("system"), prompt.system},
                        {QStringLiteral("template"), prompt.user},
                        {QStringLiteral("note"), note}};
    if (!model.isEmpty())
        version.insert(QStringLiteral("model"), model);
    if (prompt.temperature)
        version.insert(QStringLiteral("temperature"), *prompt.temperature);
    if (prompt.maxTokens)
        version.insert(QStringLiteral("max_tokens"), *prompt.maxTokens);
    return version;
}

QByteArray imageMime(const QByteArray& bytes) {
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "image/gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp";
    return {};
}

} // namespace tollgate::ui
