#pragma once
// The simulated provider: the notebook's mock models. No network, no spend, the same faults in the same order
// for the same seed.

#include "gateway/config/resources.h"
#include "gateway/wire/chat_event.h"
#include "gateway/wire/chat_request.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tollgate {

/// What one simulated call will do. The caller waits and then plays it.
struct SimulatedCall {
    enum class Fate { Answer, Timeout, Error, RateLimited };
    enum class Ending { Whole, Cut, Stall }; ///< of an answer: at its end, or half way
    Fate fate = Fate::Answer;
    Ending ending = Ending::Whole;
    double delayMs = 0;                       ///< until the first byte, or until the fault shows
    double msPerPiece = 0;                    ///< between two streamed pieces
    double stallMs = 0;                       ///< how long a stalled one is silent until it is given up
    std::vector<std::string> pieces;          ///< the reply, cut as it streams
    std::vector<event::Embedding> embeddings; ///< instead of pieces, for Operation::Embeddings
    FinishReason finish = FinishReason::Stop;
    Usage usage;
};

/// Thread-safe. Draws come from generators of the provider, seeded by its options. Beside the notebook's
/// faults, options know `p_rate_limit` (429), `p_truncate` (the connection ends half way) and `p_stall` (it
/// falls silent half way, for as long as `timeouts_ms.idle`), each 0 to 1.
class SimulatedProviders {
public:
    SimulatedCall plan(const Provider& provider, const std::string& model, const ChatRequest& request);

private:
    struct Source {
        std::uint64_t seed = 0;
        std::mt19937_64 engine;
        std::mt19937_64
            faults; ///< of the faults below; apart, so that they do not shift the others' sequence
    };
    std::mutex m_mutex;
    std::unordered_map<std::string, Source> m_sources;
};

/// The system text, "\nUser: ", the last user text; without a system text the user text alone.
std::string simulatedPrompt(const ChatRequest& request);
/// The reply form with {provider}, {model}, {prompt} and {prompt:N} (its first N characters) filled in.
std::string simulatedReply(std::string_view form, std::string_view provider, std::string_view model,
                           std::string_view prompt);
/// A unit vector that depends on nothing but the text.
std::vector<float> simulatedEmbedding(std::string_view text, std::size_t dimensions);
/// max(1, characters / 4), characters being Unicode code points.
std::int64_t simulatedTokens(std::string_view text);

} // namespace tollgate
