#include "ui/pages/projects/key_form.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/pages/projects/expiry_edit.h"
#include "ui/pages/projects/limits_card.h"
#include "ui/pages/projects/secret_panel.h"
#include "ui/pages/projects/usage_card.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/tag_edit.h"

#include <QDateTime>
#include <QJsonArray>
#include <QPushButton>

namespace tollgate::ui {

using Kind = ResourceCatalogue::Kind;

KeyForm::KeyForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : ObjectForm(context, parent)
    , m_names(names)
    , m_undo(UndoStack::of(*context.link, context.messages)) {
    auto* column = makeColumn(12);
    setLayout(column);
    m_secret = new SecretPanel(this);
    column->addWidget(m_secret);
    const CardColumns columns = cardColumns();
    column->addLayout(columns.row);
    column->addStretch(1);
    columns.left->addWidget(identityCard());
    columns.left->addWidget(makeLimitsCard(binding(), this));
    columns.left->addStretch(1);
    columns.right->addWidget(modelsCard());
    m_facts = new Card(tr("Key"), this);
    auto* facts = new FactList(m_facts);
    m_prefix = facts->add(tr("begins with"), true);
    m_lastUsed = facts->add(tr("last used"));
    static_cast<Card*>(m_facts)->content()->addWidget(facts);
    columns.right->addWidget(m_facts);
    m_usage = new UsageCard(&link(), this);
    columns.right->addWidget(m_usage);
    columns.right->addStretch(1);

    m_rotate = new QPushButton(tr("Rotate"), this);
    m_rotate->setObjectName(QStringLiteral("rotate"));
    m_rotate->setToolTip(tr("A new secret; the old one stops working"));
    setKind(m_rotate, "danger");
    m_rotate->hide();
    connect(m_rotate, &QPushButton::clicked, this, &KeyForm::askRotate);
    connect(m_names, &ResourceCatalogue::changed, this, &KeyForm::fillNames);
    connect(m_undo, &UndoStack::undone, this, [this](const UndoStep& step) {
        if (step.kind == UndoStep::Kind::Document) // it may have been this secret
            m_secret->forget();
    });
    fillNames();
}

QWidget* KeyForm::identityCard() {
    auto* card = new Card(tr("Whose it is"), this);
    card->content()->addWidget(
        bindField::text(binding(), QStringLiteral("name"), tr("name"), new QLineEdit(card)));
    bindField::required(binding(), QStringLiteral("name"), tr("A key needs a name."));
    m_project = new NamePicker(tr("no project"), card);
    m_user = new NamePicker(tr("whoever the request names"), card);
    card->content()->addLayout(
        sideBySide({bindField::name(binding(), QStringLiteral("project"), tr("project"), m_project, true),
                    bindField::name(binding(), QStringLiteral("user"), tr("user"), m_user, true)}));
    auto* expiry = new ExpiryEdit(card);
    auto* labelled = new FormField(tr("expires"), expiry, card);
    labelled->setParam(QStringLiteral("expires_at"));
    card->content()->addWidget(labelled);
    FormBinding::Field field;
    field.path = QStringLiteral("expires_at");
    field.label = tr("expires");
    field.read = [expiry] { return expiry->value(); };
    field.write = [expiry](const QJsonValue& value) { expiry->setValue(value); };
    field.showError = [labelled](const QString& message) { labelled->setError(message); };
    field.say = &ExpiryEdit::say;
    field.editor = expiry;
    binding().add(std::move(field));
    connect(expiry, &ExpiryEdit::changed, &binding(), &FormBinding::touch);
    return card;
}

QWidget* KeyForm::modelsCard() {
    auto* card = new Card(tr("Models"), this);
    m_models = new TagEdit(tr("all models and aliases"), card);
    FormField* field = bindField::tags(binding(), QStringLiteral("allowed_models"),
                                       tr("only these models or aliases"), m_models);
    field->setHint(tr("Empty allows all."));
    card->content()->addWidget(field);
    binding().setSay(QStringLiteral("allowed_models"), [](const QJsonValue& value) {
        QStringList names;
        for (const QJsonValue& name : value.toArray())
            names << name.toString();
        return names.isEmpty() ? tr("all") : names.join(QStringLiteral(", "));
    });
    return card;
}

void KeyForm::fillNames() {
    m_project->setNames(m_names->ids(Kind::Projects));
    m_user->setNames(m_names->ids(Kind::Users));
    m_models->setCompletions(m_names->ids(Kind::Aliases) + m_names->ids(Kind::Models));
}

QString KeyForm::heading() const {
    return binding().original().value(u"name").toString();
}

QString KeyForm::kindText() const {
    return tr("key");
}

QList<QAbstractButton*> KeyForm::actions() const {
    return {m_rotate};
}

void KeyForm::shown(const QJsonObject& object, bool isNew) {
    const QString id = object.value(u"id").toString();
    if (id != m_shownId)
        m_secret->forget();
    m_shownId = id;
    m_facts->setVisible(!isNew);
    m_usage->setVisible(!isNew);
    m_usage->setLimits(object.value(u"limits").toObject());
    m_usage->setSubject(QStringLiteral("key"), id);
    m_prefix->setText(object.value(u"prefix").toString() + u'…');
    const qint64 used = format::fromIso(object.value(u"last_used_at").toString());
    m_lastUsed->setText(
        used > 0 ? QDateTime::fromMSecsSinceEpoch(used).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                 : tr("never"));
}

void KeyForm::liveChanged(bool live) {
    m_usage->setLive(live);
    if (!live)
        m_secret->forget(); // another page or object: the secret does not wait here
}

void KeyForm::showSecret(const QString& secret) {
    const QStringList aliases = m_names->ids(Kind::Aliases);
    const QStringList allowed = m_models->tags();
    const QString model =
        !allowed.isEmpty() ? allowed.first() : aliases.value(0, QStringLiteral("chat-default"));
    m_secret->show(secret, link().url(), model);
}

void KeyForm::askRotate() {
    Q_EMIT confirmRequested(tr("Give %1 a new secret? The old one stops working at once.").arg(heading()),
                            tr("Rotate"), [this] { rotate(); });
}

void KeyForm::rotate() {
    const QString id = m_shownId;
    m_rotate->setEnabled(false);
    link().send("POST", specs::keys().pathOf(id) + QStringLiteral("/rotate"), {}, this,
                [this, id](const GatewayReply& reply) {
                    m_rotate->setEnabled(true);
                    if (!reply.ok()) {
                        context().messages->error(reply.errorMessage());
                        return;
                    }
                    if (id == m_shownId && isLive())
                        showSecret(reply.json.value(u"secret").toString());
                    m_undo->pushDocument(tr("new secret of key %1").arg(heading()), reply.json);
                    Q_EMIT storedElsewhere(specs::keys().collection, id,
                                           tr("%1 has a new secret.").arg(heading()));
                });
}

} // namespace tollgate::ui
