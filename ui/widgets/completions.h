#pragma once
// The list that a field opens under itself while somebody types. It is a window of its own: nothing of the
// page is behind it.

class QCompleter;

namespace tollgate::ui {

/// Call it after the completer's modes are set: some of them make the list anew.
void styleCompletions(QCompleter& completer);

} // namespace tollgate::ui
