#pragma once
// Where a gateway elsewhere is, as --connect takes it. Pure.

#include <QString>
#include <QUrl>

#include <optional>

namespace tollgate::ui {

struct RemoteAddress {
    QUrl base;    ///< "https://gw.example:8655", and a path in front of /admin/v1 where a proxy puts one
    QString name; ///< "gw.example:8655": for people, and as the name under which things are remembered

    bool isSecret() const { return base.scheme() == QLatin1String("https"); }
};

struct RemoteAddressMistake {
    QString text; ///< one line in English, for the command line
};

/// What crosses a network is only sent in clear where `plainHttp` says so; loopback never leaves the machine.
std::optional<RemoteAddress> parseRemoteAddress(const QString& text, bool plainHttp,
                                                RemoteAddressMistake& mistake);

} // namespace tollgate::ui
