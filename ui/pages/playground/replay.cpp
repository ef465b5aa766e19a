#include "ui/pages/playground/replay.h"

#include "ui/models/json_walker.h"
#include "ui/pages/playground/replay_gemini.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tollgate::ui {
namespace {

constexpr qsizetype kMostKept = 256 * 1024; ///< what the gateway captures of a body

QString readable(const QByteArray& json) {
    return readableJson(QString::fromUtf8(json));
}

PlayImage imageFromUrl(const QString& url, int number) {
    PlayImage image{QStringLiteral("%1").arg(number), {}, {}, url};
    static const QString kData = u"data:"_qs;
    const qsizetype comma = url.indexOf(u',');
    if (!url.startsWith(kData) || comma < 0)
        return image;
    const QByteArray bytes = QByteArray::fromBase64(url.mid(comma + 1).toLatin1());
    if (imageMime(bytes).isEmpty())
        return image;
    return {image.name, imageMime(bytes), bytes, {}};
}

/// An image part of any dialect; nothing when it is none.
std::optional<PlayImage> imageOf(const QJsonObject& part, int number) {
    const QString type = part.value(u"type").toString();
    if (type == u"input_image"_qs && part.value(u"image_url").isString())
        return imageFromUrl(part.value(u"image_url").toString(), number);
    if (type == u"image_url"_qs)
        return imageFromUrl(part.value(u"image_url").toObject().value(u"url").toString(), number);
    if (type != u"image"_qs)
        return std::nullopt;
    const QJsonObject source = part.value(u"source").toObject();
    if (source.value(u"type") == u"url"_qs)
        return PlayImage{QString::number(number), {}, {}, source.value(u"url").toString()};
    const QByteArray bytes = QByteArray::fromBase64(source.value(u"data").toString().toLatin1());
    return PlayImage{QString::number(number), source.value(u"media_type").toString().toLatin1(), bytes, {}};
}

/// The text of a user's message and its images; false when it holds what has no field here (a result of a
/// tool, a file, a mark for the cache): then it stays what it is.
bool takeUser(const QByteArray& element, PlayPrompt& prompt) {
    const QJsonObject message = QJsonDocument::fromJson(element).object();
    if (message.value(u"role") != u"user"_qs)
        return false;
    for (const QString& name : message.keys())
        if (name != u"role"_qs && name != u"content"_qs && name != u"type"_qs)
            return false;
    const QJsonValue content = message.value(u"content");
    if (content.isString()) {
        prompt.user = content.toString();
        return !prompt.user.isEmpty();
    }
    QString text;
    QList<PlayImage> images;
    for (const QJsonValue& value : content.toArray()) {
        const QJsonObject part = value.toObject();
        const QString type = part.value(u"type").toString();
        if ((type == u"text"_qs || type == u"input_text"_qs) && part.size() == 2 && images.isEmpty())
            text += (text.isEmpty() ? QString() : u"\n\n"_qs) + part.value(u"text").toString();
        else if (const auto image = imageOf(part, static_cast<int>(images.size()) + 1);
                 image && part.size() == 2)
            images << *image;
        else
            return false;
    }
    prompt.user = text;
    prompt.images = images;
    return !text.isEmpty() || !images.isEmpty();
}

bool takeSystem(const QByteArray& element, PlayPrompt& prompt) {
    const QJsonObject message = QJsonDocument::fromJson(element).object();
    if (message.value(u"role") != u"system"_qs || !message.value(u"content").isString() ||
        message.size() != 2)
        return false;
    prompt.system = message.value(u"content").toString();
    return !prompt.system.isEmpty();
}

void takeTurns(QList<QByteArray> elements, PlayPrompt& prompt) {
    if (!elements.isEmpty() && prompt.dialect == PlayDialect::Chat && takeSystem(elements.first(), prompt))
        elements.removeFirst();
    if (!elements.isEmpty() && takeUser(elements.last(), prompt))
        elements.removeLast();
    if (!elements.isEmpty())
        prompt.earlier = readable('[' + elements.join(',') + ']');
}

/// Puts a member into the field it has here; false when it has none.
bool takeMember(const QString& name, const QJsonValue& value, const QByteArray& text, PlayPrompt& prompt) {
    const bool responses = prompt.dialect == PlayDialect::Responses;
    if (name == u"model"_qs)
        return true;
    if (name == u"stream"_qs) {
        prompt.stream = value.toBool();
        return true;
    }
    if (name == u"stream_options"_qs && prompt.dialect == PlayDialect::Chat)
        return value.toObject() == QJsonObject{{u"include_usage"_qs, true}};
    if (name == u"temperature"_qs && value.isDouble()) {
        prompt.temperature = value.toDouble();
        return true;
    }
    if (name == (responses ? u"max_output_tokens"_qs : u"max_tokens"_qs) && value.isDouble()) {
        prompt.maxTokens = value.toInt();
        return true;
    }
    if (name == u"tools"_qs && value.isArray()) {
        prompt.tools = value.toArray().isEmpty() ? QString() : readable(text);
        return true;
    }
    if (name == (prompt.dialect == PlayDialect::Messages ? u"system"_qs : u"instructions"_qs) &&
        prompt.dialect != PlayDialect::Chat) {
        prompt.system = value.toString();
        for (const QJsonValue& block : value.toArray())
            prompt.system += (prompt.system.isEmpty() ? QString() : u"\n\n"_qs) +
                             block.toObject().value(u"text").toString();
        return true;
    }
    if (responses && name == u"input"_qs && value.isString()) {
        prompt.user = value.toString();
        return true;
    }
    if (name == (responses ? u"input"_qs : u"messages"_qs) && value.isArray()) {
        takeTurns(JsonWalker(text).elements(0), prompt);
        return true;
    }
    return false;
}

bool fillFrom(const QByteArray& body, PlayPrompt& prompt) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QString turns = prompt.dialect == PlayDialect::Responses ? u"input"_qs : u"messages"_qs;
    if (!document.isObject() || !document.object().contains(turns))
        return false;
    prompt.stream = false; // until it says otherwise
    const JsonWalker walker(body);
    QByteArray more;
    for (const JsonWalker::Member& member : walker.object(0).members) {
        const QByteArray text = walker.value(member);
        if (!takeMember(member.name, document.object().value(member.name), text, prompt))
            more += (more.isEmpty() ? "{" : ",") + jsonQuoted(member.name) + ':' + text;
    }
    if (!more.isEmpty())
        prompt.more = readable(more + '}');
    return true;
}

/// Routes that only have a prompt: the notebook's, text completions, the socket.
bool fillFromPlain(const QByteArray& body, PlayPrompt& prompt, QStringList& leftOut) {
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    prompt.stream = prompt.stream || object.value(u"stream").toBool();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString& name = member.key();
        const QJsonValue value = member.value();
        const QJsonValue only = value.toArray().size() == 1 ? value.toArray().first() : value;
        if ((name == u"message"_qs || name == u"prompt"_qs) && only.isString())
            prompt.user = only.toString();
        else if (name == u"max_tokens"_qs && value.isDouble())
            prompt.maxTokens = value.toInt();
        else if (name == u"temperature"_qs && value.isDouble())
            prompt.temperature = value.toDouble();
        else if (name != u"model"_qs && name != u"stream"_qs && name != u"stream_options"_qs)
            leftOut << name;
    }
    return !prompt.user.isEmpty();
}

/// Betas change what a body means; nothing else of the headers does.
QList<QPair<QByteArray, QByteArray>> meaningfulHeaders(const HeaderList& headers) {
    QList<QPair<QByteArray, QByteArray>> kept;
    for (const auto& [name, value] : headers) {
        const QString lower = name.toLower();
        if (lower == u"anthropic-beta"_qs || lower == u"anthropic-version"_qs || lower == u"openai-beta"_qs)
            kept.append({lower.toLatin1(), value.toLatin1()});
    }
    return kept;
}

} // namespace

Replay replayOf(const RequestDetail& detail) {
    const RequestRow& row = detail.row;
    Replay replay;
    replay.possible = row.dialect != u"openai_embeddings"_qs;
    const bool counting = row.dialect == u"anthropic_count_tokens"_qs;
    const auto dialect = counting ? std::optional(PlayDialect::Messages) : dialectOf(row.dialect);
    replay.translated = !dialect || counting;
    replay.prompt.dialect = dialect.value_or(PlayDialect::Chat);
    replay.prompt.stream = row.streaming;
    replay.target = !row.requestedModel.isEmpty() ? row.requestedModel
                    : !row.alias.isEmpty()        ? row.alias
                                                  : row.target();
    if (!detail.requestBody || !replay.possible)
        return replay;
    const QByteArray body = detail.requestBody->toUtf8();
    PlayPrompt filled = replay.prompt;
    const bool gemini = row.dialect.startsWith(u"gemini_"_qs);
    QStringList leftOut;
    if (dialect  ? fillFrom(body, filled)
        : gemini ? fillFromGemini(body, filled, leftOut)
                 : fillFromPlain(body, filled, leftOut)) {
        replay.prompt = filled;
        replay.body = Replay::Body::Whole;
        replay.leftOut = leftOut;
        replay.headers = meaningfulHeaders(detail.requestHeaders);
        if (dialect && !counting)
            replay.bytes = body;
    } else {
        replay.body = body.size() >= kMostKept ? Replay::Body::Cut : Replay::Body::Unreadable;
    }
    return replay;
}

QByteArray withModel(const QByteArray& body, const QString& model) {
    const JsonWalker walker(body);
    const JsonWalker::Object object = walker.object(0);
    QByteArray edited = body;
    if (const JsonWalker::Member* member = object.find(u"model"_qs))
        return edited.replace(member->valueAt, member->valueEnd - member->valueAt,
                              jsonQuoted(model.trimmed()));
    const QByteArray added =
        "\"model\":" + jsonQuoted(model.trimmed()) + (object.members.isEmpty() ? "" : ",");
    return edited.insert(object.open + 1, added);
}

} // namespace tollgate::ui
