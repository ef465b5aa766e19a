#pragma once
// Every keyboard shortcut of the console in one place: no key twice within reach of itself, and a cheat sheet
// for free.

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QShortcut;
class QWidget;

namespace tollgate::ui {

/// Main thread.
class ShortcutRegistry : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QString id;
        QString group; ///< heading in the cheat sheet: "Everywhere", "Traffic", …
        QString text;  ///< what it does
        QKeySequence keys;
        QPointer<QWidget> scope;
        Qt::ShortcutContext context = Qt::WindowShortcut;
        std::function<void()> run;    ///< may be none for keys that a widget handles itself
        bool handledByWidget = false; ///< no QShortcut stands behind it
    };

    using QObject::QObject;

    /// Qt::WindowShortcut works in the window of `scope` while that is visible: a page's own keys, which
    /// pages may share; Qt::WidgetWithChildrenShortcut only in `scope`. Returns null, and records a conflict,
    /// when the keys are taken within reach. The shortcut lives as long as `scope`.
    QShortcut* add(const QString& id, const QString& group, const QString& text, const QKeySequence& keys,
                   QWidget* scope, std::function<void()> run,
                   Qt::ShortcutContext context = Qt::WidgetWithChildrenShortcut);

    /// For keys that a widget handles itself (arrows in a list): only listed in the cheat sheet.
    void describe(const QString& group, const QString& text, const QKeySequence& keys);
    /// The same, and what the key does can be chosen in the palette while `scope` is in view.
    void describe(const QString& id, const QString& group, const QString& text, const QKeySequence& keys,
                  QWidget* scope, std::function<void()> run);

    QList<Entry> entries() const; ///< of living scopes, in order of registration
    QStringList conflicts() const { return m_conflicts; }

Q_SIGNALS:
    void changed();

private:
    const Entry* conflicting(const QKeySequence& keys, const QWidget* scope,
                             Qt::ShortcutContext context) const;

    QList<Entry> m_entries;
    QStringList m_conflicts;
};

} // namespace tollgate::ui
