#include "ui/pages/settings/settings_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/forms/change_preview.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/pages/settings/backup_card.h"
#include "ui/pages/settings/retention_run.h"
#include "ui/pages/settings/settings_cards.h"
#include "ui/pages/settings/telemetry_card.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>
#include <QScrollArea>

namespace tollgate::ui {

namespace {

/// One object, no collection: what the undo stack has to know of it.
ResourceSpec settingsSpec() {
    return {QStringLiteral("/settings"), {}, {}, {}};
}

} // namespace

SettingsPage::SettingsPage(const UiContext& context, QWidget* parent)
    : Page(context, parent)
    , m_undo(UndoStack::of(*context.link, context.messages)) {
    using Kind = ResourceCatalogue::Kind;
    m_names = new ResourceCatalogue(context.link, {Kind::Aliases, Kind::Prompts}, this);
    m_preview = new ChangePreview(this);
    m_preview->hide();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makeContent());
    auto* column = makeColumn(0);
    auto* top = makeColumn(0);
    top->setContentsMargins(theme().px(18), 0, theme().px(18), 0);
    top->addWidget(m_preview);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);
    setLayout(column);

    connect(&m_form->binding(), &FormBinding::changed, this, &SettingsPage::follow);
    connect(m_facts, &FactsCard::setupWanted, this, [this] { Q_EMIT navigate(u"setup"_qs, {}); });
    connect(m_security, &SecurityCard::againWanted, this, &SettingsPage::readChecks);
    connect(m_backup, &BackupCard::applied, this, &SettingsPage::read);
    connect(m_undo, &UndoStack::undone, this, [this](const UndoStep& step, const QJsonObject& object) {
        if (step.spec.collection == settingsSpec().collection && m_known)
            m_form->binding().rebase(object);
        if (m_active)
            read();
    });
    connect(&link(), &GatewayLink::event, this, [this](const QString& type) {
        if (m_active && type == QLatin1String("config"))
            read();
    });
    connect(&link(), &GatewayLink::stateChanged, this, [this] {
        if (m_active)
            read();
    });
    if (ShortcutRegistry* shortcuts = context.shortcuts)
        shortcuts->add(
            QStringLiteral("settings.revert"), tr("Settings"), tr("Discard the edits"),
            QKeySequence(Qt::Key_Escape), this, [this] { revert(); }, Qt::WindowShortcut);
}

QWidget* SettingsPage::makeContent() {
    auto* content = new QWidget(this);
    content->setObjectName(QStringLiteral("scrollContent"));
    m_form = new SettingsForm(m_names, content);
    m_facts = new FactsCard(content);
    auto* column = makeColumn(12);
    column->setContentsMargins(theme().px(18), theme().px(14), theme().px(18), theme().px(14));
    content->setLayout(column);
    const CardColumns columns = cardColumns();
    column->addLayout(columns.row);
    columns.left->addWidget(m_facts);
    columns.left->addWidget(m_form->accessCard());
    columns.left->addWidget(m_form->defaultsCard());
    m_telemetry = new TelemetryCard(m_form->binding(), link(), content);
    columns.left->addWidget(m_telemetry);
    Card* keeping = m_form->keepingCard();
    keeping->content()->addWidget(new RetentionRun(link(), keeping));
    columns.right->addWidget(keeping);
    columns.right->addWidget(m_form->cacheCard());
    columns.right->addWidget(m_form->jobsCard());
    columns.right->addWidget(m_form->healthCard());
    m_appearance = new AppearanceCard(context(), content);
    m_backup = new BackupCard(link(), context().messages, *m_undo, content);
    columns.left->addWidget(m_backup);
    columns.right->addWidget(m_appearance);
    columns.left->addStretch(1);
    columns.right->addStretch(1);
    m_security = new SecurityCard(content);
    column->addWidget(m_security);
    column->addStretch(1);
    return content;
}

QWidget* SettingsPage::createTitleControls(QWidget* parent) {
    auto* bar = new QWidget(parent);
    auto* row = makeRow(12);
    bar->setLayout(row);
    m_discard = new QPushButton(tr("Discard"), bar);
    m_save = new QPushButton(tr("Save"), bar);
    setKind(m_save, "primary");
    row->addStretch(1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::revert);
    follow();
    return bar;
}

void SettingsPage::activate() {
    m_active = true;
    m_names->setActive(true);
    read();
}

void SettingsPage::deactivate() {
    m_active = false;
    m_names->setActive(false);
}

void SettingsPage::read() {
    readSettings();
    readChecks();
    link().get(QStringLiteral("/status"), this, [this](const GatewayReply& reply) {
        if (reply.ok()) {
            m_facts->setStatus(reply.json, link().address());
            m_telemetry->setStatus(reply.json.value(u"telemetry").toObject());
        }
        Q_EMIT statusChanged();
    });
}

void SettingsPage::readSettings() {
    link().get(QStringLiteral("/settings"), this, [this](const GatewayReply& reply) {
        if (!reply.ok()) {
            if (!m_known)
                context().messages->error(reply.errorMessage());
            return;
        }
        // What is being typed stays; everything else follows.
        if (m_known)
            m_form->binding().rebase(reply.json);
        else
            m_form->binding().load(reply.json, false);
        m_known = true;
        follow();
    });
}

void SettingsPage::readChecks() {
    link().get(QStringLiteral("/security/self-check"), this, [this](const GatewayReply& reply) {
        if (reply.ok())
            m_security->setChecks(reply.json.value(u"data").toArray());
        else
            m_security->setFailure(reply.errorMessage());
    });
}

bool SettingsPage::isDirty() const {
    return m_known && m_form->binding().isDirty();
}

bool SettingsPage::save() {
    if (m_busy || !isDirty())
        return true;
    // Editors that take their text when they are left (tags, numbers) take it now.
    if (QWidget* focused = focusWidget()) {
        focused->clearFocus();
        focused->setFocus(Qt::OtherFocusReason);
    }
    if (!m_form->binding().checkAll())
        return false;
    store(m_form->binding().patch());
    return true;
}

void SettingsPage::store(const QJsonObject& patch) {
    m_busy = true;
    follow();
    const QJsonObject before = m_form->binding().original();
    link().send(
        "PATCH", QStringLiteral("/settings"), patch, this, [this, before, patch](const GatewayReply& reply) {
            m_busy = false;
            if (!reply.ok()) {
                const QString param = reply.errorParam();
                if (param.isEmpty() || !m_form->binding().showError(param, reply.errorMessage()))
                    context().messages->error(param.isEmpty()
                                                  ? reply.errorMessage()
                                                  : tr("%1: %2").arg(param, reply.errorMessage()));
                follow();
                return;
            }
            m_form->binding().load(reply.json, false);
            QJsonObject sent = patch;
            sent.remove(QLatin1String("otlp_headers")); // nobody has the old secrets any more
            const int step =
                m_undo->pushPatch(tr("change the settings"), settingsSpec(), before, reply.json, sent);
            context().messages->success(tr("Saved the settings."),
                                        step == 0 ? QList<MessageBar::Action>()
                                                  : QList<MessageBar::Action>{m_undo->action(step)});
            follow();
        });
}

void SettingsPage::revert() {
    if (m_known)
        m_form->binding().revert();
}

void SettingsPage::follow() {
    const bool dirty = isDirty();
    m_preview->setChanges(dirty ? m_form->binding().changes() : QList<FieldChange>(), false);
    if (m_save)
        m_save->setEnabled(dirty && !m_busy);
    if (m_discard)
        m_discard->setEnabled(dirty && !m_busy);
    Q_EMIT dirtyChanged();
}

void SettingsPage::open(const QString& argument) {
    if (argument == QLatin1String("security"))
        m_scroll->ensureWidgetVisible(m_security);
    else if (argument == QLatin1String("backup"))
        m_scroll->ensureWidgetVisible(m_backup);
}

QString SettingsPage::statusText() const {
    return tr("Provider keys are kept in: %1").arg(m_facts->secrets());
}

QString SettingsPage::statusHint() const {
    return tr("Ctrl+S save \u00b7 Esc discard");
}

} // namespace tollgate::ui
