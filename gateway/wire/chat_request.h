#pragma once
// A request as every dialect and every provider understands it: N + M, never N × M. What a dialect can say
// and this cannot goes to `extras`; what a target cannot say goes to its TranslationLog. Nothing is lost in
// silence.

#include "gateway/wire/wire_format.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

enum class Role { System, Developer, User, Assistant, Tool };

/// Whose opaque, signed blocks these are: only the same kind of upstream can read them back.
enum class Origin { Unknown, OpenAi, Anthropic, Gemini, Bedrock };

/// What a text of the model was in its turn: said on the way, or the answer (OpenAI Responses,
/// platform.openai.com/docs/api-reference/responses/object, phase of messages).
enum class Phase : std::uint8_t { Unsaid, Commentary, FinalAnswer };
std::string_view phaseName(Phase phase); ///< "commentary", "final_answer"; empty: unsaid
Phase phaseNamed(std::string_view name);

/// Anthropic's cache_control, Bedrock's cachePoint: everything up to here is worth caching.
struct CacheMark {
    std::string ttl; ///< "5m", "1h"; empty: the provider's default
    friend bool operator==(const CacheMark&, const CacheMark&) = default;
};

struct ContentPart {
    enum class Kind {
        Text,
        Image,
        Document, ///< a PDF or a text file
        Audio,
        ToolCall,
        ToolResult,
        Refusal,
        Reasoning,
        Opaque, ///< a block of `origin` that is passed on as it is or not at all
    };
    Kind kind = Kind::Text;
    std::string text;                ///< Text, Refusal; Reasoning: what may be read of it
    std::string url;                 ///< Image, Document, Audio: http(s) or data URI; empty with `fileId`
    std::string fileId;              ///< Image, Document: the upstream's own file
    std::string detail;              ///< Image: low, high, auto
    std::string id;                  ///< ToolCall; the call a ToolResult answers; Reasoning: the item's id
    std::string name;                ///< ToolCall; Document: file name or title
    std::string arguments;           ///< ToolCall: JSON text, as the model wrote it
    bool isError = false;            ///< ToolResult: the tool says that it failed
    std::vector<ContentPart> parts;  ///< ToolResult: texts, images, documents
    std::string signature;           ///< Reasoning, ToolCall: opaque proof, bytes as they came
    bool redacted = false;           ///< Reasoning: `signature` holds the encrypted whole
    Origin origin = Origin::Unknown; ///< of `signature` and `opaque`
    boost::json::value opaque;       ///< Opaque
    std::optional<CacheMark> cache;
    Phase phase = Phase::Unsaid; ///< Text, Refusal of the model

    /// The texts of `parts`, joined by newlines.
    std::string resultText() const;
};

struct Message {
    Role role = Role::User;
    std::string name;
    std::vector<ContentPart> parts;
};

struct ToolDefinition {
    std::string name;
    std::string description;
    boost::json::value schema; ///< JSON schema of the arguments; null when none was given
    std::optional<bool> strict;
    /// Function: the caller runs it. Custom: the same with free text instead of JSON (OpenAI); its schema is
    /// {"input": string} for everyone else. Server: the upstream runs it (web search, code execution); `raw`
    /// is the caller's own words, and `name` its type.
    enum class Kind { Function, Custom, Server };
    Kind kind = Kind::Function;
    boost::json::value raw = nullptr;
    std::optional<CacheMark> cache = {};
};

struct ToolChoice {
    enum class Mode { Unset, Auto, None, Required, Named };
    Mode mode = Mode::Unset;
    std::string name;
};

struct ResponseFormat {
    enum class Kind { Text, JsonObject, JsonSchema };
    Kind kind = Kind::Text;
    std::string name;
    std::string description;
    boost::json::value schema;
    std::optional<bool> strict;
};

/// How much the model may think before it answers.
struct ReasoningWish {
    enum class Mode { Unset, Off, On, Adaptive };
    Mode mode = Mode::Unset;
    std::string effort;                 ///< none, minimal, low, medium, high, xhigh, max; empty: unset
    std::optional<std::int64_t> budget; ///< tokens
    std::string summary;                ///< auto, concise, detailed (OpenAI); empty: unset
    bool wantsEncrypted = false;        ///< include: ["reasoning.encrypted_content"]
};

/// A member of the caller's body that the canonical form has no place for.
struct ExtraParam {
    std::string name;
    boost::json::value value;
};

struct EmbeddingInput {
    std::vector<std::string> texts;
    std::vector<std::vector<std::int64_t>> tokens; ///< instead of texts: OpenAI's own token ids
    std::optional<std::int64_t> dimensions;
    bool base64 = false; ///< encoding_format
};

struct ChatRequest {
    Operation operation = Operation::Chat;
    std::string model;
    std::vector<Message> messages;
    std::vector<ToolDefinition> tools;
    ToolChoice toolChoice;
    std::optional<bool> parallelToolCalls;
    std::optional<std::int64_t> maxTokens;
    std::optional<double> temperature; ///< 0–2, as OpenAI counts
    std::optional<double> topP;
    std::optional<std::int64_t> topK;
    std::vector<std::string> stop;
    std::optional<std::int64_t> seed;
    std::optional<double> presencePenalty;
    std::optional<double> frequencyPenalty;
    std::optional<std::int64_t> n;
    std::optional<bool> logprobs;
    std::optional<std::int64_t> topLogprobs;
    boost::json::value logitBias;
    ResponseFormat format;
    ReasoningWish reasoning;
    std::string verbosity; ///< low, medium, high; empty: unset
    std::string serviceTier;
    std::string user;
    boost::json::value metadata;
    std::vector<ExtraParam> extras;
    std::vector<std::string> betas; ///< of Anthropic's API, which the caller opts in to (anthropic-beta)
    EmbeddingInput embedding;       ///< of Operation::Embeddings
    bool stream = false;

    /// All text of system and developer messages, joined by newlines.
    std::string systemText() const;
    /// Text of the last user message.
    std::string lastUserText() const;
};

/// "data:image/png;base64,AAAA" → "image/png" and "AAAA"; empty views when it is not a base64 data URI.
struct DataUri {
    std::string_view mediaType;
    std::string_view base64;
    explicit operator bool() const { return !mediaType.empty(); }
};
DataUri parseDataUri(std::string_view url);

} // namespace tollgate
