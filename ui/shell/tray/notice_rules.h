#pragma once
// Which live events are worth a notification: a budget's threshold, spending out of the ordinary, a provider
// that goes down or comes back. At most one per cause and period, so that a storm is one notification. Pure
// but for the clock it is given; main thread.

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace tollgate::ui {

struct Notice {
    QString cause; ///< "budget:bud_1:80"
    QString title;
    QString text;
    bool urgent = false;
    QString page;     ///< where to look
    QString argument; ///< at what
};

class NoticeRules {
    Q_DECLARE_TR_FUNCTIONS(tollgate::ui::NoticeRules)
public:
    using Clock = std::function<qint64()>; ///< ms since epoch

    static constexpr qint64 kBudgetMs = 6 * 3'600'000;  ///< per budget and threshold
    static constexpr qint64 kHealthMs = 15 * 60'000;    ///< per provider
    static constexpr qint64 kAnomalyMs = 6 * 3'600'000; ///< per user
    static constexpr int kMostRemembered = 1'000;

    explicit NoticeRules(Clock clock);

    /// As GatewayLink::event; nothing when it is no news or was told in this period.
    std::optional<Notice> judge(const QString& type, const QJsonObject& data);

private:
    std::optional<Notice> budget(const QJsonObject& data);
    std::optional<Notice> health(const QJsonObject& data);
    std::optional<Notice> anomaly(const QJsonObject& data);
    bool mayTell(const QString& cause, qint64 periodMs);

    Clock m_clock;
    QHash<QString, qint64> m_toldAt;
    QHash<QString, bool> m_down; ///< by provider: whether the last word about it was that it is down
};

} // namespace tollgate::ui
