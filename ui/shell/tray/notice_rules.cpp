#include "ui/shell/tray/notice_rules.h"

#include "ui/models/format.h"
#include "ui/models/gateway_words.h"

#include <algorithm>

namespace tollgate::ui {
NoticeRules::NoticeRules(Clock clock)
    : m_clock(std::move(clock)) {}

bool NoticeRules::mayTell(const QString& cause, qint64 periodMs) {
    const qint64 now = m_clock();
    const auto told = m_toldAt.constFind(cause);
    if (told != m_toldAt.cend() && now >= *told && now - *told < periodMs)
        return false;
    if (m_toldAt.size() >= kMostRemembered)
        m_toldAt.erase(std::min_element(m_toldAt.begin(), m_toldAt.end()));
    m_toldAt.insert(cause, now);
    return true;
}

std::optional<Notice> NoticeRules::judge(const QString& type, const QJsonObject& data) {
    if (type == QLatin1String("budget"))
        return budget(data);
    if (type == QLatin1String("health"))
        return health(data);
    if (type == QLatin1String("anomaly"))
        return anomaly(data);
    return std::nullopt;
}

std::optional<Notice> NoticeRules::budget(const QJsonObject& data) {
    const QString id = data.value(u"id").toString();
    const int threshold = data.value(u"threshold").toInt();
    // A new period of the budget is another cause: its end is part of the name.
    const QString cause =
        QStringLiteral("budget:%1:%2:%3").arg(id).arg(threshold).arg(data.value(u"resets_at").toString());
    if (id.isEmpty() || !mayTell(cause, kBudgetMs))
        return std::nullopt;
    const QString subject = data.value(u"subject").toString();
    Notice notice;
    notice.cause = cause;
    notice.urgent = threshold >= 100;
    notice.title = subject.isEmpty() ? tr("Budget of everything at %1 %").arg(threshold)
                                     : tr("Budget of %1 at %2 %").arg(subject).arg(threshold);
    notice.text = tr("%1 of %2 are spent.")
                      .arg(format::usd(data.value(u"spent_usd").toDouble()),
                           format::usdRounded(data.value(u"limit_usd").toDouble()));
    notice.page = QStringLiteral("budgets");
    notice.argument = id;
    return notice;
}

std::optional<Notice> NoticeRules::health(const QJsonObject& data) {
    const QString provider = data.value(u"provider").toString();
    const QString circuit = data.value(u"circuit").toString();
    if (provider.isEmpty() || circuit == QLatin1String("half_open"))
        return std::nullopt; // a try, no news
    const bool down = circuit == QLatin1String("open");
    const bool wasDown = m_down.value(provider, false);
    if (down == wasDown)
        return std::nullopt;
    const QString cause = QStringLiteral("health:%1:%2").arg(provider, down ? u"down" : u"up");
    if (!mayTell(cause, kHealthMs))
        return std::nullopt; // it flaps: what was told stands until the period is over
    m_down.insert(provider, down);
    Notice notice;
    notice.cause = cause;
    notice.urgent = down;
    notice.page = QStringLiteral("providers");
    notice.argument = provider;
    const QString error = data.value(u"last_error").toString();
    notice.title =
        down ? tr("%1 is out of the rotation").arg(provider) : tr("%1 answers again").arg(provider);
    notice.text = !down ? tr("Requests go there again.")
                  : error.isEmpty()
                      ? tr("Requests go elsewhere until it answers again.")
                      : tr("Requests go elsewhere. Last error: %1").arg(gatewaySentence(error).left(200));
    return notice;
}

std::optional<Notice> NoticeRules::anomaly(const QJsonObject& data) {
    const QString user = data.value(u"user").toString();
    const QString cause = QStringLiteral("anomaly:") + user;
    if (user.isEmpty() || !mayTell(cause, kAnomalyMs))
        return std::nullopt;
    Notice notice;
    notice.cause = cause;
    notice.title = tr("%1 spends more than usual").arg(user);
    notice.text = tr("%1 times the usual: %2 in the last hours.")
                      .arg(data.value(u"ratio").toDouble(), 0, 'f', 1)
                      .arg(format::usd(data.value(u"recent_usd").toDouble()));
    notice.page = QStringLiteral("traffic");
    notice.argument = QStringLiteral("user:") + user;
    return notice;
}

} // namespace tollgate::ui
