#include "gateway/providers/bedrock_messages.h"

#include "gateway/providers/claude_words.h"
#include "gateway/providers/encode_common.h"
#include "gateway/wire/base64_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;
using Format = std::pair<std::string_view, std::string_view>; ///< media type → Converse's word

constexpr std::array kImages{Format{"image/jpeg", "jpeg"}, Format{"image/jpg", "jpeg"},
                             Format{"image/png", "png"}, Format{"image/gif", "gif"},
                             Format{"image/webp", "webp"}};
constexpr std::array kDocuments{
    Format{"application/pdf", "pdf"},
    Format{"text/csv", "csv"},
    Format{"application/msword", "doc"},
    Format{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    Format{"application/vnd.ms-excel", "xls"},
    Format{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    Format{"text/html", "html"},
    Format{"text/plain", "txt"},
    Format{"application/json", "txt"},
    Format{"text/markdown", "md"}};
constexpr std::array kSounds{
    Format{"audio/mpeg", "mp3"},  Format{"audio/mp3", "mp3"},   Format{"audio/wav", "wav"},
    Format{"audio/ogg", "ogg"},   Format{"audio/flac", "flac"}, Format{"audio/aac", "aac"},
    Format{"audio/opus", "opus"}, Format{"audio/mp4", "m4a"},   Format{"audio/webm", "webm"}};

template <std::size_t N>
std::string_view wordFor(const std::array<Format, N>& formats, std::string_view mediaType) {
    const auto found = std::ranges::find(formats, mediaType, &Format::first);
    return found == formats.end() ? std::string_view() : found->second;
}

/// "s3://bucket/key.png" → "png"
std::string_view endingOf(std::string_view address) {
    const std::size_t dot = address.rfind('.');
    const std::string_view ending =
        dot == std::string_view::npos ? std::string_view() : address.substr(dot + 1);
    return ending == "jpg" ? std::string_view("jpeg") : ending;
}

json::object wrapped(json::string_view name, json::value value) {
    json::object block;
    block[name] = std::move(value);
    return block;
}

json::object bytesSource(std::string_view base64) {
    return wrapped("bytes", json::string(base64));
}

json::object bucketSource(std::string_view address) {
    return wrapped("s3Location", wrapped("uri", json::string(address)));
}

/// Letters, digits, single spaces, hyphens, parentheses and square brackets (API_runtime_DocumentBlock).
std::string documentName(std::string_view given) {
    constexpr std::size_t kLongest = 190;
    given = given.substr(0, given.rfind('.') == 0 ? 0 : std::min(given.rfind('.'), given.size()));
    std::string name;
    for (const char c : given.substr(0, kLongest)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 ||
                                           std::string_view("-()[]").find(c) != std::string_view::npos);
        if (plain)
            name += c;
        else if (!name.empty() && name.back() != ' ')
            name += ' ';
    }
    while (name.ends_with(' '))
        name.pop_back();
    return name.empty() ? "document" : name;
}

class ConverseWriter {
public:
    ConverseWriter(const BedrockFamily& family, TranslationLog& log, ReplyHints& hints)
        : m_family(family)
        , m_log(log)
        , m_hints(hints)
        , m_ids([mistral = family.mistral](const std::string& id) { return sentId(id, mistral); }) {}

    tl::expected<json::array, Error> write(const Conversation& conversation) {
        json::array messages;
        for (const Turn& turn : conversation.turns) {
            json::array blocks;
            bool anyText = false;
            bool anyDocument = false;
            if (turn.assistant)
                m_ids.beginTurn();
            for (const TurnPart& one : turn.parts) {
                m_at = one.at;
                anyText = anyText || one.part->kind == Kind::Text;
                anyDocument = anyDocument || one.part->kind == Kind::Document;
                addBlock(*one.part, blocks);
            }
            if (m_failure)
                return tl::unexpected(*std::move(m_failure));
            if (anyDocument && !anyText) {
                blocks.push_back(wrapped("text", "See the document."));
                m_log.synthesised(m_at + ".content", "a document must come with a text");
            }
            if (blocks.empty())
                continue;
            json::object message;
            message["role"] = turn.assistant ? "assistant" : "user";
            message["content"] = std::move(blocks);
            messages.push_back(std::move(message));
        }
        return messages;
    }

private:
    void addBlock(const ContentPart& part, json::array& blocks) {
        json::object block = content(part);
        if (block.empty())
            return;
        blocks.push_back(std::move(block));
        if (!part.cache || part.kind == Kind::Reasoning)
            return;
        if (m_family.caches())
            blocks.push_back(cachePoint(*part.cache));
        else
            m_log.dropped(m_at + ".content.cache_control", "this model has no cache");
    }

    json::object content(const ContentPart& part) {
        switch (part.kind) {
        case Kind::Text:
        case Kind::Refusal:
            return wrapped("text", json::string(part.text));
        case Kind::Image:
            return image(part);
        case Kind::Document:
            return document(part);
        case Kind::Audio:
            return audio(part);
        case Kind::ToolCall:
            return toolUse(part);
        case Kind::ToolResult:
            return toolResult(part);
        case Kind::Reasoning:
            return reasoning(part);
        case Kind::Opaque:
            return part.opaque.is_object() ? part.opaque.get_object() : json::object();
        }
        return {};
    }

    json::object media(json::string_view kind, std::string_view format, json::object source) {
        json::object inner;
        inner["format"] = format;
        inner["source"] = std::move(source);
        return wrapped(kind, std::move(inner));
    }

    json::object image(const ContentPart& part) {
        if (part.detail == "low" || part.detail == "high")
            m_log.dropped(m_at + ".content.detail", "the model chooses the resolution itself");
        if (part.url.starts_with("s3://"))
            return media("image", endingOf(part.url), bucketSource(part.url));
        const DataUri data = parseDataUri(part.url);
        const std::string_view format = wordFor(kImages, data.mediaType);
        if (format.empty())
            refuse("images are JPEG, PNG, GIF or WebP here, sent as they are or from S3, not by address");
        return media("image", format, bytesSource(data.base64));
    }

    json::object audio(const ContentPart& part) {
        const DataUri data = parseDataUri(part.url);
        const std::string_view format = wordFor(kSounds, data.mediaType);
        if (format.empty())
            refuse("this provider does not take such audio");
        return media("audio", format, bytesSource(data.base64));
    }

    json::object document(const ContentPart& part) {
        json::object inner;
        if (!part.text.empty()) {
            inner["format"] = "txt";
            inner["source"] = bytesSource(base64Encoded(part.text));
        } else if (part.url.starts_with("s3://")) {
            inner["format"] = endingOf(part.url);
            inner["source"] = bucketSource(part.url);
        } else {
            const DataUri data = parseDataUri(part.url);
            const std::string_view format = wordFor(kDocuments, data.mediaType);
            if (format.empty())
                refuse(
                    "documents are PDF, Word, Excel, HTML or text here, sent as they are or from S3, not by "
                    "address");
            inner["format"] = format;
            inner["source"] = bytesSource(data.base64);
        }
        std::string name = documentName(part.name);
        for (int i = 2; !m_documents.insert(name).second; ++i) // no two may share one
            name = documentName(part.name) + " " + std::to_string(i);
        inner["name"] = name;
        return wrapped("document", std::move(inner));
    }

    /// Mistral's ids are nine letters and digits.
    static std::string sentId(const std::string& id, bool mistral) {
        if (!mistral)
            return safeIdentifier(id, kBedrockName);
        constexpr std::size_t kMistral = 9;
        if (id.size() == kMistral &&
            std::ranges::all_of(id, [](unsigned char c) { return std::isalnum(c) != 0; }))
            return id;
        // Nine characters leave eight digits of its hash and the underscore before them.
        std::string sent = safeIdentifier(id + "#", kMistral);
        sent.front() = 'c';
        return sent;
    }

    json::object toolUse(const ContentPart& part) {
        json::object inner;
        inner["toolUseId"] = m_ids.ofCall(part.id);
        inner["name"] = sentToolName(part.name, kBedrockName, m_hints);
        inner["input"] = callInput(part, m_at, m_log);
        return wrapped("toolUse", std::move(inner));
    }

    json::object toolResult(const ContentPart& part) {
        json::array blocks;
        for (const ContentPart& piece : part.parts) {
            const bool blank = piece.kind == Kind::Text && isBlank(piece.text);
            if (piece.kind == Kind::Opaque && !bedrockTakesBack(piece, m_family))
                m_log.dropped(m_at + ".content", "a block that only its own provider can read");
            else if (!blank)
                blocks.push_back(content(piece));
        }
        if (part.isError && !m_family.marksFailedTools())
            blocks.insert(blocks.begin(), wrapped("text", "Error:"));
        if (blocks.empty())
            blocks.push_back(wrapped("text", "No output."));
        json::object inner;
        inner["toolUseId"] = m_ids.ofResult(part.id);
        inner["content"] = std::move(blocks);
        if (part.isError && m_family.marksFailedTools())
            inner["status"] = "error";
        return wrapped("toolResult", std::move(inner));
    }

    /// Signed: not a byte may change.
    static json::object reasoning(const ContentPart& part) {
        if (part.redacted)
            return wrapped("reasoningContent", wrapped("redactedContent", json::string(part.signature)));
        json::object text;
        text["text"] = part.text;
        text["signature"] = part.signature;
        return wrapped("reasoningContent", wrapped("reasoningText", std::move(text)));
    }

    void refuse(std::string reason) {
        if (!m_failure)
            m_failure = cannotSay(m_at + ".content", std::move(reason));
    }

    const BedrockFamily& m_family;
    TranslationLog& m_log;
    ReplyHints& m_hints;
    CallIds m_ids;
    std::string m_at;
    std::set<std::string> m_documents; ///< names in use
    std::optional<Error> m_failure;
};

} // namespace

BedrockFamily bedrockFamily(std::string_view model) {
    const auto has = [&](std::string_view word) { return model.find(word) != std::string_view::npos; };
    BedrockFamily family;
    family.claude = has("claude");
    family.nova = has("amazon.nova");
    family.nova2 = has("amazon.nova-2");
    family.mistral = has("mistral.");
    family.gptOss = has("openai.gpt-oss");
    return family;
}

bool bedrockTakesBack(const ContentPart& part, const BedrockFamily& family) {
    if (part.kind == Kind::Opaque)
        return part.origin == Origin::Bedrock;
    if (part.signature.empty())
        return false;
    return part.origin == Origin::Bedrock ||
           (part.origin == Origin::Anthropic && family.claude && !part.redacted);
}

json::array bedrockSystem(const Conversation& conversation, const BedrockFamily& family,
                          const std::string& instruction, TranslationLog& log) {
    json::array blocks;
    for (const TurnPart& one : conversation.system) {
        blocks.push_back(wrapped("text", json::string(one.part->text)));
        if (one.part->cache && family.caches())
            blocks.push_back(cachePoint(*one.part->cache));
        else if (one.part->cache)
            log.dropped(one.at + ".content.cache_control", "this model has no cache");
    }
    if (!instruction.empty())
        blocks.push_back(wrapped("text", json::string(instruction)));
    return blocks;
}

tl::expected<json::array, Error> bedrockMessages(const Conversation& conversation,
                                                 const BedrockFamily& family, TranslationLog& log,
                                                 ReplyHints& hints) {
    return ConverseWriter(family, log, hints).write(conversation);
}

json::object cachePoint(const CacheMark& mark) {
    json::object inner = wrapped("type", "default");
    if (!mark.ttl.empty())
        inner["ttl"] = mark.ttl;
    return wrapped("cachePoint", std::move(inner));
}

} // namespace tollgate
