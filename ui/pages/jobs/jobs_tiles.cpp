#include "ui/pages/jobs/jobs_tiles.h"

#include "ui/models/format.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/widgets/stat_tile.h"

#include <QJsonArray>

namespace tollgate::ui {

JobsTiles::JobsTiles(QWidget* parent)
    : QWidget(parent) {
    auto* row = makeRow(10);
    setLayout(row);
    m_waiting = add(tr("Waiting"), QStringLiteral("tasks"), QStringLiteral("pending"));
    m_running = add(tr("Running"), QStringLiteral("tasks"), QStringLiteral("processing"));
    m_failed = add(tr("Failed tasks"), QStringLiteral("tasks"), QStringLiteral("failed"));
    m_dead = add(tr("Dead letters"), QStringLiteral("webhooks"), QStringLiteral("dead"));
    m_stored = add(tr("Kept on disk"), {}, {});
    setState({});
}

StatTile* JobsTiles::add(const QString& label, const QString& list, const QString& status) {
    auto* tile = new StatTile(label, {}, this);
    tile->setSparkVisible(false);
    tile->setClickable(!list.isEmpty());
    layout()->addWidget(tile);
    if (!list.isEmpty())
        connect(tile, &StatTile::clicked, this, [this, list, status] { Q_EMIT listWanted(list, status); });
    return tile;
}

void JobsTiles::setState(const QJsonObject& state) {
    const auto number = [&state](const char* name) { return state.value(QLatin1String(name)).toInteger(); };
    const bool known = !state.isEmpty();
    const auto show = [&](StatTile* tile, qint64 value, const QString& unit = {}) {
        tile->setValue(known ? format::count(value) : format::none(), known ? unit : QString());
    };
    show(m_waiting, number("waiting"));
    const QString oldest = jobsText::age(state.value(u"oldest_waiting_at").toString());
    const qsizetype owners = state.value(u"owners").toArray().size();
    m_waiting->setDetail(!oldest.isEmpty() ? tr("the oldest for %1").arg(oldest)
                         : owners > 1      ? tr("projects take turns")
                                           : tr("nothing waits"));
    show(m_running, number("running"), tr("of %1").arg(format::count(number("parallel"))));
    m_running->setDetail(number("running") >= number("parallel") && known ? tr("all workers are busy")
                                                                          : tr("workers at most"));
    const QJsonObject tasks = state.value(u"tasks").toObject();
    const qint64 failed = tasks.value(u"failed").toInteger();
    const qint64 done = tasks.value(u"completed").toInteger();
    show(m_failed, failed);
    m_failed->setDetail(tr("%1 done").arg(format::count(done)), failed > 0 ? Tone::Bad : Tone::Neutral);
    const qint64 dead = number("webhooks_dead");
    show(m_dead, dead);
    m_dead->setDetail(tr("%1 to deliver").arg(format::count(number("webhooks_waiting"))),
                      dead > 0 ? Tone::Bad : Tone::Neutral);
    const double share =
        number("max_bytes") > 0 ? double(number("stored_bytes")) / double(number("max_bytes")) : 0;
    m_stored->setValue(known ? format::bytes(number("stored_bytes")) : format::none());
    m_stored->setDetail(tr("%1 of what may be kept").arg(format::percent(share, 1)), share > 0.9 ? Tone::Bad
                                                                                     : share > 0.7
                                                                                         ? Tone::Warning
                                                                                         : Tone::Neutral);
}

} // namespace tollgate::ui
