#include "ui/pages/spend/anomalies_card.h"

#include "ui/models/format.h"
#include "ui/models/request_cells.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/warning_line.h"

namespace tollgate::ui {

namespace {
constexpr qsizetype kMostLines = 4;
} // namespace

AnomaliesCard::AnomaliesCard(QWidget* parent)
    : Card(tr("Unusual spending"), parent) {
    m_calm = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_calm->setWordWrap(true);
    m_calm->setText(tr("Nobody spends more than two and a half times their usual right now."));
    content()->addWidget(m_calm);
    for (qsizetype at = 0; at < kMostLines; ++at) {
        auto* line = new WarningLine(this);
        line->hide();
        content()->addWidget(line);
        m_lines << line;
        connect(line, &QAbstractButton::clicked, this, [this, at] {
            if (at < m_anomalies.size())
                Q_EMIT filterWanted(cells::term(QStringLiteral("user"), m_anomalies[at].user) +
                                    QStringLiteral(" at:>=") + m_anomalies[at].since);
        });
    }
    content()->addStretch(1);
}

void AnomaliesCard::setAnomalies(const QList<SpendOutlook::Anomaly>& anomalies) {
    m_anomalies = anomalies;
    m_calm->setVisible(anomalies.isEmpty());
    setCaption(anomalies.size() > kMostLines ? tr("top %1 of %2").arg(kMostLines).arg(anomalies.size())
                                             : QString());
    for (qsizetype at = 0; at < kMostLines; ++at) {
        if (at >= anomalies.size()) {
            m_lines[at]->setWarning({});
            continue;
        }
        const SpendOutlook::Anomaly& one = anomalies[at];
        m_lines[at]->setWarning(tr("%1: %2\u00d7 the usual since %3 \u2014 %4 in three hours, usually %5")
                                    .arg(one.user, format::fixed(one.ratio, one.ratio < 100 ? 1 : 0),
                                         format::clock(format::fromIso(one.since)),
                                         format::usd(one.recentUsd), format::usdSmall(one.usualUsd)));
    }
}

} // namespace tollgate::ui
