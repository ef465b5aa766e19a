#include "ui/widgets/focus_frame.h"

#include "ui/widgets/paint.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QFocusEvent>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextEdit>

namespace tollgate::ui {
namespace {

/// Lies over the view and takes nothing from it.
class FocusFrame final : public QWidget {
public:
    explicit FocusFrame(QWidget* view)
        : QWidget(view) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setGeometry(view->rect());
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(ColorRole::Accent), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), theme.px(5), theme.px(5));
    }
};

bool needsFrame(const QObject* object) {
    // Text editors have a border of their own, which changes its colour.
    return qobject_cast<const QAbstractScrollArea*>(object) && !qobject_cast<const QTextEdit*>(object) &&
           !qobject_cast<const QPlainTextEdit*>(object);
}

class FocusWatch final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        switch (event->type()) {
        case QEvent::FocusIn:
            if (needsFrame(watched) && byKey(static_cast<QFocusEvent*>(event)->reason()))
                frame(static_cast<QWidget*>(watched));
            break;
        case QEvent::FocusOut:
        case QEvent::MouseButtonPress:
            if (m_frame && (event->type() == QEvent::MouseButtonPress || watched == m_frame->parent()))
                delete m_frame;
            break;
        case QEvent::Resize:
            if (m_frame && watched == m_frame->parent())
                m_frame->setGeometry(m_frame->parentWidget()->rect());
            break;
        default:
            break;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    static bool byKey(Qt::FocusReason reason) {
        return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
               reason == Qt::ShortcutFocusReason;
    }

    void frame(QWidget* view) {
        delete m_frame;
        m_frame = new FocusFrame(view);
    }

    QPointer<FocusFrame> m_frame;
};

} // namespace

void installFocusFrames() {
    static QPointer<FocusWatch> watch;
    if (watch)
        return;
    watch = new FocusWatch(qApp);
    qApp->installEventFilter(watch);
}

} // namespace tollgate::ui
