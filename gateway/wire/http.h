#pragma once
// HTTP as the gateway's rooms see it: plain values, no sockets.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

/// Header names are lower case once they are in here. Order and repetitions are kept.
class HttpHeaders {
public:
    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<std::pair<std::string, std::string>> entries)
        : m_entries(entries) {}

    void reserve(std::size_t count) { m_entries.reserve(count); }
    void add(std::string name, std::string value) {
        m_entries.emplace_back(std::move(name), std::move(value));
    }

    /// The first value of that (lower case) name, or empty.
    std::string_view value(std::string_view name) const {
        for (const auto& [key, text] : m_entries) {
            if (key == name)
                return text;
        }
        return {};
    }
    bool contains(std::string_view name) const {
        for (const auto& entry : m_entries) {
            if (entry.first == name)
                return true;
        }
        return false;
    }
    const std::vector<std::pair<std::string, std::string>>& entries() const { return m_entries; }

private:
    std::vector<std::pair<std::string, std::string>> m_entries;
};

struct HttpRequest {
    std::string method; ///< upper case
    std::string path;   ///< percent-decoding left to the reader; no query
    std::string query;  ///< without the question mark
    HttpHeaders headers;
    std::string body;
    std::string peer;           ///< address of the caller, for logs and limits
    bool loopback = false;      ///< the caller is on this machine
    std::int64_t arrivedNs = 0; ///< Clock::monotonicNs when the last body byte was here
};

} // namespace tollgate
