#pragma once
// Pictures of the console for people to look at.

#include <QSize>
#include <QString>
#include <QStringList>

class QWidget;

namespace tollgate::ui {

class MainWindow;
class Theme;

/// Writes what the widget shows as PNG; false when the file could not be written.
bool saveScreenshot(QWidget* widget, const QString& path);

/// Every page in both themes as DIR/<page>-<dark|light>.png. Spins the event loop `settleMs` a page, so that
/// data arrives; the page and theme shown before are shown again after. Returns the files written.
QStringList saveScreenshots(MainWindow& window, Theme& theme, const QString& directory, int settleMs = 400,
                            const QSize& size = {1440, 900});

} // namespace tollgate::ui
