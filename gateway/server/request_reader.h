#pragma once
// Puts one request together from bytes that come in any pieces, within limits. No I/O; one per connection.

#include "gateway/server/chunked_body.h"
#include "gateway/server/http_head.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tollgate {

class RequestReader {
public:
    /// Asked once per request, when its head is here and before any of its body is kept.
    class Judge {
    public:
        virtual Refusal judge(const RequestHead& head) = 0;

    protected:
        ~Judge() = default;
    };

    enum class State { Empty, Head, Body, Complete, Refused };

    RequestReader(Judge& judge, std::size_t headLimit, std::size_t bodyLimit)
        : m_judge(judge)
        , m_headLimit(headLimit)
        , m_bodyLimit(bodyLimit) {}

    /// Takes what belongs to the current request off input. After Complete or Refused nothing more until
    /// reset().
    State feed(std::string_view& input);
    State state() const { return m_state; }

    /// Valid from the end of the head until reset().
    const RequestHead& head() const { return m_head; }
    std::string_view requestLine() const;
    /// The path as far as it is known, even of a head that was refused.
    std::string_view path() const;
    std::string& body() { return m_body; }
    const Refusal& refusal() const { return m_refusal; }
    /// The client waits for "100 Continue" before it sends the body; true once.
    bool takeContinueWanted() { return std::exchange(m_continueWanted, false); }

    void reset();

private:
    State readHead(std::string_view& input);
    State headDone(bool moreInput);
    State readBody(std::string_view& input);
    State refuse(const Refusal& refusal);

    Judge& m_judge;
    std::size_t m_headLimit;
    std::size_t m_bodyLimit;
    State m_state = State::Empty;
    std::string m_headText; ///< what m_head points into
    RequestHead m_head;
    bool m_headParsed = false;
    std::string m_body;
    ChunkedBody m_chunked;
    Refusal m_refusal;
    bool m_continueWanted = false;
};

} // namespace tollgate
