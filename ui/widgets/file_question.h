#pragma once
// Asks for a file to read or to write, without holding anything up: what is chosen comes later, or never.
// Main thread.

#include <QString>

#include <functional>

class QObject;
class QWidget;

namespace tollgate::ui {

struct FileQuestion {
    enum class For { Reading, ReadingSeveral, Writing };

    For what = For::Reading;
    QString title;
    QString filter;    ///< "CSV (*.csv)"; empty: every file
    QString suffix;    ///< added to a name that has none; without the point
    QString suggested; ///< the name to begin with
};

/// take: once per chosen file, as long as the receiver lives. The dialog belongs to the window of `asker`.
void askForFile(QWidget* asker, const FileQuestion& question, QObject* receiver,
                const std::function<void(const QString& path)>& take);

} // namespace tollgate::ui
