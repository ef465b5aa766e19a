#pragma once
// Colours of what nobody looks at: a page that is hidden keeps its old palette when the theme changes and
// gets the new one when it is shown, or soon after, one page a turn of the event loop. So the change holds
// nobody longer than what is on the screen takes.

#include <QList>
#include <QObject>
#include <QPalette>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace tollgate::ui {

/// Main thread.
class LatePalettes : public QObject {
    Q_OBJECT
public:
    explicit LatePalettes(QObject* parent);

    /// From now on `root` and what is in it have the palette given here, not the application's.
    void add(QWidget* root);
    void setPalette(const QPalette& palette);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void next();

    QPalette m_palette;
    QList<QPointer<QWidget>> m_roots;
    QList<QPointer<QWidget>> m_late;
    QTimer m_timer;
};

} // namespace tollgate::ui
