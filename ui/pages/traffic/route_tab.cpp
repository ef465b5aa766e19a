#include "ui/pages/traffic/route_tab.h"

#include "ui/models/request_cells.h"
#include "ui/pages/traffic/cost_table.h"
#include "ui/pages/traffic/timeline_bars.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/paint.h"

#include <QPushButton>

namespace tollgate::ui {

namespace {

QString flagsText(const RequestRow& row) {
    QStringList parts;
    if (!row.promptVersion.isEmpty())
        parts << RouteTab::tr("prompt %1")
                     .arg(row.prompt.isEmpty() ? row.promptVersion
                                               : QString(row.prompt % u' ' % row.promptVersion));
    if (!row.flag.isEmpty())
        parts << (row.arm.isEmpty() ? row.flag : QString(row.flag % u" \u2192 " % row.arm));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString outcomeOf(const RequestRow& row) {
    const QString why = row.error.isEmpty() ? row.errorCode : row.error;
    if (row.outcome == QLatin1String("ok") || row.outcome.isEmpty())
        return {};
    const QString how = cells::outcomeText(row);
    return why.isEmpty() ? how : QString(how % u": " % why);
}

} // namespace

RouteTab::RouteTab(QWidget* parent)
    : QScrollArea(parent) {
    const Theme& theme = Theme::of(this);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Route"));
    auto* inside = new QWidget(this);
    inside->setObjectName(QStringLiteral("scrollContent"));
    auto* column = makeColumn(4);
    column->setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(14));

    m_outcome = makeLabel({}, ColorRole::Warning, -0.75, QFont::Normal, inside);
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_outcome);
    m_timeline = new TimelineBars(inside);
    m_timelineTitle = addSection(column, tr("Timeline"), m_timeline);
    m_reasons = new NumberedSentences(inside);
    m_reasonsTitle = addSection(column, tr("Why this route"), m_reasons);
    m_flags = makeLabel({}, ColorRole::Text, -0.75, QFont::Normal, inside);
    m_flags->setWordWrap(true);
    m_flagsTitle = addSection(column, tr("Flags"), m_flags);
    m_translation = new NumberedSentences(inside);
    m_translation->setAccessibleName(tr("Changed on the way"));
    m_translationTitle = addSection(column, tr("Changed on the way"), m_translation);
    m_cost = new CostTable(false, inside);
    addSection(column, tr("Cost"), m_cost);

    auto* curl = new QPushButton(tr("Copy as curl"), inside);
    auto* json = new QPushButton(tr("Copy as JSON"), inside);
    curl->setAccessibleName(curl->text());
    json->setAccessibleName(json->text());
    connect(curl, &QPushButton::clicked, this, &RouteTab::curlWanted);
    connect(json, &QPushButton::clicked, this, &RouteTab::jsonWanted);
    auto* har = new QPushButton(tr("Save as HAR\u2026"), inside);
    har->setAccessibleName(har->text());
    connect(har, &QPushButton::clicked, this, &RouteTab::harWanted);
    auto* buttons = new FlowLayout(nullptr, theme.px(8));
    buttons->addWidget(curl);
    buttons->addWidget(json);
    buttons->addWidget(har);
    column->addSpacing(theme.px(6));
    column->addLayout(buttons);
    column->addStretch(1);
    inside->setLayout(column);
    setWidget(inside);
}

QLabel* RouteTab::addSection(QVBoxLayout* column, const QString& title, QWidget* content) {
    auto* label = makeLabel(title, ColorRole::Text, -0.75, QFont::DemiBold, this);
    label->setContentsMargins(0, Theme::of(this).px(6), 0, Theme::of(this).px(2));
    column->addWidget(label);
    column->addWidget(content);
    return label;
}

void RouteTab::setDetail(const RequestDetail& detail) {
    const QString outcome = outcomeOf(detail.row);
    m_outcome->setText(outcome);
    m_outcome->setVisible(!outcome.isEmpty());
    m_timeline->setParts(detail.timeline);
    m_timelineTitle->setVisible(!detail.timeline.isEmpty());
    m_timeline->setVisible(!detail.timeline.isEmpty());
    m_reasons->setSentences(detail.decision);
    m_reasonsTitle->setVisible(!detail.decision.isEmpty());
    m_reasons->setVisible(!detail.decision.isEmpty());
    const QString flags = flagsText(detail.row);
    m_flags->setText(flags);
    m_flagsTitle->setVisible(!flags.isEmpty());
    m_flags->setVisible(!flags.isEmpty());
    m_translation->setSentences(detail.translation);
    m_translationTitle->setVisible(!detail.translation.isEmpty());
    m_translation->setVisible(!detail.translation.isEmpty());
    m_cost->setDetail(detail);
}

} // namespace tollgate::ui
