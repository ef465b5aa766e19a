#include "gateway/config/scrub.h"

namespace tollgate {

namespace {

void replaceAll(std::string& text, const std::string& secret) {
    for (std::size_t at = 0; !secret.empty() && (at = text.find(secret, at)) != std::string::npos;)
        text.replace(at, secret.size(), "[key]");
}

} // namespace

std::string withoutSecrets(std::string text, const Credentials* credentials) {
    if (credentials == nullptr)
        return text;
    for (const std::string& secret : credentials->apiKeys)
        replaceAll(text, secret);
    for (const auto& [field, secret] : credentials->fields)
        replaceAll(text, secret);
    return text;
}

} // namespace tollgate
