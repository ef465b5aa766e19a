#include "ui/pages/projects/project_form.h"

#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/projects/limits_card.h"
#include "ui/pages/projects/usage_card.h"

#include <QPushButton>

namespace tollgate::ui {

ProjectForm::ProjectForm(const UiContext& context, QWidget* parent)
    : ObjectForm(context, parent) {
    const CardColumns columns = cardColumns();
    auto* column = makeColumn(12);
    setLayout(column);
    column->addLayout(columns.row);
    column->addStretch(1);
    auto* card = new Card(tr("Project"), this);
    auto* name = new QLineEdit(card);
    name->setFont(theme().monoFont(-0.25));
    card->content()->addWidget(bindField::text(binding(), QStringLiteral("name"), tr("name"), name));
    card->content()->addWidget(
        bindField::text(binding(), QStringLiteral("description"), tr("description"), new QLineEdit(card)));
    binding().fixAfterCreation(QStringLiteral("name"));
    bindField::required(binding(), QStringLiteral("name"), tr("A project needs a name."));
    columns.left->addWidget(card);
    columns.left->addWidget(makeLimitsCard(binding(), this));
    columns.left->addStretch(1);
    m_usage = new UsageCard(&link(), this);
    columns.right->addWidget(m_usage);
    columns.right->addStretch(1);

    m_newKey = new QPushButton(tr("New key here"), this);
    m_newKey->setObjectName(QStringLiteral("newKeyHere"));
    m_newKey->hide();
    connect(m_newKey, &QPushButton::clicked, this, &ProjectForm::newKeyRequested);
}

QString ProjectForm::heading() const {
    return binding().original().value(u"name").toString();
}

QString ProjectForm::kindText() const {
    return tr("project");
}

QList<QAbstractButton*> ProjectForm::actions() const {
    return {m_newKey};
}

void ProjectForm::shown(const QJsonObject& object, bool isNew) {
    m_usage->setVisible(!isNew);
    m_usage->setLimits(object.value(u"limits").toObject());
    m_usage->setSubject(QStringLiteral("project"), isNew ? QString() : heading());
}

void ProjectForm::liveChanged(bool live) {
    m_usage->setLive(live);
}

} // namespace tollgate::ui
