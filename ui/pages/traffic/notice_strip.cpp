#include "ui/pages/traffic/notice_strip.h"

#include <QPushButton>

namespace tollgate::ui {

NoticeStrip::NoticeStrip(QWidget* parent)
    : QWidget(parent)
    , m_filterNote(makeLabel({}, ColorRole::TextMuted, -0.75, QFont::Normal, this))
    , m_liveNote(makeLabel({}, ColorRole::TextMuted, -0.75, QFont::Normal, this))
    , m_action(new QPushButton(this)) {
    const Theme& theme = Theme::of(this);
    m_filterNote->setWordWrap(true);
    m_filterNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setKind(m_action, "link");
    connect(m_action, &QPushButton::clicked, this, &NoticeStrip::actionClicked);
    auto* row = makeRow(8);
    row->setContentsMargins(theme.px(10), theme.px(3), theme.px(8), theme.px(4));
    row->addWidget(m_filterNote, 1);
    row->addWidget(m_liveNote);
    row->addWidget(m_action);
    setLayout(row);
    refresh();
}

void NoticeStrip::setFilterNote(const QString& text, Tone tone) {
    setLabelRole(m_filterNote, toneRole(tone));
    m_filterNote->setText(text);
    m_filterNote->setAccessibleName(text);
    refresh();
}

void NoticeStrip::setLiveNote(const QString& text, const QString& action) {
    m_liveNote->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    refresh();
}

void NoticeStrip::refresh() {
    m_liveNote->setVisible(!m_liveNote->text().isEmpty());
    m_action->setVisible(!m_action->text().isEmpty());
    setVisible(!m_filterNote->text().isEmpty() || !m_liveNote->text().isEmpty());
}

QString NoticeStrip::filterNote() const {
    return m_filterNote->text();
}

QString NoticeStrip::liveNote() const {
    return m_liveNote->text();
}

void NoticeStrip::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), Theme::of(this).color(ColorRole::Divider));
}

} // namespace tollgate::ui
