#pragma once
// One row of GET /requests as the console keeps it: parsed once, repeated texts shared. Value type.

#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace tollgate::ui {

/// Makes equal texts share their memory: a list of 20 000 requests names a dozen users and models. Forgets
/// everything when it grows beyond what helps.
class TextPool {
public:
    QString share(const QString& text);

private:
    static constexpr qsizetype kMost = 8192;
    QSet<QString> m_texts;
};

struct RequestRow {
    QString id;
    QString traceId;
    qint64 atMs = 0;
    QString route;
    QString dialect;
    int status = 0; ///< HTTP; 0 while it runs
    QString outcome;
    QString errorCode;
    QString error;
    QString user;
    QString project;
    QString keyId;
    QString keyName;
    QString alias;
    QString requestedModel;
    QString provider;
    QString model;
    QString firstProvider;
    QString firstModel;
    int attempts = 0;
    QString flag;
    QString arm;
    QString prompt;
    QString promptVersion;
    bool streaming = false;
    QString note;
    qint64 inputTokens = 0;
    qint64 cacheReadTokens = 0;
    qint64 cacheWriteTokens = 0;
    qint64 outputTokens = 0;
    qint64 reasoningTokens = 0;
    bool usageEstimated = false;
    std::optional<double> costUsd; ///< unset: no price is known
    double reservedUsd = 0;
    double latencyMs = 0;
    std::optional<double> ttftMs;
    double overheadUs = 0;

    static RequestRow fromJson(const QJsonObject& object, TextPool& pool);
    /// The row in the API's own names, for exports.
    QJsonObject toJson() const;

    bool isRunning() const;
    bool isFallback() const; ///< another target than the first answered
    QString target() const;  ///< "openai/gpt-4o", empty when none was asked
    QString firstTarget() const;
};

} // namespace tollgate::ui
