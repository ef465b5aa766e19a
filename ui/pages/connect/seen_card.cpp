#include "ui/pages/connect/seen_card.h"

#include "ui/models/format.h"
#include "ui/widgets/badge.h"

#include <QDateTime>
#include <QGridLayout>
#include <QPushButton>

namespace tollgate::ui {
namespace {
constexpr int kShown = 5;
} // namespace

SeenCard::SeenCard(QWidget* parent)
    : Card(tr("Who really calls"), parent) {
    setCaption(tr("by User-Agent and key"));
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::of(this).px(12));
    m_grid->setVerticalSpacing(Theme::of(this).px(7));
    m_grid->setColumnStretch(3, 1);
    content()->addWidget(m_table);
    m_nobody = makeLabel(tr("No request of this program among the last ones. It appears here when it comes."),
                         ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_nobody->setWordWrap(true);
    content()->addWidget(m_nobody);
    setSeen({});
}

QString SeenCard::when(qint64 atMs) {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs);
    return at.date() == QDate::currentDate()
               ? format::clock(atMs)
               : tr("%1 %2").arg(format::dayShort(at.date().toString(Qt::ISODate)), format::clock(atMs));
}

void SeenCard::setSeen(const QList<ClientsSeen::Seen>& seen) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
    int row = 0;
    for (const ClientsSeen::Seen& one : seen.mid(0, kShown)) {
        const QString key = one.key.isEmpty() ? tr("no key") : tr("key %1").arg(one.key);
        const QString status = QString::number(one.status);
        auto* agent = makeMonoLabel(one.agent.left(48), ColorRole::Text, -0.5, m_table);
        agent->setToolTip(one.agent);
        m_grid->addWidget(makeLabel(when(one.atMs), ColorRole::Text, -0.5, QFont::Normal, m_table), row, 0);
        m_grid->addWidget(new Badge(status, one.status < 400 ? Tone::Good : Tone::Bad, m_table), row, 1);
        m_grid->addWidget(agent, row, 2);
        auto* rest =
            makeLabel(tr("%1 · %2").arg(key, one.target), ColorRole::TextMuted, -0.5, QFont::Normal, m_table);
        rest->setMinimumWidth(0);
        rest->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        m_grid->addWidget(rest, row, 3);
        auto* open = new QPushButton(tr("Show"), m_table);
        setKind(open, "link");
        open->setAccessibleName(tr("Show the last request of %1 in Traffic").arg(one.agent));
        connect(open, &QPushButton::clicked, this, [this, id = one.traceId] { Q_EMIT opened(id); });
        m_grid->addWidget(open, row, 4);
        m_lines << tr("%1, %2, %3, %4").arg(when(one.atMs), status, one.agent, key);
        ++row;
    }
    m_table->setVisible(row > 0);
    m_nobody->setVisible(row == 0);
}

} // namespace tollgate::ui
