#include "ui/pages/overview/overview_controls.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/overview/overview_feed.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmented_control.h"

#include <QActionGroup>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>

namespace tollgate::ui {

OverviewControls::OverviewControls(GatewayLink& link, OverviewFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_link(link)
    , m_feed(feed)
    , m_range(new SegmentedControl(tr("Time range"), this))
    , m_project(makeMenuButton(MenuButtonKind::Framed, {}, this))
    , m_projects(m_project->menu())
    , m_freshness(makeLabel({}, ColorRole::TextMuted, -0.25, QFont::Normal, this))
    , m_pause(new QPushButton(this)) {
    m_range->addSegment(QStringLiteral("15m"), tr("15 min"), tr("The last 15 minutes"));
    m_range->addSegment(QStringLiteral("1h"), tr("1 h"), tr("The last hour"));
    m_range->addSegment(QStringLiteral("24h"), tr("24 h"), tr("The last day"));
    m_range->addSegment(QStringLiteral("7d"), tr("7 d"), tr("The last week"));
    m_range->addSegment(QStringLiteral("30d"), tr("30 d"), tr("The last 30 days"));
    m_range->setCurrent(feed.window());
    fillProjects({});

    auto* row = makeRow(12);
    row->addWidget(m_range);
    row->addWidget(m_project);
    row->addStretch(1);
    row->addWidget(m_freshness);
    row->addWidget(m_pause);
    setLayout(row);

    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, &OverviewControls::refresh);
    connect(m_range, &SegmentedControl::currentChanged, &feed, &OverviewFeed::setWindow);
    connect(m_projects, &QMenu::aboutToShow, this, &OverviewControls::askForProjects);
    connect(m_pause, &QPushButton::clicked, this, [this] { m_feed.setPaused(!m_feed.isPaused()); });
    connect(&feed, &OverviewFeed::stateChanged, this, &OverviewControls::refresh);
    refresh();
}

void OverviewControls::askForProjects() {
    m_link.get(QStringLiteral("/projects?limit=200"), this, [this](const GatewayReply& reply) {
        if (!reply.ok())
            return;
        QStringList names;
        for (const QJsonValue& value : reply.json.value(QLatin1String("data")).toArray())
            names << value.toObject().value(QLatin1String("name")).toString();
        names.sort();
        fillProjects(names);
    });
}

void OverviewControls::fillProjects(const QStringList& names) {
    m_projects->clear();
    auto* group = new QActionGroup(m_projects);
    const auto add = [&](const QString& text, const QString& project) {
        QAction* action = m_projects->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(project == m_feed.project());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, project] {
            m_feed.setProject(project);
            refresh();
        });
    };
    add(tr("All projects"), {});
    for (const QString& name : names)
        add(name, name);
}

QString OverviewControls::freshness() const {
    return m_freshness->text();
}

void OverviewControls::refresh() {
    const QString project = m_feed.project();
    setMenuButtonText(m_project, project.isEmpty() ? tr("All projects") : project);
    m_project->setAccessibleName(tr("Project: %1").arg(project.isEmpty() ? tr("all") : project));
    const bool paused = m_feed.isPaused();
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(paused ? tr("Resume updating") : tr("Pause updating"));

    const qint64 seconds = m_feed.ageMs() / 1000;
    const QString updated = !m_feed.hasData() ? tr("no numbers yet")
                            : seconds < 120   ? tr("updated %1 s ago").arg(seconds)
                                              : tr("updated %1 min ago").arg(seconds / 60);
    const QString state = paused                       ? tr("Paused")
                          : m_feed.failure().isEmpty() ? tr("Live")
                                                       : tr("Not answering");
    setLabelRole(m_freshness, m_feed.failure().isEmpty() ? ColorRole::TextMuted : ColorRole::Warning);
    m_freshness->setText(state % u" \u00b7 " % updated);
    m_freshness->setToolTip(m_feed.failure().toHtmlEscaped());
}

void OverviewControls::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_seconds.start();
    refresh();
}

void OverviewControls::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_seconds.stop();
}

} // namespace tollgate::ui
