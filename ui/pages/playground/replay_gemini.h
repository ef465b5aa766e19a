#pragma once
// A generateContent request in the playground's fields, as Chat Completions. Pure.
// ai.google.dev/api/generate-content; members come in camelCase and in snake_case.

#include "ui/pages/playground/play_request.h"

#include <QStringList>

namespace tollgate::ui {

/// False when the body holds no contents. `leftOut`: what has no form there, as the body names it.
bool fillFromGemini(const QByteArray& body, PlayPrompt& prompt, QStringList& leftOut);

} // namespace tollgate::ui
