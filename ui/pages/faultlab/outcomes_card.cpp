#include "ui/pages/faultlab/outcomes_card.h"

#include "ui/models/format.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/wrap_columns.h"

#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>
#include <cmath>

namespace tollgate::ui {
namespace {

constexpr int kRows = 40;
constexpr int kChanges = 5;
enum Column { Number, Result, ServedBy, Attempts, Total, Count };

double percentile95(QList<double> values) {
    if (values.isEmpty())
        return std::nan("");
    std::sort(values.begin(), values.end());
    return values.at(qMin(values.size() - 1, values.size() * 95 / 100));
}

QString resultText(const TrafficOutcome& outcome) {
    return outcome.ok ? OutcomesCard::tr("answered") : outcome.problem;
}

} // namespace

OutcomesCard::OutcomesCard(QWidget* parent)
    : Card(tr("What happens"), parent) {
    auto* tiles = new WrapColumns(Theme::of(this).px(12));
    m_ok = new StatTile(tr("Answered"), {}, this);
    m_failed = new StatTile(tr("Failed"), {}, this);
    m_saved = new StatTile(tr("Saved"), {}, this);
    m_latency = new StatTile(tr("p95 latency"), QStringLiteral("p95"), this);
    for (StatTile* tile : {m_ok, m_failed, m_saved, m_latency})
        tiles->addColumn(tile);
    for (StatTile* tile : {m_ok, m_failed, m_saved, m_latency})
        tile->setSparkVisible(false); // the strip and the table below say more
    content()->addLayout(tiles);
    auto* row = makeRow(12);
    m_strip = new UptimeStrip(this);
    row->addWidget(m_strip);
    m_health = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_health->setWordWrap(true);
    row->addWidget(m_health, 1);
    content()->addLayout(row);
    m_model = new QStandardItemModel(0, Count, this);
    m_model->setHorizontalHeaderLabels({tr("#"), tr("result"), tr("served by"), tr("attempts"), tr("total")});
    for (const Column column : {Attempts, Total})
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table = new TableView(tr("Requests of the fault lab"), this);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(Result, QHeaderView::Stretch);
    m_table->setColumnWidth(Number, Theme::of(this).px(52));
    m_table->setColumnWidth(ServedBy, Theme::of(this).px(190));
    m_table->setColumnWidth(Attempts, Theme::of(this).px(84));
    m_table->setColumnWidth(Total, Theme::of(this).px(90));
    fitHeaders(m_table);
    content()->addWidget(m_table, 1);
}

void OutcomesCard::setTraffic(const TestTraffic& traffic) {
    const QList<TrafficOutcome>& outcomes = traffic.outcomes();
    QList<double> latencies;
    QList<double> cells;
    for (const TrafficOutcome& outcome : outcomes) {
        latencies.append(outcome.ok ? outcome.totalMs : std::nan(""));
        cells.append(outcome.ok ? 1 : 0);
    }
    QList<double> answered = latencies;
    answered.removeIf([](double value) { return std::isnan(value); });
    m_ok->setValue(QString::number(traffic.succeeded()), tr("of %1").arg(traffic.sent()));
    m_failed->setValue(QString::number(traffic.failed()));
    m_failed->setDetail(traffic.failed() > 0 ? tr("reached the caller") : QString(), Tone::Bad);
    m_saved->setValue(QString::number(traffic.saved()));
    m_saved->setDetail(traffic.saved() > 0 ? tr("by another try") : QString());
    const double p95 = percentile95(answered);
    const auto parts = std::isnan(p95) ? format::Scaled{format::none(), {}} : format::millisecondsParts(p95);
    m_latency->setValue(parts.number, parts.unit);
    m_strip->setRatios(cells.mid(qMax<qsizetype>(0, cells.size() - UptimeStrip::kCells)));
    m_summary = tr("%1 sent, %2 answered, %3 failed, %4 saved")
                    .arg(traffic.sent())
                    .arg(traffic.succeeded())
                    .arg(traffic.failed())
                    .arg(traffic.saved());

    const auto shown = static_cast<int>(qMin<qsizetype>(kRows, outcomes.size()));
    m_model->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const TrafficOutcome& outcome = outcomes.at(outcomes.size() - 1 - row);
        const QStringList texts{QString::number(outcome.number), resultText(outcome),
                                outcome.servedBy.isEmpty() ? format::none() : outcome.servedBy,
                                QString::number(outcome.attempts), format::milliseconds(outcome.totalMs)};
        for (int column = 0; column < Count; ++column) {
            const QModelIndex index = m_model->index(row, column);
            m_model->setData(index, texts.at(column));
            m_model->setData(index, texts.at(column), Qt::ToolTipRole);
            if (column >= Attempts)
                m_model->setData(index, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                                 Qt::TextAlignmentRole);
            if (column == Result)
                m_model->setData(index, static_cast<int>(outcome.ok ? ColorRole::Text : ColorRole::Bad),
                                 RowDelegate::ColorRoleRole);
            if (column == ServedBy)
                m_model->setData(index, true, RowDelegate::MonoRole);
        }
    }
}

void OutcomesCard::addHealthChange(const QString& text) {
    m_changes.prepend(text);
    m_changes = m_changes.mid(0, kChanges);
    m_health->setText(m_changes.join(u'\n'));
}

QStringList OutcomesCard::rows() const {
    QStringList rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < Count; ++column)
            cells << m_model->index(row, column).data().toString();
        rows << cells.join(QStringLiteral(" | "));
    }
    return rows;
}

} // namespace tollgate::ui
