#include "ui/pages/spend/anomalies_card.h"

#include "ui/models/format.h"
#include "ui/models/request_cells.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/warning_line.h"

#include <QDateTime>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tollgate::ui {

namespace {
constexpr qsizetype kMostLines = 4;

/// "14:05" of today, "Nov 22 14:05" of another day.
QString sinceText(const QString& since) {
    const qint64 at = format::fromIso(since);
    const QDate day = QDateTime::fromMSecsSinceEpoch(at).date();
    const QString clock = format::clock(at);
    return day == QDate::currentDate() ? clock
                                       : QString(format::dayShort(day.toString(Qt::ISODate)) + u' ' + clock);
}

} // namespace

AnomaliesCard::AnomaliesCard(QWidget* parent)
    : Card(tr("Unusual spending"), parent) {
    m_calm = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_calm->setWordWrap(true);
    m_calm->setText(tr("Nobody spends more than two and a half times their usual right now."));
    content()->addWidget(m_calm);
    m_more = new QPushButton(this);
    setKind(m_more, "link");
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fillLines();
    });
    content()->addWidget(m_more, 0, Qt::AlignLeft);
    content()->addStretch(1);
}

void AnomaliesCard::addLine() {
    auto* line = new WarningLine(this);
    line->hide();
    const qsizetype at = m_lines.size();
    content()->insertWidget(content()->indexOf(m_more), line);
    if (at > 0)
        setTabOrder(m_lines.last(), line);
    setTabOrder(line, m_more);
    m_lines << line;
    connect(line, &QAbstractButton::clicked, this, [this, at] {
        if (at < m_anomalies.size())
            Q_EMIT filterWanted(cells::term(QStringLiteral("user"), m_anomalies[at].user) +
                                QStringLiteral(" at:>=") + m_anomalies[at].since);
    });
}

void AnomaliesCard::setAnomalies(const QList<SpendOutlook::Anomaly>& anomalies) {
    m_anomalies = anomalies;
    fillLines();
}

void AnomaliesCard::fillLines() {
    const QList<SpendOutlook::Anomaly>& anomalies = m_anomalies;
    m_calm->setVisible(anomalies.isEmpty());
    const bool tooMany = anomalies.size() > kMostLines;
    const qsizetype shown = m_all ? anomalies.size() : std::min(anomalies.size(), kMostLines);
    setCaption(shown < anomalies.size() ? tr("top %1 of %2").arg(shown).arg(anomalies.size()) : QString());
    m_more->setVisible(tooMany);
    m_more->setText(m_all ? tr("Show fewer") : tr("Show all"));
    while (m_lines.size() < shown)
        addLine();
    for (qsizetype at = 0; at < m_lines.size(); ++at) {
        if (at >= shown) {
            m_lines[at]->setWarning({});
            continue;
        }
        const SpendOutlook::Anomaly& one = anomalies[at];
        m_lines[at]->setWarning(tr("%1: %2\u00d7 the usual since %3 \u2014 %4 in three hours, usually %5")
                                    .arg(one.user, format::fixed(one.ratio, one.ratio < 100 ? 1 : 0),
                                         sinceText(one.since), format::usdSmall(one.recentUsd),
                                         format::usdSmall(one.usualUsd)));
    }
}

} // namespace tollgate::ui
