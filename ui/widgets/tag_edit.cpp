#include "ui/widgets/tag_edit.h"

#include "ui/widgets/completions.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/paint.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace tollgate::ui {

TagEdit::TagEdit(const QString& placeholder, QWidget* parent)
    : QWidget(parent)
    , m_placeholder(placeholder)
    , m_flow(new FlowLayout(this))
    , m_input(new QLineEdit(this)) {
    const Theme& theme = Theme::of(this);
    m_flow->setContentsMargins(theme.px(8), theme.px(5), theme.px(8), theme.px(5));
    m_input->setFrame(false);
    setKind(m_input, "bare");
    m_input->setMinimumWidth(theme.px(80));
    m_input->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_input->installEventFilter(this);
    m_input->setAccessibleName(placeholder.isEmpty() ? tr("Add an entry") : placeholder);
    setFocusProxy(m_input);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_input, &QLineEdit::editingFinished, this, &TagEdit::commitInput);
    rebuild();
}

void TagEdit::setTags(const QStringList& tags) {
    m_tags = tags;
    m_input->clear();
    rebuild();
}

void TagEdit::setCompletions(const QStringList& known) {
    auto* completer = new QCompleter(known, m_input);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    styleCompletions(*completer);
    m_input->setCompleter(completer);
}

void TagEdit::commitInput() {
    bool added = false;
    for (const QString& part : m_input->text().split(u',')) {
        const QString tag = part.trimmed();
        if (tag.isEmpty() || m_tags.contains(tag))
            continue;
        m_tags.append(tag);
        added = true;
    }
    m_input->clear();
    if (!added)
        return;
    rebuild();
    Q_EMIT tagsChanged();
}

void TagEdit::removeTag(const QString& tag) {
    if (!m_tags.removeOne(tag))
        return;
    rebuild();
    m_input->setFocus();
    Q_EMIT tagsChanged();
}

void TagEdit::rebuild() {
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        if (item->widget() && item->widget() != m_input) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const Theme& theme = Theme::of(this);
    for (const QString& tag : std::as_const(m_tags)) {
        auto* chip = new QPushButton(this);
        // An ampersand is no mnemonic here; the thin space keeps the cross off the text.
        chip->setText(QString(tag).replace(u'&', u"&&"_qs) + u'\u2009');
        chip->setIcon(theme.icon(u"close"_qs));
        chip->setIconSize(QSize(theme.px(10), theme.px(10)));
        chip->setLayoutDirection(Qt::RightToLeft); // the cross stands after the text
        chip->setFont(theme.monoFont(-0.5));
        chip->setAccessibleName(tr("Remove %1").arg(tag));
        chip->setToolTip(chip->accessibleName());
        setKind(chip, "chip");
        connect(chip, &QPushButton::clicked, this, [this, tag] { removeTag(tag); });
        m_flow->insertWidget(m_flow->count(), chip);
        chip->show();
    }
    m_flow->insertWidget(m_flow->count(), m_input);
    m_input->setPlaceholderText(m_tags.isEmpty() ? m_placeholder : QString());
    updateGeometry();
}

bool TagEdit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (watched != m_input || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->text() == u","_qs ||
        ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !m_input->text().isEmpty())) {
        commitInput();
        return true;
    }
    if (key->key() == Qt::Key_Backspace && m_input->text().isEmpty() && !m_tags.isEmpty()) {
        const QString last = m_tags.takeLast();
        rebuild();
        m_input->setText(last);
        Q_EMIT tagsChanged();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TagEdit::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const bool invalid = property("invalid").toBool();
    const ColorRole border = invalid               ? ColorRole::Bad
                             : m_input->hasFocus() ? ColorRole::Accent
                                                   : ColorRole::Border;
    QPainter painter(this);
    paintRoundedRect(painter, rect(), theme.px(7), theme.color(ColorRole::Field), theme.color(border));
}

void TagEdit::mousePressEvent(QMouseEvent*) {
    m_input->setFocus(Qt::MouseFocusReason);
}

} // namespace tollgate::ui
