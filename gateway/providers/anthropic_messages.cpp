#include "gateway/providers/anthropic_messages.h"

#include "gateway/providers/claude_words.h"
#include "gateway/providers/encode_common.h"
#include "gateway/wire/base64_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;

constexpr std::array<std::string_view, 4> kImageTypes{"image/jpeg", "image/png", "image/gif", "image/webp"};

json::object typed(json::string_view type) {
    json::object block;
    block["type"] = type;
    return block;
}

json::object textBlock(std::string_view text) {
    json::object block = typed("text");
    block["text"] = text;
    return block;
}

json::object urlSource(std::string_view url) {
    json::object source = typed("url");
    source["url"] = url;
    return source;
}

json::object base64Source(std::string_view mediaType, std::string_view data) {
    json::object source = typed("base64");
    source["media_type"] = mediaType;
    source["data"] = data;
    return source;
}

bool isWebAddress(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

class BlockWriter {
public:
    BlockWriter(TranslationLog& log, ReplyHints& hints)
        : m_log(log)
        , m_hints(hints) {}

    tl::expected<json::array, Error> write(const Conversation& conversation) {
        json::array messages;
        for (const Turn& turn : conversation.turns) {
            json::array blocks;
            if (turn.assistant)
                m_ids.beginTurn();
            for (const TurnPart& one : turn.parts) {
                m_at = one.at;
                if (json::object written = block(*one.part); !written.empty())
                    blocks.push_back(std::move(written));
            }
            if (m_failure)
                return tl::unexpected(*std::move(m_failure));
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
    json::object block(const ContentPart& part) {
        json::object written = content(part);
        if (!written.empty() && part.kind != Kind::Reasoning && part.kind != Kind::Opaque)
            addCacheControl(written, part.cache);
        return written;
    }

    json::object content(const ContentPart& part) {
        switch (part.kind) {
        case Kind::Text:
        case Kind::Refusal:
            return textBlock(part.text);
        case Kind::Image:
            return image(part);
        case Kind::Document:
            return document(part);
        case Kind::Audio:
            refuse("this provider does not listen to audio");
            return {};
        case Kind::ToolCall:
            return toolUse(part);
        case Kind::ToolResult:
            return toolResult(part);
        case Kind::Reasoning:
            return thinking(part);
        case Kind::Opaque:
            return part.opaque.is_object() ? part.opaque.get_object() : json::object();
        }
        return {};
    }

    /// Signed: not a byte may change.
    static json::object thinking(const ContentPart& part) {
        if (part.redacted) {
            json::object block = typed("redacted_thinking");
            block["data"] = part.signature;
            return block;
        }
        json::object block = typed("thinking");
        block["thinking"] = part.text;
        block["signature"] = part.signature;
        return block;
    }

    json::object toolUse(const ContentPart& part) {
        json::object block = typed("tool_use");
        block["id"] = m_ids.ofCall(part.id);
        block["name"] = sentToolName(part.name, kAnthropicName, m_hints);
        block["input"] = callInput(part, m_at, m_log);
        return block;
    }

    json::object toolResult(const ContentPart& part) {
        json::object block = typed("tool_result");
        block["tool_use_id"] = m_ids.ofResult(part.id);
        json::array parts;
        for (const ContentPart& inner : part.parts) {
            if (inner.kind == Kind::Text && isBlank(inner.text))
                continue;
            if (inner.kind == Kind::Opaque && !anthropicTakesBack(inner)) {
                m_log.dropped(m_at + ".content", "a block that only its own provider can read");
                continue;
            }
            if (json::object written = this->block(inner); !written.empty())
                parts.push_back(std::move(written));
        }
        if (!parts.empty())
            block["content"] = std::move(parts);
        if (part.isError)
            block["is_error"] = true;
        return block;
    }

    json::object image(const ContentPart& part) {
        json::object block = typed("image");
        if (part.detail == "low" || part.detail == "high")
            m_log.dropped(m_at + ".content.detail", "the model chooses the resolution itself");
        if (const DataUri data = parseDataUri(part.url)) {
            const std::string_view type = data.mediaType == "image/jpg" ? "image/jpeg" : data.mediaType;
            if (std::ranges::find(kImageTypes, type) == kImageTypes.end())
                refuse("images are JPEG, PNG, GIF or WebP here");
            block["source"] = base64Source(type, data.base64);
        } else if (isWebAddress(part.url)) {
            block["source"] = urlSource(part.url);
        } else if (isOwnFile(part)) {
            block["source"] = fileSource(part);
        } else {
            refuse("the image has neither bytes nor an address that this provider can reach");
        }
        return block;
    }

    json::object document(const ContentPart& part) {
        json::object block = typed("document");
        if (!part.text.empty()) {
            block["source"] = plainSource(part.text);
        } else if (const DataUri data = parseDataUri(part.url)) {
            block["source"] = documentSource(data);
        } else if (isWebAddress(part.url)) {
            block["source"] = urlSource(part.url);
        } else if (isOwnFile(part)) {
            block["source"] = fileSource(part);
        } else {
            refuse("the document has neither bytes nor an address that this provider can reach");
        }
        if (!part.name.empty())
            block["title"] = part.name;
        return block;
    }

    json::object documentSource(const DataUri& data) {
        if (data.mediaType == "application/pdf")
            return base64Source(data.mediaType, data.base64);
        if (data.mediaType.starts_with("text/") || data.mediaType == "application/json") {
            if (const auto text = base64Decoded(data.base64))
                return plainSource(*text);
        }
        refuse("documents are PDF or plain text here");
        return {};
    }

    static json::object plainSource(std::string_view text) {
        json::object source = typed("text");
        source["media_type"] = "text/plain";
        source["data"] = text;
        return source;
    }

    /// Other providers' file ids look different ("file-…").
    static bool isOwnFile(const ContentPart& part) { return part.fileId.starts_with("file_"); }
    static json::object fileSource(const ContentPart& part) {
        json::object source = typed("file");
        source["file_id"] = part.fileId;
        return source;
    }

    void refuse(std::string reason) {
        if (!m_failure)
            m_failure = cannotSay(m_at + ".content", std::move(reason));
    }

    TranslationLog& m_log;
    ReplyHints& m_hints;
    std::string m_at;
    CallIds m_ids{[](const std::string& id) { return safeIdentifier(id, kAnthropicName); }};
    std::optional<Error> m_failure;
};

} // namespace

/// Signatures are good on every platform that serves Claude; redacted blocks are wrapped differently.
bool anthropicTakesBack(const ContentPart& part) {
    if (part.kind == Kind::Opaque)
        return part.origin == Origin::Anthropic;
    if (part.signature.empty())
        return false;
    return part.origin == Origin::Anthropic || (part.origin == Origin::Bedrock && !part.redacted);
}

json::array anthropicSystem(const Conversation& conversation, const std::string& instruction) {
    json::array blocks;
    for (const TurnPart& one : conversation.system) {
        json::object block = textBlock(one.part->text);
        addCacheControl(block, one.part->cache);
        blocks.push_back(std::move(block));
    }
    if (!instruction.empty())
        blocks.push_back(textBlock(instruction));
    return blocks;
}

tl::expected<json::array, Error> anthropicMessages(const Conversation& conversation, TranslationLog& log,
                                                   ReplyHints& hints) {
    return BlockWriter(log, hints).write(conversation);
}

void addCacheControl(json::object& block, const std::optional<CacheMark>& mark) {
    if (!mark)
        return;
    json::object control = typed("ephemeral");
    if (!mark->ttl.empty())
        control["ttl"] = mark->ttl;
    block["cache_control"] = std::move(control);
}

} // namespace tollgate
