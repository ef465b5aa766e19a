#pragma once
// What a page shows in a window of any size: its content with a bar beside it when it is higher.

#include <QString>

class QScrollArea;
class QWidget;

namespace tollgate::ui {

/// Takes the content; the name is for those who hear it.
QScrollArea* makeScrolled(QWidget* content, const QString& name, QWidget* parent);

} // namespace tollgate::ui
