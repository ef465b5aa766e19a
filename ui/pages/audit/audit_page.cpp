#include "ui/pages/audit/audit_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/pages/audit/audit_restore.h"
#include "ui/pages/audit/audit_text.h"
#include "ui/pages/forms/diff_table.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/shell/console_state.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/message_bar.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>

namespace tollgate::ui {

namespace {
constexpr int kDetailWidth = 404;
constexpr int kTypingPauseMs = 250;
} // namespace

AuditPage::AuditPage(const UiContext& context, QWidget* parent)
    : Page(context, parent)
    , m_model(*context.link)
    , m_undo(UndoStack::of(*context.link, context.messages))
    , m_restore(new AuditRestore(*context.link, *m_undo, this)) {
    m_table = new TableView(tr("Audit log"), this);
    m_table->setModel(&m_model);
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(AuditModel::Change, QHeaderView::Stretch);
    m_table->setColumnWidth(AuditModel::When, theme().px(118));
    m_table->setColumnWidth(AuditModel::Who, theme().px(120));
    m_table->setColumnWidth(AuditModel::What, theme().px(96));
    m_table->setColumnWidth(AuditModel::Resource, theme().px(200));
    fitHeaders(m_table);
    m_empty = new EmptyState(QStringLiteral("audit"), {}, {}, this);
    m_again = m_empty->addButton(tr("Try again"));
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_model.setActive(false);
        m_model.setActive(true);
    });
    m_list = new CurrentStack(this);
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);

    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    auto* left = new QWidget(split);
    auto* leftColumn = makeColumn(0);
    leftColumn->setContentsMargins(theme().px(10), theme().px(10), theme().px(10), theme().px(10));
    leftColumn->addWidget(m_list);
    left->setLayout(leftColumn);
    left->setMinimumWidth(theme().px(320));
    split->addWidget(left);
    split->addWidget(makeDetail());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    split->setSizes({theme().px(700), theme().px(kDetailWidth)});
    if (ConsoleState* state = context.state) {
        state->remember(QStringLiteral("audit/split"), split);
        state->remember(QStringLiteral("audit/columns"), header);
    }
    auto* row = makeRow(0);
    row->addWidget(split);
    setLayout(row);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { showEntry(now.data(AuditModel::EntryRole).toJsonObject()); });
    connect(&m_model, &AuditModel::changed, this, &AuditPage::present);
    connectRestore();
    present();
}

QWidget* AuditPage::makeDetail() {
    m_detail = new QWidget(this);
    m_detail->setMinimumWidth(theme().px(320));
    auto* column = makeColumn(10);
    column->setContentsMargins(theme().px(10), theme().px(13), theme().px(18), theme().px(14));
    auto* title = makeRow(10);
    m_subject = makeMonoLabel({}, ColorRole::Text, 0, m_detail);
    m_subject->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action = new Badge({}, Tone::Neutral, m_detail);
    title->addWidget(m_subject);
    title->addWidget(m_action);
    title->addStretch(1);
    column->addLayout(title);
    m_who = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, m_detail);
    m_who->setWordWrap(true);
    column->addWidget(m_who);
    m_question = new MessageBar(m_detail);
    m_question->setObjectName(QStringLiteral("question"));
    column->addWidget(m_question);
    auto* card = new Card(tr("What changed"), m_detail);
    m_explained = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, card);
    m_explained->setWordWrap(true);
    card->content()->addWidget(m_explained);
    m_diff = new DiffTable(tr("What changed"), card);
    card->content()->addWidget(m_diff, 1);
    column->addWidget(card, 1);
    auto* buttons = makeRow(8);
    m_restoreBefore = new QPushButton(tr("Restore how it was before"), m_detail);
    m_restoreAfter = new QPushButton(tr("Restore this version"), m_detail);
    m_restoreBefore->setObjectName(QStringLiteral("restoreBefore"));
    m_restoreAfter->setObjectName(QStringLiteral("restoreAfter"));
    buttons->addStretch(1);
    buttons->addWidget(m_restoreAfter);
    buttons->addWidget(m_restoreBefore);
    column->addLayout(buttons);
    m_detail->setLayout(column);
    connect(m_restoreBefore, &QPushButton::clicked, this, [this] { askToRestore(true); });
    connect(m_restoreAfter, &QPushButton::clicked, this, [this] { askToRestore(false); });
    return m_detail;
}

QWidget* AuditPage::createTitleControls(QWidget* parent) {
    auto* bar = new QWidget(parent);
    auto* row = makeRow(12);
    bar->setLayout(row);
    m_text = new QLineEdit(bar);
    m_text->setObjectName(QStringLiteral("filter"));
    m_text->setPlaceholderText(tr("Name, field or value"));
    m_text->setAccessibleName(tr("Find in the audit log"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(theme().px(220));
    m_text->addAction(theme().icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_text->setText(m_model.filter().text);
    m_kind = new ChoiceBox(bar);
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("Kind of resource"));
    m_kind->addChoice({}, tr("everything"));
    for (const char* kind : {"provider", "model", "alias", "flag", "prompt", "project", "key", "budget",
                             "settings", "usage", "task", "batch", "webhook"})
        m_kind->addChoice(QString::fromLatin1(kind), auditText::kind(QString::fromLatin1(kind)));
    m_actor = new ChoiceBox(bar);
    m_actor->setObjectName(QStringLiteral("actor"));
    m_actor->setAccessibleName(tr("Who"));
    m_actor->addChoice({}, tr("anybody"));
    for (const char* actor :
         {"console", "admin-token", "config-file", "gateway", "guardrail", "ramp", "init"})
        m_actor->addChoice(QString::fromLatin1(actor), auditText::actor(QString::fromLatin1(actor)));
    row->addWidget(m_text, 1);
    row->addWidget(m_kind);
    row->addWidget(m_actor);

    auto* pause = new QTimer(m_text);
    pause->setSingleShot(true);
    pause->setInterval(kTypingPauseMs);
    connect(pause, &QTimer::timeout, this, &AuditPage::filterChanged);
    connect(m_text, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AuditPage::filterChanged);
    connect(m_actor, &QComboBox::currentIndexChanged, this, &AuditPage::filterChanged);
    return bar;
}

void AuditPage::filterChanged() {
    m_model.setFilter({m_kind->id(), m_actor->id(), m_text->text().trimmed(), {}});
}

void AuditPage::open(const QString& argument) {
    AuditFilter filter = m_model.filter();
    filter.text = argument;
    m_model.setFilter(filter);
    if (m_text)
        m_text->setText(argument);
}

void AuditPage::activate() {
    m_model.setActive(true);
}

void AuditPage::deactivate() {
    m_model.setActive(false);
}

void AuditPage::present() {
    const bool any = m_model.rowCount() > 0;
    m_list->setCurrentIndex(any ? 0 : 1);
    m_again->setVisible(!m_model.failure().isEmpty());
    if (!m_model.failure().isEmpty())
        m_empty->set(QStringLiteral("warning"), tr("The audit log could not be read"), m_model.failure());
    else if (!m_model.hasLoaded())
        m_empty->set(QStringLiteral("clock"), tr("Reading\u2026"), {});
    else if (m_model.filter() == AuditFilter())
        m_empty->set(QStringLiteral("audit"), tr("Nothing was changed yet"),
                     tr("Every change of the configuration is kept here."));
    else
        m_empty->set(QStringLiteral("filter"), tr("Nothing in the log is like this"),
                     tr("Another text, kind or person may find it."));
    if (any && !m_table->currentIndex().isValid())
        choose(0);
    m_detail->setVisible(any);
    Q_EMIT statusChanged();
}

void AuditPage::choose(int row) {
    m_table->selectionModel()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::ClearAndSelect |
                                                                          QItemSelectionModel::Rows);
}

void AuditPage::showEntry(const QJsonObject& entry) {
    m_entry = entry;
    m_question->dismiss();
    const QString kind = entry.value(u"kind").toString();
    const QString action = entry.value(u"action").toString();
    m_subject->setText(entry.value(u"subject").toString());
    m_action->set(auditText::action(action), auditText::tone(action));
    m_who->setText(tr("%1 \u00b7 by %2 \u00b7 %3")
                       .arg(auditText::kind(kind), auditText::actor(entry.value(u"actor").toString()),
                            auditText::when(entry.value(u"at").toString())));
    const QJsonValue before = entry.value(u"before");
    const QJsonValue after = entry.value(u"after");
    const QList<FieldDiff> diff = jsonDiff(before, after);
    m_diff->setDiff(diff);
    const bool isDone = action == u"cancel" || action == u"resend"; // nothing of the configuration
    m_explained->setText(isDone               ? tr("How it stood right after that.")
                         : !before.isObject() ? tr("It was made like this.")
                         : !after.isObject()  ? tr("It was like this when it was deleted.")
                         : diff.isEmpty() ? tr("No field that is shown differs; secrets are not kept here.")
                                          : tr("%n fields differ.", nullptr, static_cast<int>(diff.size())));
    m_restoreBefore->setVisible(AuditRestore::isPossible(entry, before));
    m_restoreAfter->setVisible(AuditRestore::isPossible(entry, after));
}

void AuditPage::askToRestore(bool before) {
    m_wantsBefore = before;
    m_restore->plan(m_entry, m_entry.value(before ? u"before" : u"after").toObject());
}

void AuditPage::connectRestore() {
    connect(m_restore, &AuditRestore::planned, this, [this](const QList<FieldDiff>& diff, bool creates) {
        const QString name = m_entry.value(u"subject").toString();
        const QString when = auditText::when(m_entry.value(u"at").toString());
        const QString text =
            creates ? tr("%1 was deleted. Make it again as it was %2?").arg(name, when)
                    : tr("Bring %1 back to how it was? Now: %2.").arg(name, diffSummary(diff, 3));
        m_question->ask(text, {{tr("Restore"), [this] { m_restore->apply(); }, "primary"},
                               {tr("Keep as it is"), nullptr}});
    });
    connect(m_restore, &AuditRestore::nothingToDo, this, [this] {
        context().messages->info(tr("%1 is like that already.").arg(m_entry.value(u"subject").toString()));
    });
    connect(m_restore, &AuditRestore::restored, this,
            [this](const QString& kind, const QString& subject, int step) {
                context().messages->success(tr("Restored: %1 %2.").arg(auditText::kind(kind), subject),
                                            step == 0 ? QList<MessageBar::Action>()
                                                      : QList<MessageBar::Action>{m_undo->action(step)});
            });
    connect(m_restore, &AuditRestore::failed, this, [this](const QString& message) {
        context().messages->error(tr("It could not be restored: %1").arg(message));
    });
}

QString AuditPage::statusText() const {
    return m_model.canFetchMore({}) ? tr("%1 entries read, there are more").arg(m_model.rowCount())
                                    : tr("%n entries", nullptr, m_model.rowCount());
}

QString AuditPage::statusHint() const {
    return tr("Times are local \u00b7 secrets are never kept in the log");
}

} // namespace tollgate::ui
