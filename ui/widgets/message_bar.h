#pragma once
// Messages in the window instead of boxes over it: one at a time, with what can be done about it.

#include "ui/widgets/paint.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QToolButton;

namespace tollgate::ui {

class MessageBar : public QWidget {
    Q_OBJECT
public:
    struct Action {
        QString text;
        std::function<void()> run;
        const char* kind = "secondary"; ///< as setKind(): "primary", "danger", …
    };

    explicit MessageBar(QWidget* parent = nullptr);

    void info(const QString& text, const QList<Action>& actions = {});    ///< goes by itself
    void success(const QString& text, const QList<Action>& actions = {}); ///< goes by itself
    void warning(const QString& text, const QList<Action>& actions = {});
    void error(const QString& text, const QList<Action>& actions = {});
    /// A question; stays until answered. `onClose` runs when it is closed without an answer or another
    /// message takes its place.
    void ask(const QString& text, const QList<Action>& actions, std::function<void()> onClose = {});
    void dismiss();

    QString text() const;
    Tone tone() const { return m_tone; }
    void setAutoHideAfter(int milliseconds) { m_timer.setInterval(milliseconds); } ///< default 8000

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void present(Tone tone, const QString& text, const QList<Action>& actions, bool autoHide);
    void clearActions();

    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QHBoxLayout* m_actions = nullptr;
    QToolButton* m_close = nullptr;
    QTimer m_timer;
    Tone m_tone = Tone::Neutral;
    bool m_autoHide = false;
    std::function<void()> m_onClose;
};

} // namespace tollgate::ui
