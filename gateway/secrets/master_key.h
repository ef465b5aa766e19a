#pragma once
// The one key that seals provider credentials. 256 random bits; wiped from memory when dropped.

#include <tl/expected.hpp>

#include <array>
#include <string>
#include <string_view>

namespace tollgate {

class MasterKey {
public:
    static constexpr std::size_t kBytes = 32;

    /// From the system's entropy.
    static MasterKey generate();
    /// 64 hex digits or base64 of 32 bytes, blanks around it allowed; the error is for people and does not
    /// repeat the text.
    static tl::expected<MasterKey, std::string> fromText(std::string_view text);

    MasterKey(const MasterKey&) = default;
    MasterKey& operator=(const MasterKey&) = default;
    ~MasterKey();

    std::string toHex() const;
    const unsigned char* data() const { return m_bytes.data(); }
    friend bool operator==(const MasterKey&, const MasterKey&) = default;

private:
    MasterKey() = default;
    std::array<unsigned char, kBytes> m_bytes{};
};

} // namespace tollgate
