#include "gateway/telemetry/log.h"

#include "gateway/wire/clock.h"

#include <QDebug>
#include <QString>

#include <boost/json.hpp>

#include <atomic>
#include <cstdio>
#include <regex>

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
        std::fprintf(stderr, "%s %-7s %s\n", time.c_str(), nameOf(level), text.c_str());
    }
}

} // namespace

std::string redacted(std::string_view text) {
    static const std::regex pattern(R"((bearer\s+|sk-|tg-|key-|AIza)[A-Za-z0-9_\-\.]{12,})",
                                    std::regex::icase);
    std::string result;
    auto rest = text.begin();
    for (std::regex_iterator<std::string_view::const_iterator> it(text.begin(), text.end(), pattern), end;
         it != end; ++it) {
        result.append(rest, (*it)[0].first).append("…").append((*it)[0].second - 4, (*it)[0].second);
        rest = (*it)[0].second;
    }
    return result.append(rest, text.end());
}

void installLog(LogLevel lowest, LogFormat format) {
    s_lowest = lowest;
    s_format = format;
    qInstallMessageHandler(handle);
}

} // namespace tollgate
