#include "ui/pages/playground/play_request.h"

#include "ui/models/json_walker.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace tollgate::ui {
namespace {

using Field = PlayProblem::Field;

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString dataUrl(const PlayImage& image) {
    if (image.mime.isEmpty())
        return image.url;
    return QString::fromLatin1(QByteArray("data:" + image.mime + ";base64," + image.bytes.toBase64()));
}

QByteArray userMessage(const PlayPrompt& prompt) {
    QJsonValue content = prompt.user;
    if (!prompt.images.isEmpty()) {
        QJsonArray parts;
        if (!prompt.user.isEmpty())
            parts.append(QJsonObject{
                {u"type"_qs, prompt.dialect == PlayDialect::Responses ? u"input_text"_qs : u"text"_qs},
                {u"text"_qs, prompt.user}});
        for (const PlayImage& image : prompt.images)
            parts.append(imagePart(prompt.dialect, image));
        content = parts;
    }
    return compact({{u"role"_qs, u"user"_qs}, {u"content"_qs, content}});
}

/// The members of a request in the order they were added, texts of JSON as they are.
class BodyText {
public:
    void add(const char* name, const QByteArray& json) {
        m_text += (m_text.isEmpty() ? "{\"" : ",\"") + QByteArray(name) + "\":" + json;
    }
    void addMembers(const QByteArray& object) {
        const JsonWalker walker(object);
        for (const JsonWalker::Member& member : walker.object(0).members)
            m_text += (m_text.isEmpty() ? "{" : ",") + jsonQuoted(member.name) + ':' + walker.value(member);
    }
    QByteArray whole() const { return m_text + '}'; }

private:
    QByteArray m_text;
};

QByteArray list(const QList<QByteArray>& elements) {
    return '[' + elements.join(',') + ']';
}

/// A text of the person's that must be JSON; null when it is what it should be.
std::optional<PlayProblem> mistake(const QString& text, Field field, bool array) {
    if (text.trimmed().isEmpty())
        return std::nullopt;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return PlayProblem{field, tr("This is not JSON: %1").arg(problem.errorString())};
    if (array && !document.isArray())
        return PlayProblem{field, field == Field::Tools ? tr("Tools are a JSON array.")
                                                        : tr("Messages are a JSON array.")};
    if (!array && !document.isObject())
        return PlayProblem{field, tr("Other parameters are a JSON object.")};
    return std::nullopt;
}

/// Names that have a field of their own here.
bool hasField(PlayDialect dialect, const QString& name) {
    static const QStringList kEverywhere{u"model"_qs, u"stream"_qs, u"temperature"_qs, u"tools"_qs};
    static const QStringList kChat{u"messages"_qs, u"max_tokens"_qs};
    static const QStringList kResponses{u"input"_qs, u"instructions"_qs, u"max_output_tokens"_qs};
    static const QStringList kMessages{u"messages"_qs, u"system"_qs, u"max_tokens"_qs};
    const QStringList& own = dialect == PlayDialect::Chat        ? kChat
                             : dialect == PlayDialect::Responses ? kResponses
                                                                 : kMessages;
    return kEverywhere.contains(name) || own.contains(name);
}

std::optional<PlayProblem> mistakeIn(const PlayPrompt& prompt, const QString& model) {
    if (model.trimmed().isEmpty())
        return PlayProblem{Field::Model, tr("Choose an alias or provider/model.")};
    const QString earlier = prompt.earlier.trimmed();
    if (prompt.user.trimmed().isEmpty() && prompt.images.isEmpty() && earlier.isEmpty())
        return PlayProblem{Field::User, tr("Write a message first.")};
    for (const auto& wrong :
         {mistake(prompt.earlier, Field::Earlier, true), mistake(prompt.tools, Field::Tools, true),
          mistake(prompt.more, Field::More, false)})
        if (wrong)
            return wrong;
    for (const QString& name : QJsonDocument::fromJson(prompt.more.toUtf8()).object().keys())
        if (hasField(prompt.dialect, name))
            return PlayProblem{Field::More, tr("%1 has a field of its own.").arg(name)};
    return std::nullopt;
}

QList<QByteArray> turns(const PlayPrompt& prompt, const QList<QByteArray>& continuation) {
    QList<QByteArray> all;
    if (prompt.dialect == PlayDialect::Chat && !prompt.system.trimmed().isEmpty())
        all << compact({{u"role"_qs, u"system"_qs}, {u"content"_qs, prompt.system}});
    const QByteArray earlier = prompt.earlier.toUtf8();
    if (!earlier.trimmed().isEmpty())
        all << JsonWalker(earlier).elements(0);
    if (!prompt.user.trimmed().isEmpty() || !prompt.images.isEmpty())
        all << userMessage(prompt);
    return all + continuation;
}

} // namespace

QString dialectName(PlayDialect dialect) {
    switch (dialect) {
    case PlayDialect::Responses:
        return QStringLiteral("OpenAI Responses");
    case PlayDialect::Messages:
        return QStringLiteral("Anthropic Messages");
    case PlayDialect::Chat:
        break;
    }
    return QStringLiteral("OpenAI Chat Completions");
}

QString dialectId(PlayDialect dialect) {
    switch (dialect) {
    case PlayDialect::Responses:
        return u"openai_responses"_qs;
    case PlayDialect::Messages:
        return u"anthropic_messages"_qs;
    case PlayDialect::Chat:
        break;
    }
    return u"openai_chat"_qs;
}

QString dialectPath(PlayDialect dialect) {
    switch (dialect) {
    case PlayDialect::Responses:
        return u"/v1/responses"_qs;
    case PlayDialect::Messages:
        return u"/v1/messages"_qs;
    case PlayDialect::Chat:
        break;
    }
    return u"/v1/chat/completions"_qs;
}

std::optional<PlayDialect> dialectOf(const QString& ledgerId) {
    for (const PlayDialect one : {PlayDialect::Chat, PlayDialect::Responses, PlayDialect::Messages})
        if (dialectId(one) == ledgerId)
            return one;
    return std::nullopt;
}

bool PlayPrompt::isEmpty() const {
    return system.isEmpty() && earlier.isEmpty() && user.isEmpty() && tools.isEmpty() && more.isEmpty() &&
           images.isEmpty() && !temperature && !maxTokens;
}

tl::expected<QByteArray, PlayProblem> playBody(const PlayPrompt& prompt, const QString& model,
                                               const QList<QByteArray>& continuation) {
    if (const auto wrong = mistakeIn(prompt, model))
        return tl::unexpected(*wrong);
    const bool chat = prompt.dialect == PlayDialect::Chat;
    const bool responses = prompt.dialect == PlayDialect::Responses;
    BodyText body;
    body.add("model", jsonQuoted(model.trimmed()));
    if (!chat && !prompt.system.trimmed().isEmpty())
        body.add(responses ? "instructions" : "system", jsonQuoted(prompt.system));
    body.add(responses ? "input" : "messages", list(turns(prompt, continuation)));
    if (prompt.temperature)
        body.add("temperature", QByteArray::number(*prompt.temperature));
    const bool needsLimit = prompt.dialect == PlayDialect::Messages;
    if (prompt.maxTokens || needsLimit)
        body.add(responses ? "max_output_tokens" : "max_tokens",
                 QByteArray::number(prompt.maxTokens.value_or(kMessagesTokens)));
    if (!prompt.tools.trimmed().isEmpty())
        body.add("tools", prompt.tools.trimmed().toUtf8());
    const QByteArray more = prompt.more.trimmed().toUtf8();
    if (!more.isEmpty())
        body.addMembers(more);
    if (prompt.stream) {
        body.add("stream", "true");
        if (chat && !QJsonDocument::fromJson(more).object().contains(u"stream_options"))
            body.add("stream_options", "{\"include_usage\":true}");
    }
    return body.whole();
}

QJsonObject versionBody(const PlayPrompt& prompt, const QString& model, const QString& note) {
    QJsonObject version{{u"system"_qs, prompt.system}, {u"template"_qs, prompt.user}, {u"note"_qs, note}};
    if (!model.isEmpty())
        version.insert(u"model"_qs, model);
    if (prompt.temperature)
        version.insert(u"temperature"_qs, *prompt.temperature);
    if (prompt.maxTokens)
        version.insert(u"max_tokens"_qs, *prompt.maxTokens);
    return version;
}

QStringList leftOutOfVersion(const PlayPrompt& prompt) {
    QStringList parts;
    if (!prompt.earlier.trimmed().isEmpty())
        parts << tr("earlier messages");
    if (!prompt.images.isEmpty())
        parts << tr("images");
    if (!prompt.tools.trimmed().isEmpty())
        parts << tr("tools");
    if (!prompt.more.trimmed().isEmpty())
        parts << tr("other parameters");
    return parts;
}

QJsonObject imagePart(PlayDialect dialect, const PlayImage& image) {
    if (dialect == PlayDialect::Chat)
        return {{u"type"_qs, u"image_url"_qs}, {u"image_url"_qs, QJsonObject{{u"url"_qs, dataUrl(image)}}}};
    if (dialect == PlayDialect::Responses)
        return {{u"type"_qs, u"input_image"_qs}, {u"image_url"_qs, dataUrl(image)}};
    QJsonObject source{{u"type"_qs, u"url"_qs}, {u"url"_qs, image.url}};
    if (!image.mime.isEmpty())
        source = {{u"type"_qs, u"base64"_qs},
                  {u"media_type"_qs, QString::fromLatin1(image.mime)},
                  {u"data"_qs, QString::fromLatin1(image.bytes.toBase64())}};
    return {{u"type"_qs, u"image"_qs}, {u"source"_qs, source}};
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

QString toolsFor(PlayDialect dialect, const QString& tools) {
    const QJsonDocument document = QJsonDocument::fromJson(tools.toUtf8());
    if (!document.isArray())
        return tools;
    QJsonArray converted;
    bool changed = false;
    for (const QJsonValue& value : document.array()) {
        const QJsonObject tool = value.toObject();
        const bool nested = tool.value(u"function").isObject();
        const QJsonObject from = nested ? tool.value(u"function").toObject() : tool;
        const bool custom = tool.contains(u"input_schema");
        const bool function = custom || tool.value(u"type") == u"function"_qs;
        const PlayDialect now = custom   ? PlayDialect::Messages
                                : nested ? PlayDialect::Chat
                                         : PlayDialect::Responses;
        if (!function || now == dialect) {
            converted.append(value);
            continue;
        }
        changed = true;
        QJsonObject to;
        for (const QString& name : {u"name"_qs, u"description"_qs, u"strict"_qs})
            if (from.contains(name))
                to.insert(name, from.value(name));
        to.insert(dialect == PlayDialect::Messages ? u"input_schema"_qs : u"parameters"_qs,
                  from.value(custom ? u"input_schema"_qs : u"parameters"_qs));
        if (dialect == PlayDialect::Chat)
            to = {{u"type"_qs, u"function"_qs}, {u"function"_qs, to}};
        else if (dialect == PlayDialect::Responses)
            to.insert(u"type"_qs, u"function"_qs);
        converted.append(to);
    }
    return changed ? QString::fromUtf8(QJsonDocument(converted).toJson()) : tools;
}

} // namespace tollgate::ui
