#include "gateway/routing/flag_evaluator.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

bool matchesPattern(std::string_view pattern, std::string_view text) {
    if (pattern.ends_with('*'))
        return text.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == text;
}

std::string_view fieldOf(const FlagSubject& subject, std::string_view field) {
    if (field == "user")
        return subject.user;
    if (field == "project")
        return subject.project;
    return field == "key" ? subject.key : std::string_view{};
}

/// Every condition must hold; within one, any pattern may.
bool matchesRule(const FlagRule& rule, const FlagSubject& subject) {
    return std::ranges::all_of(rule.conditions, [&](const auto& condition) {
        const std::string_view value = fieldOf(subject, condition.first);
        return std::ranges::any_of(
            condition.second, [&](const std::string& pattern) { return matchesPattern(pattern, value); });
    });
}

std::string_view stickySubject(const Flag& flag, const FlagSubject& subject) {
    switch (flag.stickyBy) {
    case StickyBy::User:
        return subject.user;
    case StickyBy::Project:
        return subject.project;
    case StickyBy::Key:
        return subject.key;
    }
    return subject.user;
}

/// The version whose slice of the weights holds the bucket; slices lie in the order of the flag.
std::string versionOfBucket(const Flag& flag, int bucket) {
    double total = 0;
    for (const auto& [version, weight] : flag.weights)
        total += weight;
    if (total <= 0 || bucket == kNoBucket)
        return flag.defaultVersion;
    double edge = 0;
    for (const auto& [version, weight] : flag.weights) {
        edge += weight * 100 / total;
        if (bucket < edge)
            return version;
    }
    return flag.weights.back().first;
}

} // namespace

int flagBucket(std::string_view subject, std::string_view salt) {
    std::string text;
    if (!salt.empty()) {
        text.reserve(salt.size() + 1 + subject.size());
        text.append(salt).append(":");
    }
    text.append(subject);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        return kNoBucket;
    const std::uint32_t head = (std::uint32_t{digest[0]} << 24U) | (std::uint32_t{digest[1]} << 16U) |
                               (std::uint32_t{digest[2]} << 8U) | std::uint32_t{digest[3]};
    return static_cast<int>(head % 100);
}

FlagVerdict evaluateFlag(const Flag& flag, const FlagSubject& subject) {
    const bool prompt = flag.type == FlagType::Prompt;
    FlagVerdict verdict;
    verdict.bucket = flagBucket(stickySubject(flag, subject), flag.salt);
    if (!flag.enabled) {
        verdict.serve = prompt ? flag.defaultVersion : "stable";
        verdict.reason = "disabled";
        return verdict;
    }
    for (std::size_t i = 0; i < flag.rules.size(); ++i) {
        if (matchesRule(flag.rules[i], subject)) {
            verdict.serve = flag.rules[i].serve;
            verdict.reason = "rule:" + std::to_string(i + 1);
            return verdict;
        }
    }
    if (prompt)
        verdict.serve = versionOfBucket(flag, verdict.bucket);
    else
        verdict.serve = verdict.bucket < flag.rolloutPercent ? "canary" : "stable";
    verdict.reason = "rollout";
    return verdict;
}

} // namespace tollgate
