#include "gateway/upstream/http1_reply.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/optional/optional.hpp>

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace tollgate {

namespace http = boost::beast::http;
using boost::beast::error_code;

namespace {

constexpr std::string_view kLastChunk = "0\r\n\r\n";

std::string lowered(boost::beast::string_view name) {
    std::string text(name.data(), name.size());
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace

class Http1Reply::Parser {
public:
    /// Beast's parser serves for one message; a second is made in its place.
    class Message final : public http::basic_parser<false> {
    public:
        explicit Message(bool toHead) {
            header_limit(std::uint32_t{kMaxHead});
            body_limit(boost::none);
            eager(true);
            skip(toHead);
        }

        Sink* sink = nullptr; ///< set while it is fed
        int status = 0;

        bool interim() const { return status < 200 && status != 101; }

    private:
        using View = boost::beast::string_view;
        using Length = boost::optional<std::uint64_t>;

        void on_request_impl(http::verb, View, View, int, error_code&) override {}
        void on_response_impl(int code, View, int, error_code&) override {
            status = code;
            m_headers.reserve(16);
        }
        void on_field_impl(http::field, View name, View value, error_code&) override {
            if (!is_header_done()) // trailers come later
                m_headers.add(lowered(name), std::string(value.data(), value.size()));
        }
        void on_header_impl(error_code&) override {
            if (!interim())
                sink->replyHead(status, std::move(m_headers));
        }
        void on_body_init_impl(const Length&, error_code&) override {}
        std::size_t on_body_impl(View bytes, error_code&) override {
            sink->replyBody({bytes.data(), bytes.size()});
            return bytes.size();
        }
        void on_chunk_header_impl(std::uint64_t, View, error_code&) override {}
        std::size_t on_chunk_body_impl(std::uint64_t, View bytes, error_code&) override {
            sink->replyBody({bytes.data(), bytes.size()});
            return bytes.size();
        }
        void on_finish_impl(error_code&) override {}

        HttpHeaders m_headers;
    };

    std::optional<Message> message;
};

Http1Reply::Http1Reply()
    : m_parser(std::make_unique<Parser>()) {
    restart();
}

Http1Reply::~Http1Reply() = default;

void Http1Reply::restart() {
    m_parser->message.emplace(m_toHead);
}

void Http1Reply::begin(bool toHead) {
    m_toHead = toHead;
    m_surplus = false;
    m_rest.clear();
    restart();
}

bool Http1Reply::headComplete() const {
    return m_parser->message->is_header_done() && !m_parser->message->interim();
}

bool Http1Reply::looksLikeHttp() const {
    constexpr std::string_view kName = "HTTP/";
    return m_parser->message->status != 0 ||
           kName.starts_with(std::string_view(m_rest).substr(0, kName.size()));
}

bool Http1Reply::keepsConnection() const {
    return !m_surplus && m_parser->message->keep_alive();
}

Http1Reply::State Http1Reply::parse(std::string_view& input, Sink& sink) {
    while (!input.empty()) {
        Parser::Message& message = *m_parser->message;
        message.sink = &sink;
        error_code error;
        const std::size_t used = message.put(boost::asio::const_buffer(input.data(), input.size()), error);
        input.remove_prefix(used);
        if (error == http::error::need_more)
            return State::More;
        if (error)
            return State::Bad;
        if (message.is_done()) {
            if (!message.interim()) {
                m_surplus = !input.empty();
                return State::Done;
            }
            restart();
        } else if (used == 0) {
            return State::More;
        }
    }
    return State::More;
}

Http1Reply::State Http1Reply::take(std::string_view bytes, Sink& sink) {
    if (m_rest.empty()) {
        const State state = parse(bytes, sink);
        m_rest.assign(bytes);
        return state;
    }
    m_rest.append(bytes);
    const Parser::Message& message = *m_parser->message;
    if (message.is_header_done() && message.chunked() && m_rest.size() < kLastChunk.size())
        return State::More; // Beast takes it for granted that the last chunk is looked at again as a whole
    std::string_view input = m_rest;
    const State state = parse(input, sink);
    m_rest.erase(0, m_rest.size() - input.size());
    return state;
}

Http1Reply::State Http1Reply::close(Sink& sink) {
    Parser::Message& message = *m_parser->message;
    message.sink = &sink;
    if (!message.got_some() || message.interim() || !m_rest.empty())
        return State::Bad;
    error_code error;
    message.put_eof(error);
    return !error && message.is_done() ? State::Done : State::Bad;
}

} // namespace tollgate
