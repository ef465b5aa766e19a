#include "gateway/telemetry/log.h"

#include "gateway/wire/clock.h"
#include "gateway/wire/redacted.h"

#include <QDebug>
#include <QString>

#include <boost/json.hpp>

#include <atomic>
#include <cstdio>

namespace tollgate {

namespace {

// A message handler is a plain function, so what it was told has to stand beside it.
std::atomic<LogLevel> s_lowest{LogLevel::Info};
std::atomic<LogFormat> s_format{LogFormat::Text};
std::atomic<LogFile*> s_file{nullptr}; // once there it stays: messages come until the very end

LogLevel levelOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    default:
        return LogLevel::Error;
    }
}

/// One line whatever somebody else put into the message.
std::string onOneLine(std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '\n')
            line += "\\n";
        else if (code < 0x20 || code == 0x7f)
            line.append("\\x").append(1, kHex[code >> 4U]).append(1, kHex[code & 15U]);
        else
            line += c;
    }
    return line;
}

std::string jsonLine(const std::string& time, LogLevel level, const char* category, const std::string& text) {
    const boost::json::object line{{"time", time},
                                   {"level", nameOf(level)},
                                   {"category", category != nullptr ? category : "default"},
                                   {"message", text}};
    return boost::json::serialize(line) + "\n";
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const LogLevel level = levelOf(type);
    if (level < s_lowest.load())
        return;
    const std::string time = toRfc3339(Clock::system().unixMs());
    const std::string text = redacted(message.toStdString());
    LogFile* const file = s_file.load();
    const bool asJson = s_format.load() == LogFormat::Json;
    const std::string line =
        asJson || file != nullptr ? jsonLine(time, level, context.category, text) : std::string();
    if (file != nullptr)
        file->write(line);
    if (asJson)
        std::fputs(line.c_str(), stderr);
    else
        std::fprintf(stderr, "%s %-7s %s\n", time.c_str(), nameOf(level).data(), onOneLine(text).c_str());
}

} // namespace

std::string_view nameOf(LogLevel level) {
    constexpr const char* kNames[] = {"debug", "info", "warning", "error"};
    return kNames[static_cast<int>(level)];
}

void installLog(LogLevel lowest, LogFormat format) {
    s_lowest = lowest;
    s_format = format;
    qInstallMessageHandler(handle);
}

tl::expected<void, std::string> logToFile(LogFileOptions options) {
    if (options.path.empty())
        return {};
    return LogFile::open(std::move(options)).map([](std::unique_ptr<LogFile> file) {
        s_file = file.release(); // NOLINT: for as long as the process lives
    });
}

bool logsRequests() {
    return s_format.load(std::memory_order_relaxed) == LogFormat::Json ||
           s_file.load(std::memory_order_relaxed) != nullptr;
}

void logStructured(LogLevel level, const std::function<std::string()>& line) {
    if (level < s_lowest.load())
        return;
    const std::string text = line();
    if (LogFile* const file = s_file.load())
        file->write(text);
    if (s_format.load() == LogFormat::Json)
        std::fputs(text.c_str(), stderr);
}

} // namespace tollgate
