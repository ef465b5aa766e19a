#include "ui/link/remote_address.h"

#include <QHostAddress>

namespace tollgate::ui {
namespace {

bool isLoopback(const QString& host) {
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

std::optional<RemoteAddress> parseRemoteAddress(const QString& text, bool plainHttp,
                                                RemoteAddressMistake& mistake) {
    const auto refuse = [&](const QString& why) {
        mistake.text = why;
        return std::nullopt;
    };
    QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool tls = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || (!tls && url.scheme() != QLatin1String("http")))
        return refuse(QStringLiteral("--connect takes a URL such as https://gateway.example:8655."));
    if (!url.userInfo().isEmpty())
        return refuse(
            QStringLiteral("--connect: a token has no place in the URL, where everybody on this machine "
                           "can read it; use --token-file."));
    if (url.hasQuery() || url.hasFragment())
        return refuse(QStringLiteral("--connect takes the gateway's address only, without ? or #."));
    if (!tls && !plainHttp && !isLoopback(url.host()))
        return refuse(
            QStringLiteral("--connect: http would show the admin token to everybody on the way to %1; "
                           "use https, or say --plain-http if the way is safe.")
                .arg(url.host()));
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(QLatin1String("/admin/v1")))
        path.chop(9);
    url.setPath(path);
    const int port = url.port(tls ? 443 : 80);
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    return RemoteAddress{url, host + u':' + QString::number(port) + path};
}

} // namespace tollgate::ui
