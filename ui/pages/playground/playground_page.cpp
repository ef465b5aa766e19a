#include "ui/pages/playground/playground_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/playground/answer_card.h"
#include "ui/pages/playground/original_card.h"
#include "ui/pages/playground/prompt_edit.h"
#include "ui/pages/playground/save_version_panel.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/wrap_columns.h"

#include <QCheckBox>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>

namespace tollgate::ui {

using Kind = ResourceCatalogue::Kind;

PlaygroundPage::PlaygroundPage(const UiContext& context, QWidget* parent)
    : Page(context, parent) {
    m_names = new ResourceCatalogue(context.link, {Kind::Aliases, Kind::Models, Kind::Prompts}, this);
    const int margin = theme().px(18);
    auto* column = makeColumn(12);
    column->setContentsMargins(margin, theme().px(14), margin, margin);
    setLayout(column);
    m_save = new SaveVersionPanel(
        context.link,
        [this] {
            return SaveVersionPanel::Draft{m_prompt->prompt(), m_first->target()};
        },
        this);
    column->addWidget(m_save);
    auto* cards = new QWidget(this);
    auto* row = new WrapColumns(theme().px(12));
    cards->setLayout(row);
    m_prompt = new PromptEdit(this);
    m_first = new AnswerCard(tr("Answer A"), QStringLiteral("answerA"), this);
    m_second = new AnswerCard(tr("Answer B"), QStringLiteral("answerB"), this);
    m_original = new OriginalCard(this);
    for (QWidget* card : QList<QWidget*>{m_prompt, m_original, m_first, m_second}) {
        row->addColumn(card, {});
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    }
    column->addWidget(makeScrolled(cards, tr("Playground"), this), 1);

    connect(m_names, &ResourceCatalogue::changed, this, &PlaygroundPage::fill);
    connect(m_prompt, &PromptEdit::changed, m_save, &SaveVersionPanel::follow);
    connect(m_prompt, &PromptEdit::refused, this,
            [this](const QString& text) { this->context().messages->error(text); });
    connectCards();
    connect(m_save, &SaveVersionPanel::saved, this, [this](const QString& prompt, const QString& version) {
        this->context().messages->success(tr("Saved as %1 of %2.").arg(version, prompt),
                                          {{tr("Open the prompt"), [page = QPointer(this), prompt] {
                                                if (page)
                                                    Q_EMIT page->navigate(QStringLiteral("prompts"), prompt);
                                            }}});
    });
    connect(context.link, &GatewayLink::stateChanged, this, &PlaygroundPage::refresh);
    if (context.shortcuts) {
        context.shortcuts->add(
            QStringLiteral("playground.run"), tr("Playground"), tr("Send the prompt"),
            QKeySequence(Qt::CTRL | Qt::Key_Return), this, [this] { run(); }, Qt::WindowShortcut);
        context.shortcuts->add(
            QStringLiteral("playground.cancel"), tr("Playground"), tr("Stop what runs"),
            QKeySequence(Qt::Key_Escape), this, [this] { cancel(); }, Qt::WindowShortcut);
    }
}

QWidget* PlaygroundPage::createTitleControls(QWidget* parent) {
    auto* controls = new QWidget(parent);
    auto* row = makeRow(10);
    controls->setLayout(row);
    m_compare = new QCheckBox(tr("Two side by side"), controls);
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setChecked(m_both);
    auto* save = new QPushButton(tr("Save as version"), controls);
    save->setObjectName(QStringLiteral("openSave"));
    m_run = new QPushButton(tr("Send"), controls);
    m_run->setObjectName(QStringLiteral("run"));
    m_run->setToolTip(tr("Send the prompt (Ctrl+Enter)"));
    setKind(m_run, "primary");
    row->addStretch(1);
    row->addWidget(m_compare);
    row->addWidget(save);
    row->addWidget(m_run);
    connect(m_compare, &QCheckBox::toggled, this, &PlaygroundPage::compare);
    connect(save, &QPushButton::clicked, m_save, &SaveVersionPanel::open);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (isRunning())
            cancel();
        else
            run();
    });
    refresh();
    return controls;
}

void PlaygroundPage::activate() {
    m_names->setActive(true);
    refresh();
}

void PlaygroundPage::deactivate() {
    m_names->setActive(false);
}

void PlaygroundPage::open(const QString& argument) {
    static const QString kReplay = u"replay:"_qs;
    if (argument.startsWith(kReplay))
        openReplay(argument.mid(kReplay.size()));
    else
        m_first->setTarget(argument);
}

void PlaygroundPage::connectCards() {
    const auto show = [this](const QString& id) { Q_EMIT navigate(u"traffic"_qs, u"trace:"_qs + id); };
    for (AnswerCard* card : {m_first, m_second}) {
        connect(card, &AnswerCard::ended, this, &PlaygroundPage::refresh);
        connect(card, &AnswerCard::opened, this, show);
        connect(card, &AnswerCard::roundWanted, this, [this, card] { askRound(card); });
    }
    connect(m_original, &OriginalCard::openWanted, this, show);
    connect(m_original, &OriginalCard::closeWanted, this, &PlaygroundPage::endReplay);
    connect(m_original, &OriginalCard::settingsWanted, this,
            [this] { Q_EMIT navigate(u"settings"_qs, u"capture_bodies"_qs); });
}

void PlaygroundPage::openReplay(const QString& id) {
    const int asked = ++m_replayAsked;
    link().get(u"/requests/"_qs + QString::fromLatin1(QUrl::toPercentEncoding(id)), this,
               [this, asked](const GatewayReply& reply) {
                   if (asked != m_replayAsked)
                       return; // another one was chosen meanwhile
                   if (reply.ok())
                       return startReplay(RequestDetail::fromJson(reply.json, reply.bytes));
                   context().messages->error(
                       reply.status == 404
                           ? tr("This request is no longer in the ledger: there is nothing to replay.")
                       : reply.status == 0 ? tr("The gateway does not answer.")
                                           : reply.errorMessage());
               });
}

void PlaygroundPage::startReplay(const RequestDetail& detail) {
    if (!m_before)
        m_before = Before{m_prompt->prompt(), m_first->target(), m_both};
    m_replay = replayOf(detail);
    for (AnswerCard* card : {m_first, m_second})
        card->reset();
    if (m_replay->possible) {
        m_prompt->setPrompt(m_replay->prompt);
        m_first->setTarget(m_replay->target);
    }
    m_filled = m_prompt->prompt();
    m_original->show(detail, *m_replay);
    compare(false); // the original is the other side
    refresh();
}

/// What stood here before comes back.
void PlaygroundPage::endReplay() {
    m_original->hide();
    m_replay.reset();
    if (const auto before = std::exchange(m_before, std::nullopt)) {
        m_prompt->setPrompt(before->prompt);
        m_first->setTarget(before->target);
        compare(before->compare);
    }
    m_prompt->setFocus(Qt::OtherFocusReason);
    refresh();
}

void PlaygroundPage::compare(bool both) {
    m_both = both;
    if (m_compare)
        m_compare->setChecked(both);
    m_second->setVisible(both);
    if (!both)
        m_second->cancel();
}

void PlaygroundPage::fill() {
    const QStringList targets = m_names->ids(Kind::Aliases) + m_names->ids(Kind::Models);
    const QStringList aliases = m_names->ids(Kind::Aliases);
    m_first->setTargets(targets);
    m_second->setTargets(targets);
    m_save->setNames(m_names->ids(Kind::Prompts));
    if (m_first->target().isEmpty() && !aliases.isEmpty())
        m_first->setTarget(aliases.contains(QStringLiteral("chat-default")) ? QStringLiteral("chat-default")
                                                                            : aliases.first());
    if (m_second->target().isEmpty())
        for (const QString& target : targets)
            if (target != m_first->target() && m_second->target().isEmpty())
                m_second->setTarget(target);
}

bool PlaygroundPage::isRunning() const {
    return m_first->isRunning() || m_second->isRunning();
}

void PlaygroundPage::run() {
    if (isRunning() || link().state() != LinkState::Listening)
        return;
    m_prompt->clearProblems();
    ask(m_first);
    if (m_both)
        ask(m_second);
    refresh();
}

void PlaygroundPage::showProblem(AnswerCard* card, const PlayProblem& problem) {
    if (problem.field == PlayProblem::Field::Model)
        card->setTargetError(problem.text);
    else
        m_prompt->showProblem(problem);
}

void PlaygroundPage::ask(AnswerCard* card) {
    card->setTargetError({});
    Asked& asked = m_asked[card == m_first ? 0 : 1];
    asked = {m_prompt->prompt(), card->target(), {}};
    if (m_replay && m_replay->prompt.dialect == asked.prompt.dialect)
        asked.headers = m_replay->headers;
    // A replay that was left as it is goes out as it came: every byte but the model's name.
    const bool untouched = m_replay && !m_replay->bytes.isEmpty() && asked.prompt == m_filled;
    QByteArray body;
    if (untouched && !asked.target.isEmpty()) {
        body = withModel(m_replay->bytes, asked.target);
    } else if (const auto made = playBody(asked.prompt, asked.target)) {
        body = *made;
    } else {
        return showProblem(card, made.error());
    }
    card->show(
        new PlayRun(&link(), &m_network, {asked.prompt.dialect, body, asked.prompt.stream, asked.headers}));
}

/// Goes on with what tools said, as it was asked then: the fields may say something else by now.
void PlaygroundPage::askRound(AnswerCard* card) {
    const Asked& asked = m_asked[card == m_first ? 0 : 1];
    if (link().state() != LinkState::Listening)
        return;
    const auto body = playBody(asked.prompt, asked.target, card->rounds());
    if (!body)
        return showProblem(card, body.error());
    card->goOn(
        new PlayRun(&link(), &m_network, {asked.prompt.dialect, *body, asked.prompt.stream, asked.headers}));
    refresh();
}

void PlaygroundPage::cancel() {
    m_first->cancel();
    m_second->cancel();
}

void PlaygroundPage::refresh() {
    if (m_run) {
        m_run->setText(isRunning() ? tr("Stop") : tr("Send"));
        m_run->setEnabled(link().state() == LinkState::Listening);
    }
    Q_EMIT statusChanged();
}

QString PlaygroundPage::statusText() const {
    if (link().state() != LinkState::Listening)
        return tr("The gateway is not listening: start it to send anything.");
    if (m_replay && !isRunning())
        return tr("Replay: nothing is sent until you send it");
    return isRunning() ? tr("Waiting for answers") : tr("Real requests: they are metered like any other");
}

QString PlaygroundPage::statusHint() const {
    return tr("Ctrl+Enter send · Esc stop");
}

} // namespace tollgate::ui
