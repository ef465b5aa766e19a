#include "ui/pages/playground/answer_card.h"

#include "ui/models/format.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/playground/answer_view.h"
#include "ui/pages/playground/tool_results.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/copy_button.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

namespace tollgate::ui {
namespace {

constexpr int kBeatMs = 50;

QString stateText(PlayRun::State state) {
    switch (state) {
    case PlayRun::State::Waiting:
        return AnswerCard::tr("waiting");
    case PlayRun::State::Streaming:
        return AnswerCard::tr("streaming");
    case PlayRun::State::Done:
        return AnswerCard::tr("done");
    case PlayRun::State::Failed:
        return AnswerCard::tr("failed");
    case PlayRun::State::Cancelled:
        break;
    }
    return AnswerCard::tr("cancelled");
}

Tone stateTone(PlayRun::State state) {
    if (state == PlayRun::State::Done)
        return Tone::Good;
    if (state == PlayRun::State::Failed)
        return Tone::Bad;
    return state == PlayRun::State::Cancelled ? Tone::Warning : Tone::Accent;
}

} // namespace

QString wholeText(const PlayStream& answer) {
    QString text = answer.text();
    for (const PlayToolCall& call : answer.toolCalls())
        text += AnswerCard::tr("%1[tool call] %2(%3)")
                    .arg(text.isEmpty() ? QString() : QStringLiteral("\n\n"), call.name, call.arguments);
    return text;
}

AnswerCard::AnswerCard(const QString& title, const QString& objectName, QWidget* parent)
    : Card(title, parent) {
    setObjectName(objectName);
    m_state = new Badge({}, Tone::Neutral, this);
    m_state->hide();
    addHeaderWidget(m_state);
    m_target = new NamePicker(tr("an alias or provider/model"), this);
    m_target->setObjectName(objectName + QStringLiteral("Target"));
    m_targetField = new FormField(tr("target"), m_target, this);
    content()->addWidget(m_targetField);
    m_view = new AnswerView(tr("Answer of %1").arg(title), this);
    m_text = m_view->text();
    m_text->setObjectName(objectName + QStringLiteral("Text"));
    m_text->setPlaceholderText(tr("The answer appears here."));
    m_results = new ToolResults(this);
    m_view->addBelowText(m_results);
    content()->addWidget(m_view, 1);
    auto* row = makeRow(8);
    m_cancel = new QPushButton(tr("Stop"), this);
    m_cancel->setObjectName(objectName + QStringLiteral("Cancel"));
    m_cancel->setAccessibleName(tr("Stop the answer of %1").arg(title));
    m_open = new QPushButton(tr("Show in Traffic"), this);
    m_open->setAccessibleName(tr("Show the request of %1 in Traffic").arg(title));
    setKind(m_open, "link");
    m_again = new QPushButton(tr("Try again"), this);
    m_again->setAccessibleName(tr("Try the round of %1 again").arg(title));
    row->addWidget(m_cancel);
    row->addWidget(m_again);
    row->addStretch(1);
    row->addWidget(new CopyButton(
        tr("answer"), [this] { return answerText(); }, this));
    row->addWidget(m_open);
    content()->addLayout(row);

    m_beat.setSingleShot(true);
    m_beat.setInterval(kBeatMs);
    connect(&m_beat, &QTimer::timeout, this, &AnswerCard::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &AnswerCard::cancel);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT opened(m_run->traceId()); });
    connect(m_again, &QPushButton::clicked, this, &AnswerCard::roundWanted);
    connect(m_results, &ToolResults::sendWanted, this, &AnswerCard::takeResults);
    refresh();
}

QString AnswerCard::target() const {
    return m_target->name();
}

void AnswerCard::setTarget(const QString& target) {
    m_target->setName(target);
}

void AnswerCard::setTargets(const QStringList& names) {
    m_target->setNames(names);
}

void AnswerCard::setTargetError(const QString& error) {
    m_targetField->setError(error);
}

void AnswerCard::reset() {
    m_run.reset();
    m_before.clear();
    m_rounds.clear();
    m_given = 0;
    m_costBefore = 0.0;
    m_shown = 0;
    m_text->clear();
    refresh();
}

void AnswerCard::show(PlayRun* run) {
    reset();
    follow(run);
}

void AnswerCard::goOn(PlayRun* run) {
    follow(run);
}

void AnswerCard::follow(PlayRun* run) {
    m_run.reset(run);
    m_shown = m_before.size();
    m_text->setPlainText(m_before);
    connect(run, &PlayRun::changed, this, [this] {
        if (!m_beat.isActive())
            m_beat.start();
    });
    connect(run, &PlayRun::ended, this, [this] {
        refresh();
        Q_EMIT ended();
    });
    refresh();
}

/// The answer and what its tools say become part of the conversation.
void AnswerCard::takeResults() {
    const QList<PlayToolResult> results = m_results->results();
    if (isRunning() || results.isEmpty())
        return;
    m_before = answerText();
    for (const PlayToolResult& result : results)
        m_before += u'\n' + tr("[result of %1] %2").arg(result.call.name, result.text);
    m_before += u"\n\n"_qs;
    m_costBefore = costOfAll();
    ++m_given;
    m_rounds << m_run->answer().turn() << PlayStream::results(m_run->dialect(), results);
    Q_EMIT roundWanted();
}

std::optional<double> AnswerCard::costOfAll() const {
    const auto last = m_run ? m_run->costUsd() : std::nullopt;
    return last && m_costBefore ? std::optional(*last + *m_costBefore) : std::nullopt;
}

void AnswerCard::cancel() {
    if (m_run)
        m_run->cancel();
}

void AnswerCard::refresh() {
    const bool running = isRunning();
    if (running && !m_beat.isActive())
        m_beat.start(); // the clock goes on while nothing comes
    m_cancel->setEnabled(running);
    m_state->setVisible(m_run != nullptr);
    m_view->setProblem(m_run ? m_run->problem() : QString());
    m_open->setEnabled(m_run && !m_run->traceId().isEmpty());
    m_again->setVisible(m_given > 0 && m_run->state() >= PlayRun::State::Failed); // what tools said is kept
    const bool calls = m_run && m_run->state() == PlayRun::State::Done;
    m_results->setCalls(calls ? m_run->answer().toolCalls() : QList<PlayToolCall>(),
                        m_run ? m_run->dialect() : PlayDialect::Chat);
    refreshFacts();
    if (!m_run)
        return;
    m_state->set(stateText(m_run->state()), stateTone(m_run->state()));
    const QString whole = answerText();
    if (whole.size() == m_shown)
        return;
    QScrollBar* bar = m_text->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() - 4; // who has scrolled up is reading
    if (m_run->answer().toolCalls().isEmpty() && whole.size() > m_shown && m_shown > 0) {
        QTextCursor cursor(m_text->document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(whole.mid(m_shown));
    } else {
        m_text->setPlainText(whole);
    }
    m_shown = whole.size();
    if (atEnd)
        bar->setValue(bar->maximum());
}

void AnswerCard::refreshFacts() {
    if (!m_run) {
        m_view->setFacts({});
        return;
    }
    const PlayStream& answer = m_run->answer();
    AnswerView::Facts facts;
    facts.servedBy = m_run->servedBy();
    if (m_run->firstTokenMs() >= 0)
        facts.firstToken = format::milliseconds(m_run->firstTokenMs());
    facts.total = format::milliseconds(m_run->totalMs());
    if (answer.inputTokens() || answer.outputTokens())
        facts.tokens = AnswerView::tokensText(answer.inputTokens(), answer.outputTokens());
    const auto cost = costOfAll();
    const QString known = cost ? format::usdExact(*cost) : m_run->isRunning() ? QString() : tr("unknown");
    facts.cost = m_given > 0 && cost ? tr("%1 in %n round(s)", nullptr, m_given + 1).arg(known) : known;
    m_view->setFacts(facts);
}

QString AnswerCard::answerText() const {
    return m_run ? QString(m_before + wholeText(m_run->answer())) : QString();
}

QStringList AnswerCard::facts() const {
    return m_view->facts();
}

} // namespace tollgate::ui
