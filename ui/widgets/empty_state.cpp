#include "ui/widgets/empty_state.h"

#include "ui/widgets/paint.h"

#include <QEvent>
#include <QPushButton>

namespace tollgate::ui {

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(makeLabel({}, ColorRole::Text, 1.5, QFont::DemiBold, this))
    , m_text(makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, this))
    , m_extra(makeRow(8))
    , m_buttons(makeRow(8)) {
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(12), theme.px(24),
                               theme.px(12)); // it is centred between
    column->setSpacing(theme.px(8));
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumWidth(theme.px(200));
    m_text->setMaximumWidth(theme.px(460));
    m_buttons->insertStretch(0, 1);
    m_buttons->addStretch(1);
    m_extra->insertStretch(0, 1);
    m_extra->addStretch(1);
    auto* textRow = makeRow(0);
    textRow->addStretch(1);
    textRow->addWidget(m_text, 8);
    textRow->addStretch(1);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addLayout(textRow);
    column->addLayout(m_extra);
    column->addSpacing(theme.px(4));
    column->addLayout(m_buttons);
    column->addStretch(3);
    set(icon, title, text);
}

void EmptyState::set(const QString& icon, const QString& title, const QString& text) {
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    refreshIcon();
}

QPushButton* EmptyState::addButton(const QString& text, const char* kind) {
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(text);
    setKind(button, kind);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::addWidget(QWidget* widget) {
    m_extra->insertWidget(m_extra->count() - 1, widget);
}

QString EmptyState::title() const {
    return m_title->text();
}

QString EmptyState::text() const {
    return m_text->text();
}

void EmptyState::refreshIcon() {
    const Theme& theme = Theme::of(this);
    m_icon->setPixmap(theme.icon(m_iconName, ColorRole::TextFaint).pixmap(theme.px(36), theme.px(36)));
    m_icon->setVisible(!m_iconName.isEmpty());
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon)
        refreshIcon();
}

} // namespace tollgate::ui
