#pragma once
// An HTTP/1.1 answer as its bytes come (RFC 9112), by Boost.Beast's parser: length, chunks or the end of the
// connection; interim answers (1xx) are passed over.

#include "gateway/wire/http.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace tollgate {

/// Reusable; one answer at a time.
class Http1Reply {
public:
    class Sink {
    public:
        /// The head is whole. Once per answer, before any of its body.
        virtual void replyHead(int status, HttpHeaders headers) = 0;
        virtual void replyBody(std::string_view bytes) = 0;

    protected:
        ~Sink() = default;
    };
    enum class State { More, Done, Bad };

    static constexpr std::size_t kMaxHead = std::size_t{256} * 1024; ///< more than that is Bad

    Http1Reply();
    ~Http1Reply();
    Http1Reply(const Http1Reply&) = delete;
    Http1Reply& operator=(const Http1Reply&) = delete;

    /// Makes it ready for another answer; one to HEAD has no body, whatever it says.
    void begin(bool toHead);
    State take(std::string_view bytes, Sink& sink);
    /// The peer has closed the connection: the end of the answer, or a part that is missing (Bad).
    State close(Sink& sink);

    bool headComplete() const;
    /// Whether what came may be the beginning of an HTTP answer at all.
    bool looksLikeHttp() const;
    /// After Done: whether the connection may carry another request. Bytes after the end forbid it.
    bool keepsConnection() const;

private:
    class Parser;
    State parse(std::string_view& input, Sink& sink);
    void restart();

    std::unique_ptr<Parser> m_parser;
    std::string m_rest; ///< taken, but not a whole line or head yet
    bool m_toHead = false;
    bool m_surplus = false;
};

} // namespace tollgate
