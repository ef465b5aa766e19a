#include "ui/pages/playground/tool_results.h"

#include "ui/widgets/paint.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace tollgate::ui {
namespace {

constexpr int kRowsInView = 2;
constexpr int kEditHeight = 46;
constexpr int kRowHeight = 76;
constexpr int kMostShown = 120; ///< letters of the arguments

QString callText(const PlayToolCall& call) {
    QString arguments = call.arguments;
    if (arguments.size() > kMostShown)
        arguments = arguments.left(kMostShown) + u'\u2026';
    return call.name + u'(' + arguments + u')';
}

} // namespace

ToolResults::ToolResults(QWidget* parent)
    : QWidget(parent) {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Results of tools"));
    scroll->setFocusPolicy(Qt::NoFocus);
    m_list = new QWidget(scroll);
    m_list->setObjectName(u"scrollContent"_qs);
    m_column = makeColumn(6);
    m_column->setContentsMargins(0, 0, Theme::of(this).px(4), 0);
    m_list->setLayout(m_column);
    scroll->setWidget(m_list);
    m_send = new QPushButton(tr("Go on with the results"), this);
    m_send->setObjectName(u"sendResults"_qs);
    setKind(m_send, "primary");
    auto* column = makeColumn(6);
    column->addWidget(scroll);
    column->addWidget(m_send, 0, Qt::AlignLeft);
    setLayout(column);
    connect(m_send, &QPushButton::clicked, this, &ToolResults::sendWanted);
    hide();
}

void ToolResults::setCalls(const QList<PlayToolCall>& calls, PlayDialect dialect) {
    QList<PlayToolCall> shown;
    for (const Row& row : m_rows)
        shown << row.call;
    if (shown == calls && isHidden() == calls.isEmpty())
        return;
    m_rows.clear();
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const PlayToolCall& call : calls)
        addRow(call, dialect);
    const int rows = qMin<int>(kRowsInView, static_cast<int>(calls.size()));
    findChild<QScrollArea*>()->setFixedHeight(Theme::of(this).px(kRowHeight) * rows);
    setVisible(!calls.isEmpty());
}

void ToolResults::addRow(const PlayToolCall& call, PlayDialect dialect) {
    auto* row = new QWidget(m_list);
    auto* column = makeColumn(3);
    row->setLayout(column);
    auto* head = makeRow(8);
    auto* label = makeMonoLabel(callText(call), ColorRole::TextMuted, -1, row);
    label->setToolTip(call.arguments.left(4'000).toHtmlEscaped());
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(label, 1);
    QCheckBox* failed = nullptr;
    if (dialect == PlayDialect::Messages) { // the only one that can say so
        failed = new QCheckBox(tr("failed"), row);
        failed->setAccessibleName(tr("%1 failed").arg(call.name));
        head->addWidget(failed);
    }
    column->addLayout(head);
    auto* text = new QPlainTextEdit(row);
    text->setObjectName(u"toolResult"_qs);
    text->setAccessibleName(tr("Result of %1").arg(call.name));
    text->setPlaceholderText(tr("What %1 answers").arg(call.name));
    text->setFont(Theme::of(this).monoFont(-0.75));
    text->setTabChangesFocus(true);
    text->setFixedHeight(Theme::of(this).px(kEditHeight));
    column->addWidget(text);
    m_column->addWidget(row);
    m_rows.append({call, text, failed});
}

QList<PlayToolResult> ToolResults::results() const {
    QList<PlayToolResult> all;
    for (const Row& row : m_rows)
        all.append({row.call, row.text->toPlainText(), row.failed && row.failed->isChecked()});
    return all;
}

void ToolResults::setCanSend(bool can) {
    m_send->setEnabled(can);
}

} // namespace tollgate::ui
