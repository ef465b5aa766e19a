#include "ui/pages/traffic/traffic_controls.h"

#include "ui/widgets/menu_button.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmented_control.h"

#include <QMenu>
#include <QPushButton>

namespace tollgate::ui {

TrafficControls::TrafficControls(FilterLineEdit::Values values, QWidget* parent)
    : QWidget(parent)
    , m_filter(new FilterLineEdit(std::move(values), this))
    , m_quick(new SegmentedControl(tr("Quick filters"), this))
    , m_pause(new QPushButton(this))
    , m_export(
          makeMenuButton(MenuButtonKind::Framed, tr("Export every request that matches the filter"), this)) {
    m_quick->addSegment(QStringLiteral("all"), tr("All"), tr("Every request"));
    m_quick->addSegment(QStringLiteral("errors"), tr("Errors"), tr("Answered with 400 or above"));
    m_quick->addSegment(QStringLiteral("fallbacks"), tr("Fallbacks"),
                        tr("Answered by another target than the first"));
    m_quick->addSegment(QStringLiteral("streaming"), tr("Streaming"), tr("Answered as a stream"));
    m_quick->addSegment(QStringLiteral("slow"), tr("Slow"), tr("Took longer than two seconds"));

    setMenuButtonText(m_export, tr("Export"));
    QMenu* menu = m_export->menu();
    connect(menu->addAction(tr("Matching requests as CSV\u2026")), &QAction::triggered, this,
            &TrafficControls::csvWanted);
    connect(menu->addAction(tr("Matching requests as JSON lines\u2026")), &QAction::triggered, this,
            &TrafficControls::jsonLinesWanted);
    connect(menu->addAction(tr("Matching requests with their bodies as HTTP archive (HAR)\u2026")),
            &QAction::triggered, this, &TrafficControls::harWanted);
    connect(m_pause, &QPushButton::clicked, this, &TrafficControls::pauseClicked);

    auto* row = makeRow(12);
    row->addWidget(m_filter, 1);
    row->addWidget(m_quick);
    row->addWidget(m_pause);
    row->addWidget(m_export);
    setLayout(row);
    showPaused(true); // the wider of the two texts decides the width
    const int wide = m_pause->sizeHint().width();
    showPaused(false);
    m_pause->setMinimumWidth(std::max(wide, m_pause->sizeHint().width()));
}

void TrafficControls::showPaused(bool paused) {
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(paused ? tr("Resume the live list") : tr("Pause the live list"));
}

QString TrafficControls::quickFilter(const QString& id) {
    if (id == QLatin1String("errors"))
        return QStringLiteral("status:>=400");
    if (id == QLatin1String("fallbacks"))
        return QStringLiteral("note:fallback");
    if (id == QLatin1String("streaming"))
        return QStringLiteral("stream:true");
    if (id == QLatin1String("slow"))
        return QStringLiteral("latency:>2s");
    return {};
}

} // namespace tollgate::ui
