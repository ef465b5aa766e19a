#include "gateway/cache/cache_key.h"

#include "gateway/wire/json_text.h"

#include <boost/json.hpp>
#include <openssl/evp.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace tollgate {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 6> kLeftOut{
    "model", "user", "metadata", "safety_identifier", "prompt_cache_key", "stream"};

struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Digest {
public:
    Digest()
        : m_context(EVP_MD_CTX_new()) {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }
    /// With its length in front, so that no two lists of texts look alike.
    void add(std::string_view text) {
        const std::uint64_t size = text.size();
        EVP_DigestUpdate(m_context.get(), &size, sizeof size);
        EVP_DigestUpdate(m_context.get(), text.data(), text.size());
    }
    CacheKey result() {
        CacheKey key{};
        EVP_DigestFinal_ex(m_context.get(), key.data(), nullptr);
        return key;
    }

private:
    std::unique_ptr<EVP_MD_CTX, FreeDigest> m_context;
};

void addBody(Digest& digest, std::string_view body) {
    boost::system::error_code failure;
    const json::value value = parsedJson(body, failure);
    if (failure || !value.is_object()) {
        digest.add(body);
        return;
    }
    std::vector<const json::key_value_pair*> members;
    for (const json::key_value_pair& member : value.get_object()) {
        if (std::ranges::find(kLeftOut, std::string_view(member.key())) == kLeftOut.end())
            members.push_back(&member);
    }
    std::ranges::sort(members, {}, [](const auto* member) { return std::string_view(member->key()); });
    for (const json::key_value_pair* member : members) {
        digest.add(member->key());
        digest.add(json::serialize(member->value()));
    }
}

} // namespace

std::size_t CacheKeyHash::operator()(const CacheKey& key) const {
    std::size_t hash = 0;
    std::memcpy(&hash, key.data(), sizeof hash);
    return hash;
}

CacheKey cacheKeyOf(const CacheQuestion& question, std::string_view body) {
    Digest digest;
    for (const std::string_view part : {question.project, question.owner, question.path, question.model,
                                        question.promptVersion, question.arm, question.variant})
        digest.add(part);
    digest.add(question.streaming ? "stream" : "whole");
    addBody(digest, body);
    return digest.result();
}

} // namespace tollgate
