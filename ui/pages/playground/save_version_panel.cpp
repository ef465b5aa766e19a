#include "ui/pages/playground/save_version_panel.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/widgets/paint.h"

#include <QJsonArray>
#include <QPushButton>
#include <QUrl>

namespace tollgate::ui {

SaveVersionPanel::SaveVersionPanel(GatewayLink* link, QWidget* parent)
    : Card(tr("Save as a prompt version"), parent)
    , m_link(link) {
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
    connect(m_save, &QPushButton::clicked, this, &SaveVersionPanel::save);
    connect(m_note, &QLineEdit::returnPressed, this, &SaveVersionPanel::save);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void SaveVersionPanel::setNames(const QStringList& prompts) {
    m_names = prompts;
    m_name->setNames(prompts);
}

void SaveVersionPanel::open(const PlayPrompt& prompt, const QString& model) {
    m_prompt = prompt;
    m_model = model;
    m_nameField->clearError();
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SaveVersionPanel::save() {
    const QString name = m_name->name();
    if (name.isEmpty())
        return m_nameField->setError(tr("A prompt needs a name."));
    m_nameField->clearError();
    QJsonObject body = versionBody(m_prompt, m_model, m_note->text().trimmed());
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
