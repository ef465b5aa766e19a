#include "ui/pages/playground/save_version_panel.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/widgets/paint.h"

#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace tollgate::ui {

SaveVersionPanel::SaveVersionPanel(GatewayLink* link, std::function<Draft()> draft, QWidget* parent)
    : Card(tr("Save as a prompt version"), parent)
    , m_link(link)
    , m_draft(std::move(draft)) {
    setCaption(tr("{{name}} in a message becomes a variable"));
    auto* row = makeRow(12);
    m_name = new NamePicker(tr("a stored prompt, or a new name"), this);
    m_name->setObjectName(QStringLiteral("promptName"));
    m_nameField = new FormField(tr("prompt"), m_name, this);
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("promptNote"));
    m_save = new QPushButton(tr("Save version"), this);
    m_save->setObjectName(QStringLiteral("saveVersion"));
    setKind(m_save, "primary");
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close without saving"));
    row->addWidget(m_nameField, 2);
    row->addWidget(new FormField(tr("note"), m_note, this), 3);
    row->addWidget(m_save, 0, Qt::AlignBottom);
    row->addWidget(close, 0, Qt::AlignBottom);
    content()->addLayout(row);
    m_leftOut = makeLabel({}, ColorRole::Warning, -0.5, QFont::Normal, this);
    m_leftOut->setObjectName(QStringLiteral("leftOut"));
    m_leftOut->setWordWrap(true);
    content()->addWidget(m_leftOut);
    connect(m_save, &QPushButton::clicked, this, &SaveVersionPanel::save);
    connect(m_note, &QLineEdit::returnPressed, this, &SaveVersionPanel::save);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void SaveVersionPanel::setNames(const QStringList& prompts) {
    m_names = prompts;
    m_name->setNames(prompts);
}

void SaveVersionPanel::open() {
    m_nameField->clearError();
    show();
    follow();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SaveVersionPanel::follow() {
    if (isHidden())
        return;
    const QStringList leftOut = leftOutOfVersion(m_draft().prompt);
    m_leftOut->setText(tr("A version holds system text, message, temperature, limit and model. "
                          "Not saved: %1.")
                           .arg(leftOut.join(QStringLiteral(", "))));
    m_leftOut->setVisible(!leftOut.isEmpty());
}

void SaveVersionPanel::save() {
    const QString name = m_name->name();
    if (name.isEmpty())
        return m_nameField->setError(tr("A prompt needs a name."));
    m_nameField->clearError();
    const Draft draft = m_draft();
    QJsonObject body = versionBody(draft.prompt, draft.model, m_note->text().trimmed());
    QString path = QStringLiteral("/prompts");
    const bool known = m_names.contains(name);
    if (known) {
        path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name)) + QStringLiteral("/versions");
    } else {
        body.insert(QStringLiteral("version"), QStringLiteral("v1"));
        body = {{QStringLiteral("name"), name},
                {QStringLiteral("default"), QStringLiteral("v1")},
                {QStringLiteral("versions"), QJsonArray{body}}};
    }
    m_save->setEnabled(false);
    m_link->send("POST", path, body, this, [this, name, known](const GatewayReply& reply) {
        m_save->setEnabled(true);
        if (!reply.ok())
            return m_nameField->setError(reply.errorMessage());
        hide();
        Q_EMIT saved(name, known ? reply.json.value(u"version").toString() : QStringLiteral("v1"));
    });
}

} // namespace tollgate::ui
