#pragma once
// Shows that a list, a table or a scrolled area has the focus when keys brought it there; a click shows that
// by itself.

namespace tollgate::ui {

/// Once per program (Theme does), for every view there is or will be.
void installFocusFrames();

} // namespace tollgate::ui
