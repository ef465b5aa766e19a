#pragma once
// Gemini's contents → canonical messages (ai.google.dev/api/caching#Content).

#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace tollgate {

/// One conversation: calls without ids are matched with their results by name and order.
class GeminiContentReader {
public:
    /// Error: InvalidRequest that names the field.
    tl::expected<Message, Error> message(const boost::json::object& content, const std::string& at);

    /// The texts of a systemInstruction: a content, or a bare string.
    static std::string systemText(const boost::json::value& instruction);

private:
    using Read = tl::expected<void, Error>;
    using Parts = std::vector<ContentPart>;

    Read part(const boost::json::object& object, const std::string& at, Parts& parts);
    void text(const boost::json::object& object, Parts& parts);
    void signature(const std::string& bytes, Parts& parts);
    Read call(const boost::json::object& part, const boost::json::object& call, const std::string& at,
              Parts& parts);
    void result(const boost::json::object& response, Parts& parts);
    std::string idOfResult(const boost::json::object& response, const std::string& name);

    struct OpenCall {
        std::string name;
        std::string id;
    };
    std::vector<OpenCall> m_open;
    std::size_t m_made = 0; ///< ids made up here
};

} // namespace tollgate
