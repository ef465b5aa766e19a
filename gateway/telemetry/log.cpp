#include "gateway/telemetry/log.h"

#include "gateway/wire/clock.h"

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

const char* nameOf(LogLevel level) {
    constexpr const char* kNames[] = {"debug", "info", "warning", "error"};
    return kNames[static_cast<int>(level)];
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

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const LogLevel level = levelOf(type);
    if (level < s_lowest.load())
        return;
    const std::string time = toRfc3339(Clock::system().unixMs());
    const std::string text = redacted(message.toStdString());
    if (s_format.load() == LogFormat::Json) {
        const boost::json::object line{
            {"time", time},
            {"level", nameOf(level)},
            {"category", context.category != nullptr ? context.category : "default"},
            {"message", text}};
        std::fprintf(stderr, "%s\n", boost::json::serialize(line).c_str());
    } else {
        std::fprintf(stderr, "%s %-7s %s\n", time.c_str(), nameOf(level), onOneLine(text).c_str());
    }
}

} // namespace

void installLog(LogLevel lowest, LogFormat format) {
    s_lowest = lowest;
    s_format = format;
    qInstallMessageHandler(handle);
}

} // namespace tollgate
