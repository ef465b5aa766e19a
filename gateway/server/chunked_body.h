#pragma once
// Takes the chunked transfer-encoding off a request body, byte by byte if it must (RFC 9112 §7.1). Strict:
// lines end in CR LF, sizes are plain hexadecimal. Extensions and trailers are read over and bounded.

#include <cstdint>
#include <string>
#include <string_view>

namespace tollgate {

class ChunkedBody {
public:
    enum class State { NeedMore, Done, TooLarge, Malformed };

    /// Appends what it decodes to body, which may not grow beyond limit, and takes the bytes it used off
    /// input.
    State feed(std::string_view& input, std::string& body, std::size_t limit);
    void reset() { *this = ChunkedBody(); }

private:
    enum class Step {
        SizeFirst,
        Size,
        Extension,
        SizeLf,
        Data,
        DataCr,
        DataLf,
        TrailerStart,
        Trailer,
        TrailerLf,
        EndLf
    };

    State sizeByte(char c, std::size_t room);
    bool lineByte(char c);

    static constexpr std::size_t kMaxOverhead = 16 * 1024; ///< all extensions and trailers of one body

    Step m_step = Step::SizeFirst;
    std::uint64_t m_left = 0;
    int m_digits = 0;
    std::size_t m_overhead = 0;
};

} // namespace tollgate
