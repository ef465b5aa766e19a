#include "ui/link/plain_request.h"

namespace tollgate::ui {

QNetworkRequest plainRequest(const QUrl& url) {
    QNetworkRequest out(url);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setRawHeader("Accept-Encoding", "identity");
    out.setRawHeader("User-Agent", "tollgate-console");
    out.setRawHeader("Accept-Language", "*");
    return out;
}

} // namespace tollgate::ui
