#pragma once
// An answer as it comes: an OpenAI chat completion stream, or the same whole, fed in pieces of any size.
// Pure; one thread at a time.

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tollgate::ui {

struct PlayToolCall {
    QString name;
    QString arguments; ///< JSON as the model wrote it
};

class PlayStream {
public:
    static constexpr qsizetype kMostText = 1024 * 1024; ///< letters kept of an answer

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
    bool done() const { return m_done; } ///< [DONE] came

private:
    bool line(const QByteArray& line);
    bool event(const QJsonObject& event);
    bool message(const QJsonObject& message); ///< a whole message or a delta
    void comment(const QByteArray& words);
    void usage(const QJsonObject& usage);

    QByteArray m_rest; ///< of a line that has not ended
    QString m_text;
    QList<PlayToolCall> m_tools;
    std::optional<qint64> m_input;
    std::optional<qint64> m_output;
    std::optional<double> m_cost;
    QString m_error;
    QString m_finish;
    bool m_done = false;
};

} // namespace tollgate::ui
