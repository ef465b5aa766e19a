#include "ui/pages/aliases/explain_card.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/form_field.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tollgate::ui {

ExplainCard::ExplainCard(GatewayLink* link, QWidget* parent)
    : Card(tr("Explain"), parent)
    , m_link(link) {
    setCaption(tr("nothing is sent, nothing is spent"));
    m_body = new QPlainTextEdit(this);
    m_body->setObjectName(QStringLiteral("explainBody"));
    m_body->setFont(Theme::of(this).monoFont(-0.5));
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(Theme::of(this).px(128));
    m_bodyField = new FormField(tr("request"), m_body, this);
    content()->addWidget(m_bodyField);
    auto* row = makeRow(12);
    m_user = new QLineEdit(this);
    m_user->setObjectName(QStringLiteral("explainUser"));
    m_user->setPlaceholderText(tr("nobody"));
    row->addWidget(new FormField(tr("as user"), m_user, this), 1);
    m_run = new QPushButton(tr("Explain"), this);
    m_run->setObjectName(QStringLiteral("explain"));
    connect(m_run, &QPushButton::clicked, this, &ExplainCard::explain);
    row->addWidget(m_run, 0, Qt::AlignBottom);
    content()->addLayout(row);
    m_result = makeColumn(5);
    content()->addLayout(m_result);
    content()->addStretch(1);
}

void ExplainCard::setAlias(const QString& alias) {
    if (alias == m_alias)
        return;
    m_alias = alias;
    QString name = alias;
    name.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    m_body->setPlainText(QStringLiteral("{\n  \"model\": \"%1\",\n  \"messages\": [\n"
                                        "    {\"role\": \"user\", \"content\": \"Hello\"}\n  ]\n}")
                             .arg(name));
    m_bodyField->clearError();
    clearResult();
}

void ExplainCard::explain() {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(m_body->toPlainText().toUtf8(), &problem);
    if (!document.isObject()) {
        m_bodyField->setError(tr("This is not a JSON object: %1").arg(problem.errorString()));
        return;
    }
    m_bodyField->clearError();
    QJsonObject headers;
    if (!m_user->text().trimmed().isEmpty())
        headers.insert(u"X-User-Id", m_user->text().trimmed());
    m_run->setEnabled(false);
    m_link->send("POST", QStringLiteral("/route/explain"),
                 {{QStringLiteral("path"), QStringLiteral("/v1/chat/completions")},
                  {QStringLiteral("headers"), headers},
                  {QStringLiteral("body"), document.object()},
                  {QStringLiteral("key_id"), QJsonValue::Null}},
                 this, [this](const GatewayReply& reply) {
                     m_run->setEnabled(true);
                     show(reply);
                 });
}

void ExplainCard::clearResult() {
    while (QLayoutItem* item = m_result->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
}

void ExplainCard::addLine(const QString& text, ColorRole role) {
    QLabel* label = makeLabel(text, role, -0.5, QFont::Normal, this);
    label->setWordWrap(true);
    m_result->addWidget(label);
    m_lines << text;
}

void ExplainCard::addCandidate(const QJsonObject& candidate) {
    auto* line = new QWidget(this);
    auto* row = makeRow(8);
    line->setLayout(row);
    const bool chosen = candidate.value(u"chosen").toBool();
    const QString target =
        candidate.value(u"provider").toString() + u'/' + candidate.value(u"model").toString();
    const QString reason = gatewaySentence(candidate.value(u"reason").toString());
    const QJsonValue cost = candidate.value(u"estimated_cost_usd");
    const QString price = cost.isDouble() ? format::usdExact(cost.toDouble()) : format::none();
    row->addWidget(
        new Badge(chosen ? tr("chosen") : tr("not now"), chosen ? Tone::Good : Tone::Neutral, line));
    row->addWidget(makeMonoLabel(target, ColorRole::Text, -0.5, line));
    QLabel* why = makeLabel(reason, ColorRole::TextMuted, -0.5, QFont::Normal, line);
    why->setWordWrap(true);
    row->addWidget(why, 1);
    row->addWidget(makeLabel(price, ColorRole::TextMuted, -0.5, QFont::Normal, line));
    m_result->addWidget(line);
    m_lines << tr("%1 %2: %3, %4").arg(chosen ? tr("chosen") : tr("not now"), target, reason, price);
}

void ExplainCard::show(const GatewayReply& reply) {
    clearResult();
    if (!reply.ok()) {
        m_bodyField->setError(reply.errorMessage());
        return;
    }
    for (const QJsonValue& candidate : reply.json.value(u"candidates").toArray())
        addCandidate(candidate.toObject());
    int number = 0;
    for (const QJsonValue& step : reply.json.value(u"decision").toArray())
        addLine(tr("%1. %2").arg(++number).arg(gatewaySentence(step.toObject().value(u"text").toString())),
                ColorRole::Text);
    if (m_lines.isEmpty())
        addLine(tr("No target could take this request."), ColorRole::Warning);
}

QString ExplainCard::resultText() const {
    return m_lines.join(u'\n');
}

} // namespace tollgate::ui
