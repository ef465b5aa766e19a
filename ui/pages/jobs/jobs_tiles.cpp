#include "ui/pages/jobs/jobs_tiles.h"

#include "ui/models/format.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/wrap_columns.h"

namespace tollgate::ui {

JobsTiles::JobsTiles(QWidget* parent)
    : QWidget(parent) {
    setLayout(new WrapColumns(Theme::of(this).px(10)));
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
    static_cast<WrapColumns*>(layout())->addColumn(tile);
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
    m_waiting->setDetail(number("waiting") == 0 || oldest.isEmpty() ? tr("nothing waits")
                                                                    : tr("the oldest for %1").arg(oldest));
    show(m_running, number("running"), tr("of %1").arg(format::count(number("parallel"))));
    m_running->setDetail(number("running") >= number("parallel") && known ? tr("all workers are busy")
                                                                          : tr("workers at most"));
    const QJsonObject tasks = state.value(u"tasks").toObject();
    const qint64 failed = tasks.value(u"failed").toInteger();
    const qint64 done = tasks.value(u"completed").toInteger();
    show(m_failed, failed);
    if (failed > 0)
        m_failed->setDetail(
            tr("%1 of those that ended").arg(format::percent(double(failed) / double(failed + done), 1)),
            Tone::Bad);
    else
        m_failed->setDetail(tr("%1 done").arg(format::count(done)));
    const qint64 dead = number("webhooks_dead");
    show(m_dead, dead);
    const QString toDeliver = format::count(number("webhooks_waiting"));
    if (dead > 0)
        m_dead->setDetail(tr("given up, %1 to deliver").arg(toDeliver), Tone::Bad);
    else
        m_dead->setDetail(tr("%1 to deliver").arg(toDeliver));
    const double share =
        number("max_bytes") > 0 ? double(number("stored_bytes")) / double(number("max_bytes")) : 0;
    m_stored->setValue(known ? format::bytes(number("stored_bytes")) : format::none());
    m_stored->setDetail(known ? tr("of %1 at most").arg(format::bytes(number("max_bytes"))) : QString(),
                        share > 0.9   ? Tone::Bad
                        : share > 0.7 ? Tone::Warning
                                      : Tone::Neutral);
}

} // namespace tollgate::ui
