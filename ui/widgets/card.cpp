#include "ui/widgets/card.h"

#include "ui/widgets/paint.h"

namespace tollgate::ui {

Card::Card(const QString& title, QWidget* parent)
    : QWidget(parent) {
    const Theme& theme = Theme::of(this);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(theme.px(14), theme.px(11), theme.px(14), theme.px(13));
    outer->setSpacing(theme.px(6));

    m_header = makeRow(8);
    m_title = makeLabel({}, ColorRole::Text, -0.25, QFont::DemiBold, this);
    m_suffix = makeMonoLabel({}, ColorRole::Text, -0.25, this);
    m_caption = makeWrappingLabel({}, ColorRole::TextMuted, -0.25, QFont::Medium, this);
    m_caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_header->addWidget(m_title);
    m_header->addWidget(m_suffix);
    m_header->addStretch(1);
    m_header->addWidget(m_caption);
    m_suffix->hide();
    m_caption->hide();
    outer->addLayout(m_header);

    m_content = makeColumn(8);
    outer->addLayout(m_content, 1);
    setTitle(title);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

QString Card::title() const {
    return m_title->text();
}

void Card::setTitleSuffix(const QString& suffix) {
    m_suffix->setText(suffix);
    m_suffix->setVisible(!suffix.isEmpty());
}

void Card::setCaption(const QString& caption) {
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

void Card::addHeaderWidget(QWidget* widget) {
    m_header->addWidget(widget);
}

void Card::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    paintRoundedRect(painter, rect(), theme.px(8), theme.color(ColorRole::Card),
                     theme.color(ColorRole::Border));
}

SectionHeader::SectionHeader(const QString& title, const QString& explanation, QWidget* parent)
    : QWidget(parent) {
    auto* column = makeColumn(2);
    column->addWidget(makeLabel(title, ColorRole::Text, -0.25, QFont::DemiBold, this));
    m_explanation = makeLabel({}, ColorRole::TextMuted, -1, QFont::Normal, this);
    m_explanation->setWordWrap(true);
    column->addWidget(m_explanation);
    setLayout(column);
    setExplanation(explanation);
}

void SectionHeader::setExplanation(const QString& text) {
    m_explanation->setText(text);
    m_explanation->setVisible(!text.isEmpty());
}

Divider::Divider(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent) {
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Divider::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(ColorRole::Divider));
}

} // namespace tollgate::ui
