#pragma once
// Makes the pages nobody has looked at yet, soon after the window, while nobody types or scrolls: so that
// opening one for the first time is as quick as ever after. A page or a form at a time, their style in slices
// of a few milliseconds.

#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace tollgate::ui {

class Page;
class PageRegistry;

/// Main thread. The registry and the stack, in which the pages are, outlive it.
class PagesAhead : public QObject {
    Q_OBJECT
public:
    /// Makes the page, or gives the one that is there.
    using Load = std::function<Page*(const QString& id)>;

    PagesAhead(const PageRegistry& registry, const QWidget* stack, Load load, QObject* parent);

    void start(); ///< soon; once they are all made it does nothing
    void hurry(); ///< at once, one after the other: somebody waits for them
    int dueInMs() const { return m_timer.remainingTime(); } ///< the next of them

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void step();
    void polish();

    const PageRegistry& m_registry;
    const QWidget* m_stack;
    Load m_load;
    QStringList m_made;
    QStringList m_prepared;
    QList<QPointer<QWidget>> m_unpolished;
    QTimer m_timer;
    bool m_hurries = false;
};

} // namespace tollgate::ui
