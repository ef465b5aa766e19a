#include "ui/pages/projects/usage_card.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/pages/forms/form_layout.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUrl>

namespace tollgate::ui {

namespace {
constexpr int kRefreshMs = 5'000;
} // namespace

UsageCard::UsageCard(GatewayLink* link, QWidget* parent)
    : Card(tr("Use"), parent)
    , m_link(link) {
    auto* now = new FactList(this);
    m_minuteRequests = now->add(tr("requests in the last minute"));
    m_minuteTokens = now->add(tr("tokens in the last minute"));
    m_running = now->add(tr("running now"));
    content()->addWidget(now);
    content()->addWidget(makeLabel(tr("last 24 h"), ColorRole::TextMuted, -1, QFont::Medium, this));
    auto* facts = new FactList(this);
    m_requests = facts->add(tr("requests"));
    m_errors = facts->add(tr("errors"));
    m_tokens = facts->add(tr("tokens in, out"));
    m_cost = facts->add(tr("cost"));
    content()->addWidget(facts);
    content()->addStretch(1);
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &UsageCard::ask);
    clear();
}

void UsageCard::clear() {
    for (QLabel* label : {m_requests, m_errors, m_tokens, m_cost})
        label->setText(format::none());
    m_use = {};
    showNow();
}

void UsageCard::setLimits(const QJsonObject& limits) {
    m_limits = limits;
    showNow();
}

void UsageCard::showNow() {
    const auto put = [this](QLabel* label, const char* used, const char* limit) {
        const QJsonValue value = m_use.value(QLatin1String(used));
        const QJsonValue most = m_limits.value(QLatin1String(limit));
        const bool full = value.isDouble() && most.isDouble() && value.toDouble() >= most.toDouble();
        setLabelRole(label, full ? ColorRole::Bad : ColorRole::Text);
        if (!value.isDouble())
            label->setText(format::none());
        else if (!most.isDouble())
            label->setText(tr("%1, no limit").arg(format::count(value.toInteger())));
        else if (full)
            label->setText(tr("%1 of %2, used up")
                               .arg(format::count(value.toInteger()), format::count(most.toInteger())));
        else
            label->setText(
                tr("%1 of %2").arg(format::count(value.toInteger()), format::count(most.toInteger())));
    };
    put(m_minuteRequests, "requests_last_minute", "rpm");
    put(m_minuteTokens, "tokens_last_minute", "tpm");
    put(m_running, "running", "max_parallel");
}

void UsageCard::setSubject(const QString& dimension, const QString& id) {
    if (m_dimension == dimension && m_id == id)
        return;
    m_dimension = dimension;
    m_id = id;
    clear();
    if (m_live)
        ask();
}

void UsageCard::setLive(bool live) {
    m_live = live;
    if (live) {
        m_timer.start();
        ask();
    } else {
        m_timer.stop();
    }
}

void UsageCard::askNow() {
    const QString collection =
        m_dimension == QLatin1String("key") ? QStringLiteral("/keys/") : QStringLiteral("/projects/");
    m_link->get(collection + QString::fromLatin1(QUrl::toPercentEncoding(m_id)) + QStringLiteral("/use"),
                this, [this, id = m_id](const GatewayReply& reply) {
                    if (id != m_id)
                        return;
                    m_use = reply.ok() ? reply.json : QJsonObject();
                    showNow();
                });
}

void UsageCard::ask() {
    if (m_id.isEmpty())
        return;
    askNow();
    const QString from = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate);
    const QString filter = QString::fromLatin1(QUrl::toPercentEncoding(QString(m_dimension + u':' + m_id)));
    m_link->get(QStringLiteral("/usage?group_by=%1&from=%2&filter=%3").arg(m_dimension, from, filter), this,
                [this, id = m_id](const GatewayReply& reply) {
                    if (!reply.ok() || id != m_id)
                        return;
                    const QJsonObject row = reply.json.value(u"data").toArray().first().toObject();
                    m_requests->setText(format::count(row.value(u"requests").toInteger()));
                    m_errors->setText(format::count(row.value(u"errors").toInteger()));
                    m_tokens->setText(
                        tr("%1, %2").arg(format::count(row.value(u"input_tokens").toInteger()),
                                         format::count(row.value(u"output_tokens").toInteger())));
                    const QJsonValue cost = row.value(u"cost_usd");
                    m_cost->setText(cost.isDouble() ? format::usd(cost.toDouble())
                                    : row.isEmpty() ? format::usd(0)
                                                    : format::none());
                });
}

} // namespace tollgate::ui
