#pragma once
// What the console remembers between starts: geometry, page, theme, column widths. A file of its own in the
// data directory, given by path; with no path nothing is kept.

#include <QSettings>
#include <QString>
#include <QVariant>

#include <memory>

class QHeaderView;
class QSplitter;

namespace tollgate::ui {

/// Main thread. Written when the event loop is idle and at the end.
class ConsoleState {
public:
    explicit ConsoleState(const QString& iniPath);

    QVariant value(const QString& key, const QVariant& fallback = {}) const;
    void setValue(const QString& key, const QVariant& value);
    void remove(const QString& key);
    void sync(); ///< to the disk, now

    /// Restores the sizes kept under `key` and keeps them from now on.
    void remember(const QString& key, QHeaderView* header);
    void remember(const QString& key, QSplitter* splitter);

private:
    std::unique_ptr<QSettings> m_file;
};

} // namespace tollgate::ui
