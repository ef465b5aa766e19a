#include "ui/pages/playground/original_card.h"

#include "ui/models/format.h"
#include "ui/models/request_cells.h"
#include "ui/models/traffic_model.h"
#include "ui/pages/playground/answer_card.h"
#include "ui/pages/playground/answer_view.h"
#include "ui/pages/playground/play_stream.h"
#include "ui/pages/traffic/answer_text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/copy_button.h"

#include <QPlainTextEdit>
#include <QPushButton>

namespace tollgate::ui {
namespace {

/// The captured reply as one reads it; empty where none was kept.
QString wordsOf(const RequestDetail& detail) {
    if (!detail.responseBody)
        return {};
    const auto dialect = dialectOf(detail.row.dialect);
    if (!dialect)
        return answerText(*detail.responseBody);
    PlayStream answer(*dialect);
    const QByteArray body = detail.responseBody->toUtf8();
    if (detail.row.streaming)
        answer.feed(body + '\n');
    else
        answer.whole(body);
    return wholeText(answer);
}

QString noteText(const RequestDetail& detail, const Replay& replay) {
    if (!replay.possible)
        return OriginalCard::tr("Embeddings have no place in the playground: nothing was filled in.");
    switch (replay.body) {
    case Replay::Body::NotKept:
        return OriginalCard::tr(
            "The body of this request was not kept. Target, dialect and streaming are filled "
            "in; the messages are not known.");
    case Replay::Body::Cut:
        return OriginalCard::tr("Only the beginning of this request's body was kept. Target, dialect and "
                                "streaming are filled in; the messages cannot be read.");
    case Replay::Body::Unreadable:
        return OriginalCard::tr("The body of this request is none that its route takes. Target, dialect and "
                                "streaming are filled in.");
    case Replay::Body::Whole:
        break;
    }
    if (replay.translated) {
        QString text = OriginalCard::tr("%1 has no form of its own here: it is asked as %2.")
                           .arg(detail.row.route, dialectName(replay.prompt.dialect));
        if (!replay.leftOut.isEmpty())
            text += u' ' % OriginalCard::tr("Left out: %1.").arg(replay.leftOut.join(u", "_qs));
        return text;
    }
    return OriginalCard::tr(
        "Nothing is sent until you send it. What you leave as it is goes out byte by byte.");
}

} // namespace

OriginalCard::OriginalCard(QWidget* parent)
    : Card(tr("Original"), parent) {
    setObjectName(u"original"_qs);
    m_state = new Badge({}, Tone::Neutral, this);
    addHeaderWidget(m_state);
    m_asked = makeMonoLabel({}, ColorRole::TextMuted, -0.75, this);
    m_asked->setWordWrap(true);
    content()->addWidget(m_asked);
    m_note = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_note->setObjectName(u"replayNote"_qs);
    m_note->setWordWrap(true);
    content()->addWidget(m_note);
    m_settings = new QPushButton(tr("Keep bodies from now on"), this);
    m_settings->setAccessibleName(tr("Open the setting that keeps bodies"));
    setKind(m_settings, "link");
    content()->addWidget(m_settings, 0, Qt::AlignLeft);
    m_view = new AnswerView(tr("The original answer"), this);
    m_view->text()->setObjectName(u"originalText"_qs);
    content()->addWidget(m_view, 1);
    auto* row = makeRow(8);
    auto* close = new QPushButton(tr("Put away"), this);
    close->setObjectName(u"closeReplay"_qs);
    close->setToolTip(tr("Bring back what stood here before the replay"));
    close->setAccessibleName(tr("Put the original away and bring back what stood here before"));
    auto* open = new QPushButton(tr("Show in Traffic"), this);
    open->setAccessibleName(tr("Show the original request in Traffic"));
    setKind(open, "link");
    row->addWidget(close);
    row->addStretch(1);
    row->addWidget(new CopyButton(
        tr("answer"), [this] { return answerText(); }, this));
    row->addWidget(open);
    content()->addLayout(row);
    connect(close, &QPushButton::clicked, this, &OriginalCard::closeWanted);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(m_traceId); });
    connect(m_settings, &QPushButton::clicked, this, &OriginalCard::settingsWanted);
    hide();
}

void OriginalCard::show(const RequestDetail& detail, const Replay& replay) {
    const RequestRow& row = detail.row;
    m_traceId = row.traceId;
    const bool ok = row.outcome == u"ok"_qs;
    m_state->set(cells::text(row, TrafficModel::Status), ok ? Tone::Good : Tone::Bad);
    m_asked->setText(
        QStringLiteral("%1 · %2 · %3").arg(row.route, replay.target, format::clockMillis(row.atMs)));
    m_note->setText(noteText(detail, replay));
    const bool missing = replay.possible && replay.body != Replay::Body::Whole;
    setLabelRole(m_note, missing || !replay.possible ? ColorRole::Warning : ColorRole::TextMuted);
    m_settings->setVisible(missing && replay.body == Replay::Body::NotKept);
    m_view->text()->setPlainText(wordsOf(detail));
    m_view->text()->setPlaceholderText(detail.responseBody ? tr("The answer had no words.")
                                                           : tr("The answer was not kept."));
    m_view->setProblem(ok ? QString() : row.error.isEmpty() ? cells::outcomeText(row) : row.error);
    showFacts(row);
    QWidget::show();
}

void OriginalCard::showFacts(const RequestRow& row) {
    m_view->setFacts({row.target(), row.ttftMs ? format::milliseconds(*row.ttftMs) : QString(),
                      format::milliseconds(row.latencyMs),
                      AnswerView::tokensText(row.inputTokens, row.outputTokens),
                      row.costUsd ? format::usdExact(*row.costUsd) : tr("unknown")});
}

QString OriginalCard::answerText() const {
    return m_view->text()->toPlainText();
}

QString OriginalCard::note() const {
    return m_note->text();
}

} // namespace tollgate::ui
