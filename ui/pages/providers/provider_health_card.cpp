#include "ui/pages/providers/provider_health_card.h"

#include "ui/models/api_words.h"

#include "ui/link/long_work.h"
#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/badge.h"

#include <QDateTime>
#include <QJsonArray>
#include <QPushButton>

namespace tollgate::ui {

namespace {
constexpr int kModelsNamed = 8;
} // namespace

Tone circuitTone(const QString& circuit) {
    if (circuit == QLatin1String("closed"))
        return Tone::Good;
    if (circuit == QLatin1String("half_open"))
        return Tone::Warning;
    return circuit == QLatin1String("open") ? Tone::Bad : Tone::Neutral;
}

Tone healthTone(const QString& state) {
    if (state == QLatin1String("healthy"))
        return Tone::Good;
    if (state == QLatin1String("degraded"))
        return Tone::Warning;
    return state == QLatin1String("down") ? Tone::Bad : Tone::Neutral;
}

ProviderHealthCard::ProviderHealthCard(QWidget* parent)
    : Card(tr("Health"), parent) {
    auto* facts = new FactList(this);
    m_state = new Badge({}, Tone::Neutral, this);
    facts->addWidget(tr("state"), m_state);
    m_circuit = new Badge({}, Tone::Neutral, this);
    facts->addWidget(tr("circuit"), m_circuit);
    m_retry = facts->add(tr("next try"));
    m_p95 = facts->add(tr("p95 latency, lately"));
    m_errors = facts->add(tr("error rate, lately"));
    m_lastError = facts->add(tr("last error"), true);
    m_checkedAt = facts->add(tr("last probe"));
    content()->addWidget(facts);
    m_reset = new QPushButton(tr("Reset circuit"), this);
    m_reset->setObjectName(QStringLiteral("resetCircuit"));
    m_reset->setToolTip(tr("Send requests there again now, without waiting for the next try"));
    m_reset->hide();
    connect(m_reset, &QPushButton::clicked, this, &ProviderHealthCard::resetRequested);
    content()->addWidget(m_reset, 0, Qt::AlignLeft);

    auto* row = makeRow(8);
    m_checkBadge = new Badge({}, Tone::Neutral, this);
    m_check = makeLabel({}, ColorRole::Text, -0.25, QFont::Normal, this);
    m_check->setObjectName(QStringLiteral("checkResult"));
    m_check->setWordWrap(true);
    m_check->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_checkBadge, 0, Qt::AlignTop);
    row->addWidget(m_check, 1);
    content()->addLayout(row);
    content()->addStretch(1);
    clearCheck();

    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ProviderHealthCard::tick);
}

void ProviderHealthCard::setHealth(const QJsonObject& health) {
    m_health = health;
    const QString state = health.value(u"state").toString();
    const QString circuit = health.value(u"circuit").toString();
    m_reset->setVisible(circuit == QLatin1String("open") || circuit == QLatin1String("half_open"));
    m_state->set(words::health(state), healthTone(state));
    m_circuit->set(circuit.isEmpty() ? format::none() : words::circuit(circuit), circuitTone(circuit));
    const QJsonValue p95 = health.value(u"p95_ms");
    m_p95->setText(p95.isDouble() ? format::milliseconds(p95.toDouble()) : format::none());
    const QJsonValue errors = health.value(u"error_rate");
    m_errors->setText(errors.isDouble() ? format::percent(errors.toDouble()) : format::none());
    const QString error = health.value(u"last_error").toString();
    m_lastError->setText(error.isEmpty() ? tr("none") : gatewaySentence(error));
    setLabelRole(m_lastError, error.isEmpty() ? ColorRole::TextMuted : ColorRole::Text);
    const qint64 checked = format::fromIso(health.value(u"checked_at").toString());
    m_checkedAt->setText(checked > 0 ? format::clock(checked) : format::none());
    tick();
}

void ProviderHealthCard::tick() {
    const qint64 retryAt = format::fromIso(m_health.value(u"retry_at").toString());
    const qint64 left = retryAt - QDateTime::currentMSecsSinceEpoch();
    if (retryAt <= 0)
        m_retry->setText(format::none());
    else
        m_retry->setText(left > 0 ? tr("in %1 s").arg((left + 999) / 1000) : tr("now"));
    if (retryAt > 0 && left > 0)
        m_second.start();
    else
        m_second.stop();
}

void ProviderHealthCard::clearCheck() {
    m_checkBadge->hide();
    m_check->hide();
}

void ProviderHealthCard::showChecking() {
    m_checkBadge->set(tr("testing"), Tone::Neutral);
    m_check->setText(tr("Asking the provider…"));
    m_checkBadge->show();
    m_check->show();
}

void ProviderHealthCard::showCheck(const GatewayReply& reply) {
    if (LongWork::wasCancelled(reply)) {
        m_checkBadge->set(tr("stopped"), Tone::Neutral);
        m_check->hide();
        return;
    }
    const bool ok = reply.ok() && reply.json.value(u"ok").toBool();
    m_checkBadge->set(ok ? tr("ok") : tr("failed"), ok ? Tone::Good : Tone::Bad);
    if (!reply.ok()) {
        m_check->setText(reply.errorMessage());
    } else if (!ok) {
        const QJsonValue error = reply.json.value(u"error");
        m_check->setText(gatewaySentence(error.isObject() ? error.toObject().value(u"message").toString()
                                                          : error.toString()));
    } else {
        QStringList names;
        for (const QJsonValue& model : reply.json.value(u"models").toArray())
            names.append(model.toString());
        const auto found = static_cast<int>(names.size());
        QString text = tr("%1, models found: %2")
                           .arg(format::milliseconds(reply.json.value(u"latency_ms").toDouble()))
                           .arg(found);
        if (found > kModelsNamed)
            names = names.mid(0, kModelsNamed) << QStringLiteral("…");
        if (found > 0)
            text += QStringLiteral(" (") + names.join(QStringLiteral(", ")) + u')';
        m_check->setText(text);
    }
    m_checkBadge->show();
    m_check->show();
}

QString ProviderHealthCard::checkText() const {
    return m_check->isHidden() ? QString() : m_check->text();
}

} // namespace tollgate::ui
