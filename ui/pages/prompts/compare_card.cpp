#include "ui/pages/prompts/compare_card.h"

#include "ui/models/line_diff.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/prompts/version_text.h"
#include "ui/widgets/paint.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextEdit>
#include <QTextTable>

#include <algorithm>

namespace tollgate::ui {

namespace {

const QString kDraft = QStringLiteral("draft");
constexpr int kMostPairs = 600;
constexpr int kTallest = 420;

using versionText::Pair;

/// A line of one side: its sign, then the text as it is, the part that differs on a stronger ground.
void writeLine(QTextTableCell cell, const QString& sign, const QString& text, qsizetype at, qsizetype length,
               const QColor& ground, const Theme& theme) {
    QTextTableCellFormat format;
    const int pad = theme.px(4);
    format.setLeftPadding(pad);
    format.setRightPadding(pad);
    QColor faint = ground;
    faint.setAlphaF(0.13F);
    if (ground.isValid())
        format.setBackground(faint);
    cell.setFormat(format);
    QTextCursor cursor = cell.firstCursorPosition();
    QTextCharFormat plain;
    plain.setForeground(theme.color(ColorRole::Text));
    QTextCharFormat marked = plain;
    QTextCharFormat muted;
    muted.setForeground(ground.isValid() ? ground : theme.color(ColorRole::TextMuted));
    QColor strong = ground;
    strong.setAlphaF(0.38F);
    if (ground.isValid())
        marked.setBackground(strong);
    cursor.insertText(sign, muted);
    cursor.insertText(text.left(at), plain);
    cursor.insertText(text.mid(at, length), marked);
    cursor.insertText(text.mid(at + length), plain);
}

} // namespace

CompareCard::CompareCard(QWidget* parent)
    : Card(tr("Compare"), parent) {
    auto* row = makeRow(12);
    m_left = new ChoiceBox(this);
    m_left->setObjectName(QStringLiteral("compareLeft"));
    m_left->setAccessibleName(tr("Version at the left"));
    m_right = new ChoiceBox(this);
    m_right->setObjectName(QStringLiteral("compareRight"));
    m_right->setAccessibleName(tr("Version at the right"));
    for (ChoiceBox* box : {m_left, m_right})
        guardWheel(box);
    row->addWidget(m_left, 1);
    row->addWidget(m_right, 1);
    content()->addLayout(row);
    m_view = new QTextEdit(this);
    m_view->setObjectName(QStringLiteral("comparison"));
    m_view->setReadOnly(true);
    m_view->setTabChangesFocus(true);
    m_view->setAccessibleName(tr("The two versions side by side"));
    m_view->setFont(Theme::of(this).monoFont(-0.75));
    content()->addWidget(m_view);
    m_summary = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    content()->addWidget(m_summary);
    connect(m_left, &QComboBox::activated, this, &CompareCard::show);
    connect(m_right, &QComboBox::activated, this, &CompareCard::show);
    connect(&Theme::of(this), &Theme::changed, this, [this] {
        m_shown.clear();
        show();
    });
}

QString CompareCard::leftVersion() const {
    return m_left->id();
}
QString CompareCard::rightVersion() const {
    return m_right->id();
}
QString CompareCard::shownText() const {
    return m_view->toPlainText();
}

QJsonObject CompareCard::versionOf(const QString& id) const {
    return id == kDraft ? m_draft : versionText::find(m_prompt, id);
}

void CompareCard::setPrompt(const QJsonObject& prompt) {
    const bool other = prompt.value(u"name") != m_prompt.value(u"name");
    m_prompt = prompt;
    fill();
    if (other) {
        const QString standard = prompt.value(u"default").toString();
        QStringList others = versionText::names(prompt);
        others.removeAll(standard);
        compare(standard, others.isEmpty() ? standard : others.constLast());
    } else {
        show();
    }
}

void CompareCard::setDraft(const QJsonObject& draft, bool edited) {
    m_draft = draft;
    const bool begun = edited && !m_edited;
    const bool over = !edited && m_edited;
    if (begun || over) {
        m_edited = edited;
        fill();
        if (begun)
            m_right->setId(kDraft); // what one writes is what one wants to see
    }
    if (m_right->id() == kDraft || m_left->id() == kDraft || over)
        show();
}

void CompareCard::fill() {
    for (ChoiceBox* box : {m_left, m_right}) {
        const QString before = box->id();
        box->clear();
        const QString standard = m_prompt.value(u"default").toString();
        for (const QString& version : versionText::names(m_prompt))
            box->addChoice(version, version == standard ? tr("%1, the default").arg(version) : version);
        if (m_edited)
            box->addChoice(kDraft, tr("what is being written"));
        const int index = box->findData(before);
        box->setCurrentIndex(index >= 0 ? index : std::max(0, box->findData(standard)));
    }
}

void CompareCard::compare(const QString& left, const QString& right) {
    m_left->setId(left);
    m_right->setId(right);
    show();
}

void CompareCard::show() {
    const QString before = versionText::whole(versionOf(m_left->id()));
    const QString after = versionText::whole(versionOf(m_right->id()));
    if (QString both = before + QChar(0) + after; both == m_shown)
        return;
    else
        m_shown = std::move(both);
    const QList<Pair> pairs = versionText::paired(lineDiff(before, after));
    const auto changes = std::count_if(pairs.begin(), pairs.end(),
                                       [](const Pair& pair) { return pair.kind != Pair::Kind::Same; });
    m_summary->setText(changes == 0 ? tr("They say the same.") : tr("Lines that differ: %1").arg(changes));
    m_view->clear();
    QTextCursor cursor(m_view->document());
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(1);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 50), QTextLength(QTextLength::PercentageLength, 50)});
    const int rows = static_cast<int>(std::min<qsizetype>(pairs.size(), kMostPairs));
    QTextTable* table = cursor.insertTable(std::max(rows, 1), 2, format);
    const Theme& theme = Theme::of(this);
    const QColor bad = theme.color(ColorRole::Bad);
    const QColor good = theme.color(ColorRole::Good);
    for (int i = 0; i < rows; ++i) {
        const Pair& pair = pairs[i];
        const bool gone = pair.kind == Pair::Kind::Removed || pair.kind == Pair::Kind::Changed;
        const bool come = pair.kind == Pair::Kind::Added || pair.kind == Pair::Kind::Changed;
        if (pair.kind != Pair::Kind::Added)
            writeLine(table->cellAt(i, 0), gone ? QStringLiteral("\u2212 ") : QStringLiteral("  "), pair.left,
                      pair.at, pair.leftLength, gone ? bad : QColor(), theme);
        if (pair.kind != Pair::Kind::Removed)
            writeLine(table->cellAt(i, 1), come ? QStringLiteral("+ ") : QStringLiteral("  "), pair.right,
                      pair.at, pair.rightLength, come ? good : QColor(), theme);
    }
    m_view->document()->setTextWidth(m_view->viewport()->width());
    const int wanted = static_cast<int>(m_view->document()->size().height()) + theme.px(26);
    m_view->setFixedHeight(std::min(wanted, theme.px(kTallest)));
    m_view->moveCursor(QTextCursor::Start);
}

} // namespace tollgate::ui
