#include "ui/pages/playground/playground_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/playground/answer_card.h"
#include "ui/pages/playground/prompt_edit.h"
#include "ui/pages/playground/save_version_panel.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/widgets/message_bar.h"

#include <QCheckBox>
#include <QPointer>
#include <QPushButton>

namespace tollgate::ui {

using Kind = ResourceCatalogue::Kind;

PlaygroundPage::PlaygroundPage(const UiContext& context, QWidget* parent)
    : Page(context, parent) {
    m_names = new ResourceCatalogue(context.link, {Kind::Aliases, Kind::Models, Kind::Prompts}, this);
    const int margin = theme().px(18);
    auto* column = makeColumn(12);
    column->setContentsMargins(margin, theme().px(14), margin, margin);
    setLayout(column);
    m_save = new SaveVersionPanel(context.link, this);
    column->addWidget(m_save);
    auto* row = makeRow(12);
    m_prompt = new PromptEdit(this);
    m_first = new AnswerCard(tr("Answer A"), QStringLiteral("answerA"), this);
    m_second = new AnswerCard(tr("Answer B"), QStringLiteral("answerB"), this);
    row->addWidget(m_prompt, 5);
    row->addWidget(m_first, 5);
    row->addWidget(m_second, 5);
    for (QWidget* card :
         {static_cast<QWidget*>(m_prompt), static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_second)})
        card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    column->addLayout(row, 1);

    connect(m_names, &ResourceCatalogue::changed, this, &PlaygroundPage::fill);
    connect(m_prompt, &PromptEdit::refused, this,
            [this](const QString& text) { this->context().messages->error(text); });
    for (AnswerCard* card : {m_first, m_second}) {
        connect(card, &AnswerCard::ended, this, &PlaygroundPage::refresh);
        connect(card, &AnswerCard::opened, this, [this](const QString& id) {
            Q_EMIT navigate(QStringLiteral("traffic"), QStringLiteral("trace:") + id);
        });
    }
    connect(m_save, &SaveVersionPanel::saved, this, [this](const QString& prompt, const QString& version) {
        this->context().messages->success(tr("Saved as %1 of %2.").arg(version, prompt),
                                          {{tr("Open the prompt"), [page = QPointer(this), prompt] {
                                                if (page)
                                                    Q_EMIT page->navigate(QStringLiteral("prompts"), prompt);
                                            }}});
    });
    connect(context.link, &GatewayLink::stateChanged, this, &PlaygroundPage::refresh);
    if (context.shortcuts) {
        context.shortcuts->add(QStringLiteral("playground.run"), tr("Playground"), tr("Send the prompt"),
                               QKeySequence(Qt::CTRL | Qt::Key_Return), this, [this] { run(); });
        context.shortcuts->add(QStringLiteral("playground.cancel"), tr("Playground"), tr("Cancel what runs"),
                               QKeySequence(Qt::Key_Escape), this, [this] { cancel(); });
    }
}

QWidget* PlaygroundPage::createTitleControls(QWidget* parent) {
    auto* controls = new QWidget(parent);
    auto* row = makeRow(10);
    controls->setLayout(row);
    m_compare = new QCheckBox(tr("Two side by side"), controls);
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setChecked(true);
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
    connect(m_compare, &QCheckBox::toggled, this, [this](bool both) {
        m_second->setVisible(both);
        if (!both)
            m_second->cancel();
    });
    connect(save, &QPushButton::clicked, this,
            [this] { m_save->open(m_prompt->prompt(), m_first->target()); });
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
    m_first->setTarget(argument);
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
    if (!m_compare || m_compare->isChecked())
        ask(m_second);
    refresh();
}

void PlaygroundPage::ask(AnswerCard* card) {
    card->setTargetError({});
    const PlayPrompt prompt = m_prompt->prompt();
    const auto body = playBody(prompt, card->target());
    if (!body) {
        if (body.error().field == PlayProblem::Field::Model)
            card->setTargetError(body.error().text);
        else
            m_prompt->showProblem(body.error());
        return;
    }
    card->show(new PlayRun(&link(), &m_network, *body, prompt.stream));
}

void PlaygroundPage::cancel() {
    m_first->cancel();
    m_second->cancel();
}

void PlaygroundPage::refresh() {
    if (m_run) {
        m_run->setText(isRunning() ? tr("Cancel") : tr("Send"));
        m_run->setEnabled(link().state() == LinkState::Listening);
    }
    Q_EMIT statusChanged();
}

QString PlaygroundPage::statusText() const {
    if (link().state() != LinkState::Listening)
        return tr("The gateway is not listening: start it to send anything.");
    return isRunning() ? tr("Waiting for answers") : tr("Real requests: they are metered like any other");
}

QString PlaygroundPage::statusHint() const {
    return tr("Ctrl+Enter send · Esc cancel");
}

} // namespace tollgate::ui
