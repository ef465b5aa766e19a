#include "ui/pages/traffic/filter_field.h"

#include "ui/pages/traffic/filter_words.h"
#include "ui/widgets/completions.h"
#include "ui/widgets/paint.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QStyle>
#include <QTimer>

namespace tollgate::ui {

namespace {

constexpr int kTypingPauseMs = 250;
constexpr int kReadBackHeight = 22; // of the line below the field that says what it means

QString findShortcut() {
    return QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
}

} // namespace

FilterLineEdit::FilterLineEdit(Values values, QWidget* parent)
    : QLineEdit(parent)
    , m_values(std::move(values))
    , m_completer(new QCompleter(this))
    , m_offers(new QStandardItemModel(this)) {
    const Theme& theme = Theme::of(this);
    setObjectName(QStringLiteral("filter")); // what Ctrl+F looks for
    setAccessibleName(tr("Filter requests"));
    setPlaceholderText(tr("user:nightly-eval status:>=400 latency:>1s \u2026"));
    setFont(theme.textFont(-0.25));
    setMinimumWidth(theme.px(220));
    addAction(theme.icon(QStringLiteral("search")), LeadingPosition);

    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(Qt::EditRole);
    m_completer->setWidget(this);
    styleCompletions(*m_completer);
    m_completer->popup()->setAccessibleName(tr("Filter completions"));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { accept(index.data(Qt::UserRole).toString()); });

    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kTypingPauseMs);
    connect(pause, &QTimer::timeout, this, &FilterLineEdit::filterTyped);
    connect(this, &QLineEdit::textEdited, this, [this, pause] {
        pause->start();
        offer();
    });
    connect(this, &QLineEdit::returnPressed, this, [this, pause] {
        pause->stop();
        Q_EMIT filterTyped();
    });
}

void FilterLineEdit::showRefused(bool refused) {
    if (property("invalid").toBool() == refused)
        return;
    setProperty("invalid", refused);
    style()->unpolish(this);
    style()->polish(this);
}

QStringList FilterLineEdit::offered() const {
    QStringList texts;
    for (int row = 0; row < m_offers->rowCount(); ++row)
        texts << m_offers->index(row, 0).data(Qt::UserRole).toString();
    return texts;
}

void FilterLineEdit::offer() {
    const FilterWord word = filterWordAt(text(), cursorPosition());
    m_offers->clear();
    if (word.text.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    for (const FilterCompletion& completion : filterCompletions(word.text, m_values())) {
        const QString shown = completion.meaning.isEmpty()
                                  ? completion.insert
                                  : QString(completion.insert % u"   " % completion.meaning);
        auto* item = new QStandardItem(shown);
        item->setData(completion.insert, Qt::UserRole);
        m_offers->appendRow(item);
    }
    if (m_offers->rowCount() == 0 || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    QRect at = cursorRect();
    at.setWidth(Theme::of(this).px(280));
    at.setBottom(height() + Theme::of(this).px(kReadBackHeight)); // what the filter means stays in sight
    m_completer->complete(at);
}

void FilterLineEdit::accept(const QString& completion) {
    const FilterWord word = filterWordAt(text(), cursorPosition());
    const bool whole = !completion.endsWith(u':');
    const QString rest = text().mid(word.start + word.length);
    const QString insert = whole && rest.isEmpty() ? QString(completion % u' ') : completion;
    setText(text().left(word.start) % insert % rest);
    setCursorPosition(word.start + static_cast<int>(insert.size()));
    if (whole)
        Q_EMIT filterTyped();
    else
        offer(); // its values come next
}

void FilterLineEdit::acceptOffered() {
    const QModelIndex chosen = m_completer->popup()->currentIndex();
    const QString completion =
        (chosen.isValid() ? chosen : m_offers->index(0, 0)).data(Qt::UserRole).toString();
    m_completer->popup()->hide();
    accept(completion);
}

bool FilterLineEdit::event(QEvent* event) {
    // Tab takes the first offer; without a list it moves on as everywhere.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab &&
        m_completer->popup()->isVisible()) {
        acceptOffered();
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterLineEdit::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid()) {
        acceptOffered();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty()) {
            Q_EMIT left();
        } else {
            clear();
            Q_EMIT filterTyped();
        }
        return;
    }
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
        Q_EMIT left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterLineEdit::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    Q_EMIT used();
}

/// Not over the hint: beside it, where there is room.
bool FilterLineEdit::showsShortcut() const {
    const Theme& theme = Theme::of(this);
    const int hint = fontMetrics().horizontalAdvance(placeholderText());
    const int shortcut = QFontMetrics(theme.textFont(-0.5)).horizontalAdvance(findShortcut());
    return text().isEmpty() && theme.px(34) + hint + theme.px(12) + shortcut + theme.px(10) <= width();
}

void FilterLineEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!showsShortcut())
        return;
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(theme.textFont(-0.5));
    painter.setPen(theme.color(ColorRole::TextFaint));
    painter.drawText(rect().adjusted(0, 0, -theme.px(10), 0), Qt::AlignRight | Qt::AlignVCenter,
                     findShortcut());
}

} // namespace tollgate::ui
