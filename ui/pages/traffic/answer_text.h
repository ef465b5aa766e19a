#pragma once
// The assistant's words in a reply of any dialect the gateway serves. Pure, any thread.

#include <QString>

namespace tollgate::ui {

/// Of a JSON answer, of a JSON array of them (Gemini), of server-sent events or of a socket's lines. Thinking
/// and calls of tools are no words; several choices stand one below the other. Empty when there are none.
QString answerText(const QString& responseBody);

} // namespace tollgate::ui
