#pragma once
// The first configuration and the servers a provider can start from, as the console's values.

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tollgate::ui {

struct PresetFacts {
    QString id;
    QString title;
    QString kind;
    QString baseUrl;
    QString keyFrom;
};
const QList<PresetFacts>& presetFacts();

/// What the wizard was told; see gateway/starter.h.
struct Starter {
    QString provider; ///< empty: no provider and no alias
    QString kind;
    QString baseUrl;
    QString apiKey;
    QJsonObject options;
    QString model;
    QString alias = QStringLiteral("chat-default");
    QString project = QStringLiteral("main");
    QString keyName = QStringLiteral("first-key"); ///< empty: no project and no key
    QString keySecret;
    std::optional<double> budgetUsd;
};

QJsonObject starterDocument(const Starter& starter); ///< for PUT /config
QJsonObject starterProvider(const Starter& starter); ///< for POST /providers/check
QString makeStarterSecret();

} // namespace tollgate::ui
