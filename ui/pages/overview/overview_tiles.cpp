#include "ui/pages/overview/overview_tiles.h"

#include "ui/models/format.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/wrap_columns.h"

#include <algorithm>
#include <cmath>

namespace tollgate::ui {

namespace {

constexpr double kNearBudget = 0.75; // from here on the tile warns
constexpr double kNoticeableChange = 0.005;
constexpr double kNoticeablePoints = 0.0005;

QString previousName(const QString& window) {
    if (window == QLatin1String("15m"))
        return OverviewTiles::tr("vs previous 15 min");
    if (window == QLatin1String("1h"))
        return OverviewTiles::tr("vs previous hour");
    if (window == QLatin1String("24h"))
        return OverviewTiles::tr("vs previous day");
    if (window == QLatin1String("7d"))
        return OverviewTiles::tr("vs previous week");
    return OverviewTiles::tr("vs previous 30 days");
}

void setParts(StatTile* tile, const MaybeNumber& value, format::Scaled (*parts)(double)) {
    if (!value) {
        tile->setValue(format::none());
        return;
    }
    const format::Scaled shown = parts(*value);
    tile->setValue(shown.number, shown.unit);
}

/// How much more or less than in the range before; more of what should be small is in the tone of `more`.
void setChange(StatTile* tile, const MaybeNumber& now, const MaybeNumber& before, Tone more) {
    const double change = now && before.value_or(0) > 0 ? *now / *before - 1.0 : 0.0;
    if (std::abs(change) < kNoticeableChange) {
        tile->setDelta(StatTile::Trend::None, {}, Tone::Neutral);
        return;
    }
    const Tone less = more == Tone::Bad ? Tone::Good : Tone::Neutral;
    tile->setDelta(change > 0 ? StatTile::Trend::Up : StatTile::Trend::Down,
                   format::percent(std::abs(change), 0), change > 0 ? more : less);
}

/// A number beside a change stands apart from it.
QString apart(const StatTile& tile, const QString& detail) {
    return tile.hasDelta() && !detail.isEmpty() ? QString(u"\u00b7 " % detail) : detail;
}

} // namespace

OverviewTiles::OverviewTiles(QWidget* parent)
    : QWidget(parent)
    , m_requests(new StatTile(tr("Requests"), QStringLiteral("requests"), this))
    , m_latency(new StatTile(tr("Latency p95"), QStringLiteral("latency"), this))
    , m_overhead(new StatTile(tr("Gateway overhead p95"), QStringLiteral("overhead"), this))
    , m_errors(new StatTile(tr("Errors"), QStringLiteral("errors"), this))
    , m_spend(new StatTile(tr("Spend today"), QStringLiteral("spend"), this))
    , m_tokens(new StatTile(tr("Tokens"), QStringLiteral("tokens"), this)) {
    auto* row = new WrapColumns(Theme::of(this).px(12));
    for (StatTile* tile : {m_requests, m_latency, m_overhead, m_errors, m_spend, m_tokens}) {
        tile->setValue(format::none());
        tile->setClickable(true);
        row->addColumn(tile);
    }
    setLayout(row);
    connect(m_requests, &StatTile::clicked, this, [this] { Q_EMIT clicked({}); });
    connect(m_latency, &StatTile::clicked, this, [this] {
        Q_EMIT clicked(m_p95Ms ? QString(u"latency:>=" % QString::number(std::floor(*m_p95Ms)) % u"ms")
                               : QString());
    });
    connect(m_overhead, &StatTile::clicked, this, [this] { Q_EMIT clicked({}); });
    connect(m_errors, &StatTile::clicked, this, [this] { Q_EMIT clicked(QStringLiteral("status:>=400")); });
    connect(m_spend, &StatTile::clicked, this, [this] { Q_EMIT clicked(QStringLiteral("cost:>0")); });
    connect(m_tokens, &StatTile::clicked, this, [this] { Q_EMIT clicked(QStringLiteral("tokens:>0")); });
}

void OverviewTiles::setData(const OverviewData& overview) {
    m_times = overview.latencyTimes;
    showRequests(overview);
    showLatency(overview);
    showErrors(overview.errors, overview.requests.total);
    m_spendTotals = overview.spend;
    showSpend();
    showTokens(overview.tokens);
}

void OverviewTiles::setSpend(double costUsd) {
    if (!m_spendTotals.costUsd)
        return; // nothing is shown yet
    m_spendTotals.costUsd = costUsd;
    if (m_spendTotals.budgetUsd && *m_spendTotals.budgetUsd > 0)
        m_spendTotals.usedRatio = costUsd / *m_spendTotals.budgetUsd;
    showSpend();
}

SlotRange OverviewTiles::shownBuckets() const {
    return m_zoom.shown(m_times).value_or(SlotRange{0, m_times.size() - 1});
}

void OverviewTiles::showSpark(StatTile* tile, const QList<double>& values) {
    m_sparks.insert(tile, values);
    const SlotRange shown = shownBuckets();
    const bool timed = values.size() == m_times.size() && !values.isEmpty();
    tile->setSpark(timed ? values.mid(shown.first, shown.second - shown.first + 1) : values,
                   timed && shown.second == m_times.size() - 1);
}

void OverviewTiles::setZoom(std::optional<ChartSpan> span) {
    if (!m_zoom.set(span))
        return;
    const QHash<StatTile*, QList<double>> sparks = m_sparks;
    for (auto spark = sparks.cbegin(); spark != sparks.cend(); ++spark)
        showSpark(spark.key(), spark.value());
}

void OverviewTiles::setCrosshair(std::optional<qint64> at) {
    const SlotRange shown = shownBuckets();
    qsizetype index = -1;
    if (at && !m_times.isEmpty() && *at >= m_times[shown.first] && *at <= m_times[shown.second])
        index = std::upper_bound(m_times.cbegin(), m_times.cend(), *at) - m_times.cbegin() - 1 - shown.first;
    for (auto spark = m_sparks.cbegin(); spark != m_sparks.cend(); ++spark)
        spark.key()->spark()->setMarked(spark.value().size() == m_times.size() ? index : -1);
}

void OverviewTiles::showRequests(const OverviewData& overview) {
    const TrafficTotals& requests = overview.requests;
    if (requests.perSecond)
        m_requests->setValue(format::fixed(*requests.perSecond, *requests.perSecond < 1 ? 2 : 1), tr("/s"));
    else
        m_requests->setValue(format::none());
    m_requests->setDelta(StatTile::Trend::None, {}, Tone::Neutral);
    m_requests->setDetail(tr("%1 in all").arg(format::count(requests.total)));
    if (requests.perSecond && requests.previousPerSecond.value_or(0) > 0) {
        const double change = *requests.perSecond / *requests.previousPerSecond - 1.0;
        if (std::abs(change) < kNoticeableChange) {
            m_requests->setDetail(tr("no change %1").arg(previousName(overview.window)));
        } else {
            m_requests->setDelta(change > 0 ? StatTile::Trend::Up : StatTile::Trend::Down,
                                 format::percent(std::abs(change), 0),
                                 change > 0 ? Tone::Good : Tone::Neutral);
            m_requests->setDetail(previousName(overview.window));
        }
    }
    showSpark(m_requests, requests.spark);
}

void OverviewTiles::showLatency(const OverviewData& overview) {
    m_p95Ms = overview.latency.p95Ms;
    setParts(m_latency, overview.latency.p95Ms, format::millisecondsParts);
    QStringList detail;
    if (overview.latency.p50Ms)
        detail << tr("p50 %1").arg(overview.latency.p50Ms.value() < 999.5
                                       ? format::fixed(*overview.latency.p50Ms, 0)
                                       : format::milliseconds(*overview.latency.p50Ms));
    if (overview.latency.ttftP95Ms)
        detail << tr("TTFT p95 %1").arg(format::milliseconds(*overview.latency.ttftP95Ms));
    setChange(m_latency, overview.latency.p95Ms, overview.latency.previousP95Ms, Tone::Bad);
    m_latency->setDetail(apart(*m_latency, detail.join(QStringLiteral(" \u00b7 "))));
    showSpark(m_latency, overview.latency.spark);

    setParts(m_overhead, overview.overhead.p95Us, format::microsParts);
    setChange(m_overhead, overview.overhead.p95Us, overview.overhead.previousP95Us, Tone::Bad);
    m_overhead->setDetail(overview.overhead.p99Us
                              ? apart(*m_overhead, tr("p99 %1").arg(format::micros(*overview.overhead.p99Us)))
                              : QString());
    showSpark(m_overhead, overview.overhead.spark);
}

void OverviewTiles::showErrors(const ErrorTotals& errors, qint64 requests) {
    if (errors.rate && requests > 0)
        m_errors->setValue(format::percentNumber(*errors.rate), QStringLiteral("%"));
    else
        m_errors->setValue(format::none());
    const QString saved = errors.savedByFallback > 0
                              ? tr("%1 saved by fallback").arg(format::count(errors.savedByFallback))
                              : QString();
    const QString savedShort =
        saved.isEmpty() ? QString() : tr("%1 saved").arg(format::count(errors.savedByFallback));
    const double change = errors.rate.value_or(0) - errors.previousRate.value_or(0);
    if (errors.rate && errors.previousRate && std::abs(change) >= kNoticeablePoints) {
        m_errors->setDelta(change > 0 ? StatTile::Trend::Up : StatTile::Trend::Down,
                           format::fixed(std::abs(change) * 100, 1), change > 0 ? Tone::Bad : Tone::Good);
        m_errors->setDetail(saved.isEmpty() ? tr("percentage points") : QString(u"\u00b7 " % saved),
                            Tone::Neutral, saved.isEmpty() ? tr("points") : QString(u"\u00b7 " % savedShort));
    } else {
        m_errors->setDelta(StatTile::Trend::None, {}, Tone::Neutral);
        m_errors->setDetail(saved.isEmpty() ? tr("%1 failed").arg(format::count(errors.count)) : saved,
                            Tone::Neutral, savedShort);
    }
    showSpark(m_errors, errors.spark);
}

void OverviewTiles::showSpend() {
    const SpendTotals& spend = m_spendTotals;
    const bool unknown = spend.unpricedRequests > 0 && spend.costUsd.value_or(0) <= 0;
    if (!spend.costUsd)
        m_spend->setValue(format::none());
    else if (unknown)
        m_spend->setValue(tr("unknown"));
    else
        m_spend->setValue(format::usd(*spend.costUsd),
                          spend.budgetUsd ? tr("of %1").arg(format::usdRounded(*spend.budgetUsd))
                                          : QString());
    QStringList detail;
    QString shorter; // what matters most when there is no room
    Tone tone = Tone::Neutral;
    if (spend.usedRatio) {
        detail << format::percent(*spend.usedRatio, 0);
        if (*spend.usedRatio >= 1) {
            detail << tr("over budget");
            shorter = detail.last();
            tone = Tone::Bad;
        } else if (!spend.exceedsAt.isEmpty()) {
            detail << tr("over at %1").arg(format::clock(format::fromIso(spend.exceedsAt)));
            shorter = detail.last();
            tone = Tone::Warning;
        } else if (*spend.usedRatio >= kNearBudget) {
            tone = Tone::Warning;
        }
    } else if (spend.costUsd) {
        detail << tr("no daily budget");
    }
    if (spend.unpricedRequests > 0) {
        detail << tr("%1 unpriced").arg(format::count(spend.unpricedRequests));
        if (tone == Tone::Neutral) {
            tone = Tone::Warning;
            shorter = detail.last(); // more to know than how much of a budget is used
        }
    }
    if (shorter.isEmpty() && !detail.isEmpty())
        shorter = detail.first();
    m_spend->setDetail(detail.join(QStringLiteral(" \u00b7 ")), tone, shorter);
    showSpark(m_spend, spend.spark);
}

void OverviewTiles::showTokens(const TokenTotals& tokens) {
    if (tokens.perHour) {
        const format::Scaled shown = format::scaledCount(*tokens.perHour);
        m_tokens->setValue(shown.unit.isEmpty() ? shown.number
                                                : QString(shown.number % QChar(0x202f) % shown.unit),
                           tr("/ h"));
    } else {
        m_tokens->setValue(format::none());
    }
    setChange(m_tokens, tokens.perHour, tokens.previousPerHour, Tone::Neutral);
    const bool any = tokens.cachedRatio && tokens.total > 0; // of nothing there is no share
    m_tokens->setDetail(
        any ? apart(*m_tokens, tr("%1 cached input").arg(format::percent(*tokens.cachedRatio, 0)))
            : QString());
    showSpark(m_tokens, tokens.spark);
}

} // namespace tollgate::ui
