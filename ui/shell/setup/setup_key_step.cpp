// The last step of the wizard: makes everything, shows the key once, sends a first request.
#include "ui/link/data_call.h"
#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/pages/projects/secret_panel.h"
#include "ui/shell/setup/setup_steps.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/paint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QPushButton>

namespace tollgate::ui {

KeyStep::KeyStep(GatewayLink& link, QWidget* parent)
    : SetupStep(tr("The key, and a first request"),
                tr("All of it is made in one write: either everything is there afterwards, or nothing."),
                parent)
    , m_link(link)
    , m_plan(makeLabel({}, ColorRole::Text, 0, QFont::Normal, this))
    , m_problem(makeLabel({}, ColorRole::Bad, 0, QFont::Normal, this))
    , m_secret(new SecretPanel(this))
    , m_trial(new QWidget(this))
    , m_network(new QNetworkAccessManager(this)) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    addNote(m_plan);
    addNote(m_problem);
    column->addWidget(m_secret);
    m_send = new QPushButton(tr("Send a test request"), m_trial);
    m_send->setObjectName(QStringLiteral("send"));
    m_badge = new Badge({}, Tone::Neutral, m_trial);
    m_badge->hide();
    m_said = makeLabel({}, ColorRole::Text, 0, QFont::Normal, m_trial);
    m_seen = makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, m_trial);
    for (QLabel* label : {m_said, m_seen}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText); // a model's words
    }
    auto* row = makeRow(10);
    row->addWidget(m_send);
    row->addWidget(m_badge);
    row->addWidget(m_said, 1);
    auto* trial = makeColumn(6);
    trial->addLayout(row);
    trial->addWidget(m_seen);
    m_trial->setLayout(trial);
    m_trial->hide();
    column->addWidget(m_trial);
    column->addStretch(1);
    connect(m_send, &QPushButton::clicked, this, &KeyStep::sendTest);
    connect(&m_link, &GatewayLink::event, this, &KeyStep::onEvent);
}

KeyStep::~KeyStep() = default;

void KeyStep::propose(const Starter& starter) {
    if (m_made)
        return;
    m_starter = starter;
    QStringList lines;
    if (!starter.provider.isEmpty()) {
        lines << tr("• provider %1").arg(starter.provider);
        lines << tr("• alias %1, answered by %2/%3").arg(starter.alias, starter.provider, starter.model);
    }
    if (!starter.keyName.isEmpty())
        lines << tr("• project %1 with the client key %2").arg(starter.project, starter.keyName);
    if (starter.budgetUsd)
        lines << tr("• a warning when a month has cost more than %1").arg(format::usd(*starter.budgetUsd));
    m_plan->setText(lines.join(u'\n'));
}

void KeyStep::create() {
    if (m_busy || m_made)
        return;
    m_busy = true;
    m_problem->clear();
    m_starter.keySecret = makeStarterSecret();
    Q_EMIT changed();
    m_link.send("PUT", QStringLiteral("/config"), starterDocument(m_starter), this,
                [this](const GatewayReply& reply) {
                    m_busy = false;
                    if (!reply.ok()) {
                        m_problem->setText(reply.errorMessage());
                        Q_EMIT changed();
                        return;
                    }
                    m_made = true;
                    m_plan->hide();
                    m_secret->show(m_starter.keySecret, m_link.url(), m_starter.alias);
                    m_trial->setVisible(!m_starter.provider.isEmpty());
                    Q_EMIT made();
                    Q_EMIT changed();
                });
}

void KeyStep::createWithoutKey() {
    if (m_busy || m_made)
        return;
    m_starter.keyName.clear();
    if (!m_starter.provider.isEmpty() || m_starter.budgetUsd)
        return create();
    m_made = true;
    Q_EMIT made();
    Q_EMIT changed();
}

void KeyStep::sendTest() {
    const QJsonObject message{{QStringLiteral("role"), QStringLiteral("user")},
                              {QStringLiteral("content"), QStringLiteral("Say hello in five words.")}};
    const QJsonObject body{{QStringLiteral("model"), m_starter.alias},
                           {QStringLiteral("max_tokens"), 64},
                           {QStringLiteral("messages"), QJsonArray{message}}};
    DataRequest request;
    request.path = QStringLiteral("/v1/chat/completions");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.secret = m_starter.keySecret;
    request.timeoutMs = 60'000;
    m_send->setEnabled(false);
    m_badge->set(tr("asking"), Tone::Neutral);
    m_badge->show();
    m_said->clear();
    m_seen->clear();
    m_traceId.clear();
    auto* call = new DataCall(*m_network, m_link, request, this);
    connect(call, &DataCall::finished, this, [this, call](const DataReply& reply) {
        call->deleteLater();
        m_send->setEnabled(true);
        m_badge->set(reply.ok() ? tr("works") : tr("failed"), reply.ok() ? Tone::Good : Tone::Bad);
        const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
        m_said->setText(reply.ok() ? answer[u"choices"][0][u"message"][u"content"].toString()
                                   : reply.problem());
    });
}

void KeyStep::onEvent(const QString& type, const QJsonObject& event) {
    if (!m_made || type != u"request")
        return;
    const QJsonArray rows = event.value(u"rows").toArray();
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        if (row.value(u"alias").toString() != m_starter.alias)
            continue;
        m_seen->setText(tr("Seen live: status %1 from %2/%3 in %4. It stands on the page Traffic.")
                            .arg(row.value(u"status").toInt())
                            .arg(row.value(u"provider").toString(), row.value(u"model").toString(),
                                 format::milliseconds(row.value(u"latency_ms").toDouble())));
    }
}

QString KeyStep::requestText() const {
    return m_seen->text();
}

QString KeyStep::problem() const {
    return m_problem->text();
}

} // namespace tollgate::ui
