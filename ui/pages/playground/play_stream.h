#pragma once
// An answer as it comes, in any of the three dialects: a stream fed in pieces of any size, or the same whole.
// Keeps the answer's own elements beside its words, so that a conversation can go on with them as they were
// (reasoning, signatures). Pure; one thread at a time.
// platform.openai.com/docs/api-reference/chat-streaming and /responses-streaming;
// docs.anthropic.com/en/api/messages-streaming

#include "ui/pages/playground/play_request.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tollgate::ui {

struct PlayToolCall {
    QString id;
    QString name;
    QString arguments; ///< JSON as the model wrote it
    friend bool operator==(const PlayToolCall&, const PlayToolCall&) = default;
};

struct PlayToolResult {
    PlayToolCall call;
    QString text;
    bool isError = false; ///< only Messages can say so; elsewhere the text has to
};

class PlayStream {
public:
    static constexpr qsizetype kMostText = 1024 * 1024; ///< letters kept of an answer

    explicit PlayStream(PlayDialect dialect = PlayDialect::Chat)
        : m_dialect(dialect) {}

    /// Bytes of a stream; true when there is something new to show.
    bool feed(const QByteArray& bytes);
    /// The body of an answer that was not streamed.
    void whole(const QByteArray& body);

    const QString& text() const { return m_text; }
    const QList<PlayToolCall>& toolCalls() const { return m_tools; }
    std::optional<qint64> inputTokens() const { return m_input; }
    std::optional<qint64> outputTokens() const { return m_output; }
    std::optional<double> costUsd() const { return m_cost; } ///< of the gateway's closing comment
    QString error() const { return m_error; }                ///< of an error inside the stream
    QString finishReason() const { return m_finish; }
    bool done() const { return m_done; } ///< the dialect's own end came

    /// What a request that goes on has to repeat of this answer: elements of messages or input.
    QList<QByteArray> turn() const;
    /// And what tools said to its calls.
    static QList<QByteArray> results(PlayDialect dialect, const QList<PlayToolResult>& results);

private:
    bool line(const QByteArray& line);
    bool event(const QJsonObject& event);
    void comment(const QByteArray& words);
    void usage(const QJsonObject& usage);
    bool say(const QString& text);

    bool chatEvent(const QJsonObject& event);
    bool chatMessage(const QJsonObject& message); ///< a whole message or a delta
    bool responsesEvent(const QJsonObject& event);
    void responsesOutput(const QJsonObject& response);
    bool responsesItem(const QJsonObject& item);
    bool messagesEvent(const QJsonObject& event);
    bool messagesDelta(int index, const QJsonObject& delta);
    bool messagesBlock(const QJsonObject& block);
    void endBlock();

    PlayDialect m_dialect;
    QByteArray m_rest; ///< of a line that has not ended
    QString m_text;
    QList<PlayToolCall> m_tools;
    QJsonArray m_elements; ///< Responses: items; Messages: blocks
    struct OpenBlock {
        QString text;
        QString thinking;
        QString signature;
        QString input;
    } m_open; ///< of Messages: what came of the block that has not ended
    std::optional<qint64> m_input;
    std::optional<qint64> m_output;
    std::optional<double> m_cost;
    QString m_error;
    QString m_finish;
    bool m_done = false;
};

} // namespace tollgate::ui
