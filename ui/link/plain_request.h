#pragma once
// How the console asks over HTTP: with nothing of Qt's own added.

#include <QNetworkRequest>

namespace tollgate::ui {

/// No cookies shared, no packing, no HTTP/2, and no following of redirections with the key to elsewhere.
QNetworkRequest plainRequest(const QUrl& url);

} // namespace tollgate::ui
