#pragma once
// A gateway of prepared answers for tests of widgets: replies by method and path prefix, events by hand, and
// a record of what was asked.

#include "ui/link/gateway_link.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

namespace tollgate::ui {

class ScriptedLink : public GatewayLink {
public:
    struct Sent {
        QByteArray method;
        QString path;
        QJsonObject body;
    };
    using Answer = std::function<GatewayReply(const Sent&)>;

    using GatewayLink::GatewayLink;

    static GatewayReply json(const QJsonObject& object, int status = 200) {
        return {status, QJsonDocument(object).toJson(QJsonDocument::Compact), object};
    }
    static GatewayReply json(const QByteArray& text, int status = 200) {
        return {status, text, QJsonDocument::fromJson(text).object()};
    }
    static GatewayReply refusal(const QString& message, const QString& param, int status = 422) {
        return json(
            QJsonObject{{u"error"_qs,
                         QJsonObject{{u"type"_qs, u"invalid_request_error"_qs},
                                     {u"code"_qs, u"invalid"_qs},
                                     {u"message"_qs, message},
                                     {u"param"_qs, param.isEmpty() ? QJsonValue() : QJsonValue(param)}}}},
            status);
    }

    /// The longest prefix that fits answers; of equal ones the last given. "GET", "/providers" fits
    /// "/providers?limit=5" and "/providers/x".
    void answer(const QByteArray& method, const QString& prefix, Answer answer) {
        m_answers.append({method, prefix, std::move(answer)});
    }
    void answer(const QByteArray& method, const QString& prefix, const GatewayReply& reply) {
        answer(method, prefix, [reply](const Sent&) { return reply; });
    }
    void answer(const QString& prefix, const QJsonObject& object) { answer("GET", prefix, json(object)); }

    void emitEvent(const QString& type, const QJsonObject& data) { Q_EMIT event(type, data); }

    void setState(LinkState state, const QString& detail = {}) {
        m_state = state;
        m_detail = detail;
        Q_EMIT stateChanged();
    }
    void setAddress(const QString& address) { m_address = address; }

    const QList<Sent>& sent() const { return m_sent; }
    void clearSent() { m_sent.clear(); }
    QList<Sent> sentTo(const QByteArray& method, const QString& prefix) const {
        QList<Sent> matching;
        for (const Sent& one : m_sent) {
            if (one.method == method && one.path.startsWith(prefix))
                matching << one;
        }
        return matching;
    }

    // Like the real ones: the reply comes in a later turn of the event loop, and only while `context` lives.
    void send(const QByteArray& method, const QString& path, const QJsonObject& body, QObject* context,
              ReplyHandler onReply) override {
        const Sent sent{method, path, body};
        m_sent << sent;
        GatewayReply reply =
            json(QJsonObject{{u"error"_qs, QJsonObject{{u"message"_qs, u"no answer prepared"_qs}}}}, 404);
        qsizetype best = -1;
        for (const Prepared& prepared : m_answers) {
            if (prepared.method == method && path.startsWith(prepared.prefix) &&
                prepared.prefix.size() >= best) {
                best = prepared.prefix.size();
                reply = prepared.answer(sent);
            }
        }
        // What a patch left is what is read, unless an answer of just that path is prepared.
        if (method == "PATCH" && reply.ok() && !reply.json.isEmpty())
            m_left.insert(path, reply);
        else if (method == "GET" && best < path.size() && m_left.contains(path))
            reply = m_left.value(path);
        QTimer::singleShot(0, context, [reply, onReply = std::move(onReply)] { onReply(reply); });
    }

    LinkState state() const override { return m_state; }
    QString address() const override { return m_address; }
    QString stateDetail() const override { return m_detail; }
    bool canControl() const override { return true; }
    void start() override {
        ++starts;
        setState(LinkState::Listening);
    }
    void stop() override {
        ++stops;
        setState(LinkState::Stopped);
    }

    int starts = 0;
    int stops = 0;

private:
    struct Prepared {
        QByteArray method;
        QString prefix;
        Answer answer;
    };

    QList<Prepared> m_answers;
    QList<Sent> m_sent;
    QHash<QString, GatewayReply> m_left; ///< by a patch
    LinkState m_state = LinkState::Listening;
    QString m_address = QStringLiteral("127.0.0.1:8655");
    QString m_detail;
};

} // namespace tollgate::ui
