#pragma once
// JSON made readable without being read: members stay in their order, numbers stay as they were written.

#include <QByteArray>

namespace tollgate::ui {

/// What is no JSON comes out a little differently spaced, never shorter of anything but blanks.
QByteArray indentedJson(const QByteArray& text);

} // namespace tollgate::ui
