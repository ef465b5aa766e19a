#include "gateway/wire/translation.h"

#include <algorithm>
#include <array>

namespace tollgate {

void TranslationLog::add(const char* action, std::string param, std::string reason) {
    TranslationNote note{action, std::move(param), std::move(reason)};
    if (std::ranges::find(m_notes, note) == m_notes.end())
        m_notes.push_back(std::move(note));
}

void TranslationLog::dropped(std::string param, std::string reason) {
    add("dropped", std::move(param), std::move(reason));
}

void TranslationLog::clamped(std::string param, std::string reason) {
    add("clamped", std::move(param), std::move(reason));
}

void TranslationLog::synthesised(std::string param, std::string reason) {
    add("synthesised", std::move(param), std::move(reason));
}

void TranslationLog::unsupported(boost::json::object& body, std::string_view param, boost::json::value value,
                                 std::string reason) {
    if (m_policy == UnsupportedParams::Pass) {
        body[param] = std::move(value);
        add("passed", std::string(param), std::move(reason));
        return;
    }
    unsupported(param, std::move(reason));
}

void TranslationLog::unsupported(std::string_view param, std::string reason) {
    if (m_policy == UnsupportedParams::Reject && !m_refusal) {
        Error error;
        error.code = ErrorCode::InvalidRequest;
        error.param = param;
        error.message = "\"" + error.param + "\" cannot be sent to this model: " + reason;
        m_refusal = std::move(error);
    }
    add("dropped", std::string(param), std::move(reason));
}

std::string summaryOf(const std::vector<TranslationNote>& notes) {
    std::string summary;
    for (const char* action : {"dropped", "clamped", "synthesised", "passed"}) {
        std::string params;
        for (const TranslationNote& note : notes) {
            if (note.action != action)
                continue;
            // A header holds no control characters and no separators of ours.
            std::string param = note.param;
            std::erase_if(param,
                          [](unsigned char c) { return c < 0x21 || c > 0x7E || c == ',' || c == ';'; });
            params += (params.empty() ? "" : ",") + param;
        }
        if (!params.empty())
            summary += std::string(summary.empty() ? "" : "; ") + action + "=" + params;
    }
    return summary;
}

} // namespace tollgate
