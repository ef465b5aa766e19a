#include "gateway/dialects/anthropic_reply_blocks.h"

#include "gateway/dialects/anthropic_seal.h"
#include "gateway/dialects/json_read.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

/// Only Anthropic's own signatures may stand there bare.
std::string proofFor(const event::ReasoningSignature& e) {
    return e.origin == Origin::Anthropic ? e.signature : sealedProof({e.origin, false, e.id, e.signature});
}

/// OpenAI's url_citation as the citation that says the same (CitationsWebSearchResultLocation).
std::optional<json::object> citationOf(const event::Citation& e) {
    if (e.origin == Origin::Anthropic && e.original.is_object())
        return e.original.get_object();
    const json::object* outer = e.value.if_object();
    const json::object* inner = outer != nullptr ? objectOf(*outer, "url_citation") : nullptr;
    if (inner == nullptr || textOf(*inner, "url").empty())
        return std::nullopt;
    json::object citation;
    citation["type"] = "web_search_result_location";
    citation["cited_text"] = textOf(*inner, "content");
    citation["url"] = textOf(*inner, "url");
    citation["title"] = textOf(*inner, "title");
    citation["encrypted_index"] = "";
    return citation;
}

} // namespace

json::object AnthropicReplyBlock::whole() const {
    json::object object;
    switch (kind) {
    case Kind::Text:
        object["type"] = "text";
        object["text"] = text;
        if (!citations.empty())
            object["citations"] = citations;
        break;
    case Kind::Thinking:
        object["type"] = "thinking";
        object["thinking"] = text;
        object["signature"] = signature;
        break;
    case Kind::Redacted:
        object["type"] = "redacted_thinking";
        object["data"] = signature;
        break;
    case Kind::ToolUse:
        object["type"] = "tool_use";
        object["id"] = id;
        object["name"] = name;
        object["input"] = input.object();
        break;
    case Kind::Opaque:
        return opaque;
    }
    return object;
}

bool AnthropicReplyBlocks::add(const ChatEvent& event) {
    return std::visit([this](const auto& e) { return on(e); }, event);
}

bool AnthropicReplyBlocks::frontIsDone() const {
    const AnthropicReplyBlock& block = m_blocks.front();
    if (block.ended)
        return true;
    // Arguments of parallel calls interleave: another block's beginning does not mean that this one is whole.
    return m_blocks.size() > 1 && (block.kind != Kind::ToolUse || block.input.complete());
}

AnthropicReplyBlock& AnthropicReplyBlocks::append(Kind kind) {
    AnthropicReplyBlock& block = m_blocks.emplace_back();
    block.kind = kind;
    return block;
}

/// The last block if it takes more text, else a new one.
AnthropicReplyBlock& AnthropicReplyBlocks::openText(bool refusal) {
    if (!m_blocks.empty()) {
        AnthropicReplyBlock& last = m_blocks.back();
        if (last.kind == Kind::Text && last.refusal == refusal && !last.cited)
            return last;
    }
    AnthropicReplyBlock& block = append(Kind::Text);
    block.refusal = refusal;
    return block;
}

/// A Message holds one answer.
bool AnthropicReplyBlocks::isForeign(int choice) {
    if (choice != 0)
        m_log.dropped("n", "an Anthropic message holds one answer");
    return choice != 0;
}

bool AnthropicReplyBlocks::on(const event::TextDelta& e) {
    if (e.text.empty() || isForeign(e.choice))
        return false;
    const bool follows = !m_blocks.empty() && m_blocks.back().kind == Kind::Text;
    (e.begins && follows ? append(Kind::Text) : openText(false)).text += e.text;
    if (e.phase != Phase::Unsaid)
        m_log.dropped("phase", "an Anthropic message does not tell comments from the answer");
    return true;
}

bool AnthropicReplyBlocks::on(const event::RefusalDelta& e) {
    m_refused = true;
    if (e.text.empty())
        return false;
    openText(true).text += e.text;
    return true;
}

bool AnthropicReplyBlocks::on(const event::ReasoningDelta& e) {
    if (e.text.empty())
        return false;
    const bool fits = !m_blocks.empty() && m_blocks.back().kind == Kind::Thinking && !m_blocks.back().ended;
    AnthropicReplyBlock& block = fits ? m_blocks.back() : append(Kind::Thinking);
    if (!fits) // for as long as nobody signs it
        block.signature = sealedProof({});
    block.text += e.text;
    return true;
}

bool AnthropicReplyBlocks::on(const event::ReasoningSignature& e) {
    const bool fits =
        !e.redacted && !m_blocks.empty() && m_blocks.back().kind == Kind::Thinking && !m_blocks.back().ended;
    AnthropicReplyBlock& block =
        fits ? m_blocks.back() : append(e.redacted ? Kind::Redacted : Kind::Thinking);
    block.signature = proofFor(e);
    block.ended = true;
    return true;
}

bool AnthropicReplyBlocks::on(const event::ToolCallStart& e) {
    if (isForeign(e.choice))
        return false;
    const std::string id = e.id.empty() ? "toolu_" + m_replyId + "_" + std::to_string(m_calls) : e.id;
    ++m_calls;
    if (!e.signature.empty()) { // Gemini wants it back with the call, and a call has no place for it
        AnthropicReplyBlock& proof = append(Kind::Redacted);
        proof.signature = sealedProof({Origin::Gemini, true, id, e.signature});
        proof.ended = true;
    }
    AnthropicReplyBlock& block = append(Kind::ToolUse);
    block.id = id;
    block.name = e.name;
    block.index = e.index;
    return true;
}

bool AnthropicReplyBlocks::on(const event::ToolArgumentsDelta& e) {
    const auto call = std::find_if(m_blocks.rbegin(), m_blocks.rend(), [&](const AnthropicReplyBlock& block) {
        return block.kind == Kind::ToolUse && block.index == e.index;
    });
    if (call != m_blocks.rend()) {
        call->input.add(e.json);
        return true;
    }
    if (e.json.find_first_not_of(" \t\r\n") != std::string::npos)
        m_log.dropped("content", "arguments came for a tool call that was closed or never begun");
    return false;
}

bool AnthropicReplyBlocks::on(const event::Citation& e) {
    auto citation = citationOf(e);
    if (!citation) {
        m_log.dropped("content", "a citation that Anthropic's format has no words for");
        return false;
    }
    const bool fits = !m_blocks.empty() && m_blocks.back().kind == Kind::Text;
    AnthropicReplyBlock& block = fits ? m_blocks.back() : append(Kind::Text);
    block.cited = true;
    block.citations.emplace_back(*std::move(citation));
    return true;
}

bool AnthropicReplyBlocks::on(const event::OpaqueBlock& e) {
    if (e.origin != Origin::Anthropic || !e.block.is_object()) {
        m_log.dropped("content", "a block that only its own provider's callers can read");
        return false;
    }
    AnthropicReplyBlock& block = append(Kind::Opaque);
    block.opaque = e.block.get_object();
    block.ended = true;
    return true;
}

} // namespace tollgate
