#include "ui/pages/budgets/budget_history_card.h"

#include "ui/link/gateway_link.h"
#include "ui/models/day_text.h"
#include "ui/models/format.h"
#include "ui/models/request_cells.h"
#include "ui/widgets/paint.h"

#include <QDateTime>
#include <QGridLayout>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

namespace tollgate::ui {

namespace {

constexpr qint64 kAskAgainMs = 30'000;

/// Everything the answer depends on that people change.
bool isAnother(const QJsonObject& a, const QJsonObject& b) {
    for (const char* field : {"id", "scope", "subject", "period", "limit_usd", "thresholds", "action",
                              "downgrade_to", "timezone", "resets_at"}) {
        if (a.value(QLatin1String(field)) != b.value(QLatin1String(field)))
            return true;
    }
    return false;
}

QString scopeTerm(const QJsonObject& budget) {
    const QString scope = budget.value(u"scope").toString();
    return scope == QLatin1String("global") ? QString()
                                            : cells::term(scope, budget.value(u"subject").toString());
}

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

qint64 periodStart(const QJsonObject& budget) {
    const qint64 ends = format::fromIso(budget.value(u"resets_at").toString());
    if (ends <= 0)
        return 0;
    const QTimeZone named(budget.value(u"timezone").toString().toLatin1());
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(ends, named.isValid() ? named : QTimeZone::utc());
    const QString period = budget.value(u"period").toString();
    if (period == QLatin1String("month"))
        return end.addMonths(-1).toMSecsSinceEpoch();
    const int days = period == QLatin1String("day") ? 1 : period == QLatin1String("week") ? 7 : 30;
    return end.addDays(-days).toMSecsSinceEpoch();
}

QList<ThresholdPassed> thresholdsPassed(const QJsonObject& budget, const QJsonArray& usageByHour) {
    const double limit = budget.value(u"limit_usd").toDouble();
    QList<ThresholdPassed> all;
    for (const QJsonValue& percent : budget.value(u"thresholds").toArray())
        all.append({percent.toDouble(), limit * percent.toDouble() / 100, std::nullopt, 0});
    double spent = 0;
    for (const QJsonValue& value : usageByHour) {
        const QJsonObject hour = value.toObject();
        spent += hour.value(u"cost_usd").toDouble();
        for (ThresholdPassed& one : all) {
            if (one.hourMs || spent < one.usd)
                continue;
            one.hourMs = format::fromIso(hour.value(u"hour").toString());
            one.spentUsd = spent;
        }
    }
    return all;
}

BudgetHistoryCard::BudgetHistoryCard(GatewayLink* link, QWidget* parent)
    : Card(tr("What happened at each threshold"), parent)
    , m_link(link) {
    setCaption(tr("this period"));
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::of(this).px(12));
    m_grid->setVerticalSpacing(Theme::of(this).px(6));
    m_grid->setColumnStretch(1, 1);
    content()->addWidget(m_table);
}

void BudgetHistoryCard::setBudget(const QJsonObject& budget) {
    const bool another = isAnother(budget, m_budget);
    const bool moved = budget.value(u"spent_usd") != m_budget.value(u"spent_usd");
    m_budget = budget;
    if (another) {
        m_touched.reset();
        present({});
    }
    if (another || (moved && m_asked.isValid() && m_asked.elapsed() >= kAskAgainMs))
        ask();
}

void BudgetHistoryCard::ask() {
    m_asked.start();
    const qint64 start = periodStart(m_budget);
    const QString id = m_budget.value(u"id").toString();
    if (start <= 0 || id.isEmpty())
        return;
    const QString from = encoded(QDateTime::fromMSecsSinceEpoch(start, Qt::UTC).toString(Qt::ISODate));
    const QString scope = scopeTerm(m_budget);
    m_link->get(QStringLiteral("/usage?group_by=hour&limit=1000&from=%1&filter=%2").arg(from, encoded(scope)),
                this, [this, id, from, scope](const GatewayReply& reply) {
                    if (!reply.ok() || m_budget.value(u"id").toString() != id)
                        return;
                    const auto passed = thresholdsPassed(m_budget, reply.json.value(u"data").toArray());
                    present(passed);
                    const bool full =
                        std::any_of(passed.begin(), passed.end(), [](const ThresholdPassed& one) {
                            return one.percent >= 100 && one.hourMs;
                        });
                    if (full && m_budget.value(u"action").toString() != QLatin1String("warn"))
                        askWhatFollowed(from, scope);
                });
}

void BudgetHistoryCard::askWhatFollowed(const QString& from, const QString& scope) {
    const bool refuses = m_budget.value(u"action").toString() == QLatin1String("block");
    // 402 is what a used-up budget answers; a downgraded request has a note.
    const QString what = refuses ? QStringLiteral("status:402") : QStringLiteral("note:downgraded");
    const QString filter = scope.isEmpty() ? what : QString(scope + u' ' + what);
    m_link->get(QStringLiteral("/usage?group_by=status&from=%1&filter=%2").arg(from, encoded(filter)), this,
                [this, id = m_budget.value(u"id").toString()](const GatewayReply& reply) {
                    if (!reply.ok() || m_budget.value(u"id").toString() != id)
                        return;
                    qint64 requests = 0;
                    for (const QJsonValue& row : reply.json.value(u"data").toArray())
                        requests += row.toObject().value(u"requests").toInteger();
                    m_touched = requests;
                    present(m_passed);
                });
}

QString BudgetHistoryCard::followed(const ThresholdPassed& one) const {
    const QString action = m_budget.value(u"action").toString();
    if (one.percent < 100 || action == QLatin1String("warn") || !m_touched)
        return tr("notified");
    const int requests = static_cast<int>(*m_touched);
    return action == QLatin1String("block") ? tr("notified; %n request(s) refused", nullptr, requests)
                                            : tr("notified; %n request(s) sent to %1", nullptr, requests)
                                                  .arg(m_budget.value(u"downgrade_to").toString());
}

void BudgetHistoryCard::present(const QList<ThresholdPassed>& passed) {
    m_passed = passed;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ThresholdPassed& one : passed) {
        const QString threshold =
            QStringLiteral("%1 · %2").arg(format::percent(one.percent / 100, 0), format::usd(one.usd));
        if (!one.hourMs) {
            addLine(threshold, tr("not reached"), {});
            continue;
        }
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(*one.hourMs);
        addLine(threshold,
                tr("%1, %2 spent")
                    .arg(dayText::shortDay(at.date()) + u", " + format::clock(*one.hourMs),
                         format::usd(one.spentUsd)),
                followed(one));
    }
    m_table->setVisible(!passed.isEmpty());
}

void BudgetHistoryCard::addLine(const QString& threshold, const QString& reached, const QString& followed) {
    const int line = m_grid->count() / 3;
    const auto add = [this, line](const QString& text, ColorRole role, int column) {
        auto* make = column == 0 ? &makeLabel : &makeWrappingLabel;
        m_grid->addWidget(make(text, role, -0.5, QFont::Normal, m_table), line, column);
    };
    add(threshold, ColorRole::Text, 0);
    add(reached, followed.isEmpty() ? ColorRole::TextMuted : ColorRole::Text, 1);
    add(followed, ColorRole::TextMuted, 2);
}

} // namespace tollgate::ui
