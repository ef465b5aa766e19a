#include "gateway/dialects/openai_errors.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

std::string openAiErrorBody(const Error& error) {
    json::object body{{"message", error.message},
                      {"type", json::string(error.openAiType())},
                      {"param", error.param.empty() ? json::value(nullptr) : json::value(error.param)},
                      {"code", json::string(error.openAiCode())}};
    return json::serialize(json::object{{"error", std::move(body)}});
}

} // namespace tollgate
