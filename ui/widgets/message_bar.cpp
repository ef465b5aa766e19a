#include "ui/widgets/message_bar.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace tollgate::ui {
namespace {

// Part of the bar, so that no gap stays when it is hidden.
constexpr int kGapAbove = 12;
constexpr int kGapBelow = 8;

/// Esc with the focus in a message closes it, before any shortcut of the page.
class EscapeFirst : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::ShortcutOverride ||
            static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
            return QObject::eventFilter(watched, event);
        event->accept();
        return true;
    }
};

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(makeLabel({}, ColorRole::Text, 0, QFont::Normal, this))
    , m_actions(makeRow(8))
    , m_close(new QToolButton(this)) {
    const Theme& theme = Theme::of(this);
    setAccessibleName(tr("Message"));
    installEventFilter(new EscapeFirst(this));
    m_text->setWordWrap(true);
    m_close->setIcon(theme.icon(u"close"_qs));
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(14), theme.px(kGapAbove) + theme.px(8), theme.px(10),
                            theme.px(kGapBelow) + theme.px(8));
    row->setSpacing(theme.px(10));
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
    row->addWidget(m_close);

    m_timer.setSingleShot(true);
    m_timer.setInterval(8000);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::info(const QString& text, const QList<Action>& actions) {
    present(Tone::Accent, text, actions, true);
}

void MessageBar::success(const QString& text, const QList<Action>& actions) {
    present(Tone::Good, text, actions, true);
}

void MessageBar::warning(const QString& text, const QList<Action>& actions) {
    present(Tone::Warning, text, actions, false);
}

void MessageBar::error(const QString& text, const QList<Action>& actions) {
    present(Tone::Bad, text, actions, false);
}

void MessageBar::ask(const QString& text, const QList<Action>& actions, std::function<void()> onClose) {
    present(Tone::Warning, text, actions, false);
    m_onClose = std::move(onClose);
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::dismiss() {
    if (isHidden())
        return;
    m_timer.stop();
    hide();
    if (const auto onClose = std::exchange(m_onClose, {}))
        onClose();
    Q_EMIT dismissed();
}

void MessageBar::clearActions() {
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the button whose click brought us here
        }
        delete item;
    }
}

void MessageBar::present(Tone tone, const QString& text, const QList<Action>& actions, bool autoHide) {
    if (const auto onClose = std::exchange(m_onClose, {}))
        onClose();
    const Theme& theme = Theme::of(this);
    m_tone = tone;
    m_autoHide = autoHide;
    m_text->setText(text);
    m_icon->setPixmap(theme.icon(toneIcon(tone), toneRole(tone)).pixmap(theme.px(18), theme.px(18)));
    clearActions();
    for (const Action& action : actions) {
        auto* button = new QPushButton(action.text, this);
        button->setAccessibleName(action.text);
        setKind(button, action.kind);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            m_onClose = {}; // an answer is not a dismissal
            dismiss();
            if (run)
                run();
        });
        m_actions->addWidget(button);
    }
    setAccessibleDescription(text);
    show();
    update();
    if (autoHide)
        m_timer.start();
    else
        m_timer.stop();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const QColor tone = theme.color(toneRole(m_tone));
    QPainter painter(this);
    const QRect bar = rect().adjusted(0, theme.px(kGapAbove), 0, -theme.px(kGapBelow));
    paintRoundedRect(painter, bar, theme.px(8), theme.color(ColorRole::Field),
                     theme.color(ColorRole::Border));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    painter.drawRoundedRect(QRectF(0, bar.top() + theme.px(8), theme.px(3), bar.height() - theme.px(16)), 1.5,
                            1.5);
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

// Nobody loses an Undo while reaching for it.
void MessageBar::enterEvent(QEnterEvent* event) {
    m_timer.stop();
    QWidget::enterEvent(event);
}

void MessageBar::leaveEvent(QEvent* event) {
    if (m_autoHide && isVisible())
        m_timer.start();
    QWidget::leaveEvent(event);
}

} // namespace tollgate::ui
