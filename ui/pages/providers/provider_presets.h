#pragma once
// What a new provider can start from, and the kinds the gateway serves. Pure data.

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace tollgate::ui {

struct ProviderPreset {
    QString id;
    QString title;
    QString name; ///< proposed name
    QString kind;
    QString baseUrl;
    QString keyHint; ///< where the key comes from, or that none is needed
};

const QList<ProviderPreset>& providerPresets();
const ProviderPreset* findPreset(const QString& id);

/// Every kind that a preset has, in their order.
QStringList providerKinds();
QString providerKindText(const QString& kind);
/// Where the base URL of that kind ends.
QString baseUrlHint(const QString& kind);

/// A new provider before anything is typed: the values the contract names as usual.
QJsonObject newProvider(const ProviderPreset& preset);

} // namespace tollgate::ui
