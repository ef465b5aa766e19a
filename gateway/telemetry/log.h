#pragma once
// The gateway's log on stderr, as text or JSON, and in files, always as JSON: one line per message, with
// secrets redacted.

#include "gateway/telemetry/log_file.h"

#include <functional>
#include <string>
#include <string_view>

namespace tollgate {

enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat { Text, Json };

/// Installs the process's Qt message handler, so that qDebug() … qCritical() come out here. Once, at start.
void installLog(LogLevel lowest, LogFormat format);
/// From now on the same goes to files as well; nothing changes without a path. Once, at start; the error is
/// for people.
tl::expected<void, std::string> logToFile(LogFileOptions options);

/// "debug", "info", "warning", "error".
std::string_view nameOf(LogLevel level);
/// Whether somebody reads the log as JSON, so that it has a line for each request.
bool logsRequests();
/// A finished line of JSON with its newline, made only if its level is wanted.
void logStructured(LogLevel level, const std::function<std::string()>& line);

} // namespace tollgate
