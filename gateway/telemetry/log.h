#pragma once
// The gateway's log on stderr: one line per message, as text or JSON, with secrets redacted.

#include <string>
#include <string_view>

namespace tollgate {

enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat { Text, Json };

/// Installs the process's Qt message handler, so that qDebug() … qCritical() come out here. Once, at start.
void installLog(LogLevel lowest, LogFormat format);

/// Replaces what looks like a credential (bearer tokens, sk-…, tg-…, the value behind "api-key") by its last
/// four characters. Linear in the text.
std::string redacted(std::string_view text);

} // namespace tollgate
