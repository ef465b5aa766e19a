#pragma once
// What is known of all that have the same texts in common: found by the texts as they are, without making a
// key of them first.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tollgate {

/// Not thread-safe. Bounded: when there are too many kinds all are forgotten.
template <std::size_t N, typename Value>
class OtlpKinds {
public:
    static constexpr std::size_t kMost = 1'000;
    using Texts = std::array<std::string_view, N>;

    /// Null: not known yet.
    Value* find(const Texts& texts) {
        const auto found = m_kinds.find(texts);
        return found == m_kinds.end() ? nullptr : &found->second;
    }
    Value& add(const Texts& texts, Value value) {
        if (m_kinds.size() >= kMost)
            m_kinds.clear();
        Owned owned;
        for (std::size_t i = 0; i < N; ++i)
            owned[i] = texts[i];
        return m_kinds.insert_or_assign(std::move(owned), std::move(value)).first->second;
    }
    void clear() { m_kinds.clear(); }

private:
    using Owned = std::array<std::string, N>;

    struct Hash {
        using is_transparent = void;
        template <typename Text>
        std::size_t operator()(const std::array<Text, N>& texts) const {
            std::uint64_t hash = N;
            for (const std::string_view text : texts)
                hash = mixed(hash, text);
            return hash;
        }
    };
    struct Equal {
        using is_transparent = void;
        template <typename Left, typename Right>
        bool operator()(const std::array<Left, N>& left, const std::array<Right, N>& right) const {
            for (std::size_t i = 0; i < N; ++i) {
                if (std::string_view(left[i]) != std::string_view(right[i]))
                    return false;
            }
            return true;
        }
    };

    /// Eight bytes at a time, the last ones overlapping those before.
    static std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
        const auto mix = [&hash](std::uint64_t word) {
            hash = (hash ^ word) * 0x9e3779b97f4a7c15ULL;
            hash ^= hash >> 32U;
        };
        const auto word = [&text](std::size_t at, std::size_t bytes) {
            std::uint64_t value = 0;
            std::memcpy(&value, text.data() + at, bytes);
            return value;
        };
        const std::size_t size = text.size();
        mix(size);
        if (size >= 8) {
            for (std::size_t at = 0; at + 8 < size; at += 8)
                mix(word(at, 8));
            mix(word(size - 8, 8));
        } else if (size >= 4) {
            mix((word(0, 4) << 32U) | word(size - 4, 4));
        } else if (size > 0) {
            mix((word(0, 1) << 16U) | (word(size / 2, 1) << 8U) | word(size - 1, 1));
        }
        return hash;
    }

    std::unordered_map<Owned, Value, Hash, Equal> m_kinds;
};

} // namespace tollgate
