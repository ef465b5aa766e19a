#include "ui/pages/jobs/job_detail.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>

namespace tollgate::ui {

JobDetail::JobDetail(GatewayLink& link, QWidget* parent)
    : QWidget(parent)
    , m_link(link) {
    const Theme& theme = Theme::of(this);
    m_column = makeColumn(10);
    m_column->setContentsMargins(theme.px(10), theme.px(13), theme.px(18), theme.px(14));
    setLayout(m_column);
    auto* title = makeRow(10);
    m_title = makeMonoLabel({}, ColorRole::Text, 0, this);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setMinimumWidth(theme.px(60));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_status = new Badge({}, Tone::Neutral, this);
    title->addWidget(m_title, 1);
    title->addWidget(m_status);
    m_column->addLayout(title);
    m_question = new MessageBar(this);
    m_question->setObjectName(QStringLiteral("question"));
    m_column->addWidget(m_question);
    m_facts = new FactList(this);
    m_column->addWidget(m_facts);
}

QPushButton* JobDetail::addButton(const QString& text, const QString& name, const char* kind) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    setKind(button, kind);
    m_buttons << button;
    return button;
}

void JobDetail::addButtonRow() {
    auto* holder = new QWidget(this);
    auto* row = new FlowLayout(holder);
    for (QPushButton* button : std::as_const(m_buttons)) {
        button->setParent(holder);
        row->addWidget(button);
    }
    m_column->addWidget(holder);
}

QLabel* JobDetail::addFact(const QString& name, bool mono) {
    return m_facts->add(name, mono);
}

void JobDetail::say(QLabel* label, const QString& text) {
    label->setText(text.isEmpty() ? format::none() : text);
}

void JobDetail::setObject(const QJsonObject& object) {
    const QString id = idOf(object);
    const bool other = id != m_id;
    if (!other && object == m_object)
        return;
    m_object = object;
    m_id = id;
    if (other)
        m_question->dismiss();
    const QString status = object.value(u"status").toString();
    m_title->setText(id);
    m_title->setToolTip(id.toHtmlEscaped());
    m_status->set(jobsText::status(status), jobsText::tone(status));
    show(object, other);
}

void JobDetail::askToSend(const QString& question, const QString& yes, const QString& no, const QString& path,
                          const QString& success) {
    m_question->ask(question,
                    {{yes, [this, path, success] { send(path, success); }, "danger"}, {no, nullptr}});
}

void JobDetail::send(const QString& path, const QString& success) {
    m_link.send("POST", path, {}, this, [this, success](const GatewayReply& reply) {
        if (reply.ok())
            Q_EMIT done(success);
        else
            Q_EMIT failed(reply.errorMessage());
    });
}

} // namespace tollgate::ui
