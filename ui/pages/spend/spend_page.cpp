#include "ui/pages/spend/spend_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/spend/anomalies_card.h"
#include "ui/pages/spend/spend_chart_card.h"
#include "ui/pages/spend/spend_controls.h"
#include "ui/pages/spend/spend_export.h"
#include "ui/pages/spend/spend_tiles.h"
#include "ui/pages/stopped_state.h"
#include "ui/shell/console_state.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QStackedLayout>

namespace tollgate::ui {

namespace {

const auto kRangeKey = QStringLiteral("spend/range");
const auto kRowsKey = QStringLiteral("spend/rows");
const auto kSplitKey = QStringLiteral("spend/split");

/// A bar of the share beside the amounts; everything else as in any table.
class SpendDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override {
        const QVariant share = index.data(SpendModel::ShareRole);
        if (!share.isValid())
            return RowDelegate::paintContent(painter, option, index);
        const Theme& theme = Theme::of(option.widget);
        const int thick = theme.px(6);
        QRectF bar(option.rect.left(), option.rect.center().y() - thick / 2.0 + 0.5, option.rect.width(),
                   thick);
        paintRoundedRect(*painter, bar, thick / 2.0, theme.color(ColorRole::Field),
                         theme.color(ColorRole::Border));
        bar.setWidth(std::max(2.0, bar.width() * share.toDouble()));
        paintRoundedRect(*painter, bar, thick / 2.0, theme.seriesColor(QStringLiteral("requests")), {});
    }
};

} // namespace

SpendPage::SpendPage(const UiContext& context, QWidget* parent)
    : Page(context, parent)
    , m_feed(*context.link) {
    using Kind = ResourceCatalogue::Kind;
    m_names = new ResourceCatalogue(
        context.link, {Kind::Users, Kind::Projects, Kind::Providers, Kind::Aliases, Kind::Keys}, this);
    if (const ConsoleState* state = context.state) {
        SpendQuery query;
        query.range = state->value(kRangeKey, query.range).toString();
        query.rows = state->value(kRowsKey, query.rows).toString();
        query.split = state->value(kSplitKey, query.split).toString();
        if (spend::dimensions().contains(query.rows) && spend::dimensions().contains(query.split))
            m_feed.setQuery(query);
    }
    m_stopped = new StoppedState(link(), this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(makeScrolled(makeContent(), tr("Spend"), this));
    m_stack->addWidget(m_stopped);
    connectFeed();
}

QWidget* SpendPage::makeContent() {
    auto* content = new QWidget(this);
    m_tiles = new SpendTiles(content);
    m_chart = new SpendChartCard(content);
    m_chart->setMinimumHeight(theme().px(210));
    m_anomalies = new AnomaliesCard(content);
    m_note = makeLabel({}, ColorRole::TextMuted, -0.25, QFont::Normal, content);
    m_note->setWordWrap(true);
    m_note->hide();

    auto* charts = makeRow(12);
    charts->addWidget(m_chart, 3);
    charts->addWidget(m_anomalies, 1);
    auto* column = makeColumn(12);
    column->setContentsMargins(theme().px(18), theme().px(14), theme().px(18), theme().px(14));
    column->addWidget(m_note);
    column->addWidget(m_tiles);
    column->addLayout(charts, 2);
    column->addWidget(makeTable(content), 3);
    content->setLayout(column);
    return content;
}

QWidget* SpendPage::makeTable(QWidget* parent) {
    auto* card = new Card({}, parent);
    card->setAccessibleName(tr("Cost as a table"));
    card->setMinimumHeight(theme().px(240));
    m_table = new TableView(tr("Cost"), card);
    m_table->setItemDelegate(new SpendDelegate(m_table));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    card->content()->addWidget(m_table);
    const auto follow = [this](const QModelIndex& index) {
        explain(index.data(SpendModel::TermsRole).toStringList());
    };
    connect(m_table, &QAbstractItemView::clicked, this, follow);
    connect(m_table, &TableView::rowActivated, this, follow);
    return card;
}

void SpendPage::connectFeed() {
    connect(&m_feed, &SpendFeed::usageRead, this, [this](const QJsonArray& usage, bool complete) {
        m_usage = usage;
        m_shown = m_feed.query();
        m_rows = SpendTable(usage, m_shown.rows, m_shown.split);
        const bool mirrors = m_shown.rows == QLatin1String("arm") || m_shown.split == QLatin1String("arm");
        if (!complete)
            say(tr("There are more combinations than one answer holds: the sums are not complete. "
                   "Filter, or choose a shorter range."),
                true);
        else
            say(mirrors ? tr("By arm, copies of mirrors are counted, too.") : QString(), false);
        if (m_controls)
            m_controls->filter()->showRefused(false);
        present();
    });
    connect(&m_feed, &SpendFeed::outlookRead, this, [this](const SpendOutlook& outlook) {
        m_outlook = outlook;
        present();
    });
    connect(&m_feed, &SpendFeed::budgetsRead, this, [this](const QJsonArray& budgets) {
        m_budgets = budgets;
        present();
    });
    connect(&m_feed, &SpendFeed::failed, this, [this](const QString& message, bool aboutFilter) {
        say(message, true);
        if (m_controls)
            m_controls->filter()->showRefused(aboutFilter);
    });
    connect(m_tiles, &SpendTiles::monthClicked, this, [this] {
        Q_EMIT navigate(QStringLiteral("traffic"), QStringLiteral("at:>=") + m_outlook.from.left(10));
    });
    connect(m_tiles, &SpendTiles::budgetsClicked, this,
            [this] { Q_EMIT navigate(QStringLiteral("budgets"), {}); });
    connect(m_tiles, &SpendTiles::unpricedClicked, this,
            [this] { explain({QStringLiteral("cost:unknown")}); });
    connect(m_chart, &SpendChartCard::termsClicked, this, &SpendPage::explain);
    connect(m_anomalies, &AnomaliesCard::filterWanted, this,
            [this](const QString& filter) { Q_EMIT navigate(QStringLiteral("traffic"), filter); });
    connect(&link(), &GatewayLink::stateChanged, this, &SpendPage::present);
    connect(&m_export, &FileExport::progress, this, [this](int percent) {
        if (m_controls)
            m_controls->showExport(m_export.isRunning(), percent);
    });
    connect(&m_export, &FileExport::finished, this, [this](const QString& path, const QString& error) {
        if (m_controls)
            m_controls->showExport(false, 0);
        if (error.isEmpty())
            context().messages->success(tr("Written to %1.").arg(path));
        else
            context().messages->error(tr("Nothing was written to %1: %2").arg(path, error));
        Q_EMIT exported(path, error);
    });
    present();
}

QWidget* SpendPage::createTitleControls(QWidget* parent) {
    using Kind = ResourceCatalogue::Kind;
    m_controls = new SpendControls(
        [this] {
            return QHash<QString, QStringList>{{QStringLiteral("user"), m_names->ids(Kind::Users)},
                                               {QStringLiteral("project"), m_names->ids(Kind::Projects)},
                                               {QStringLiteral("provider"), m_names->ids(Kind::Providers)},
                                               {QStringLiteral("alias"), m_names->ids(Kind::Aliases)},
                                               {QStringLiteral("key"), m_names->ids(Kind::Keys)}};
        },
        parent);
    m_controls->show(query());
    const auto change = [this](QString SpendQuery::*part) {
        return [this, part](const QString& value) {
            SpendQuery next = query();
            next.*part = value;
            setQuery(next);
        };
    };
    connect(m_controls, &SpendControls::rangeChosen, this, change(&SpendQuery::range));
    connect(m_controls, &SpendControls::splitChosen, this, change(&SpendQuery::split));
    connect(m_controls, &SpendControls::filterTyped, this, change(&SpendQuery::filter));
    connect(m_controls, &SpendControls::rowsChosen, this, [this](const QString& rows) {
        SpendQuery next = query();
        if (next.split == rows) // the two change places
            next.split = next.rows;
        next.rows = rows;
        setQuery(next);
    });
    connect(m_controls, &SpendControls::exportClicked, this, [this] {
        if (m_export.isRunning())
            m_export.cancel();
        else
            chooseFile();
    });
    return m_controls;
}

void SpendPage::setQuery(SpendQuery query) {
    m_feed.setQuery(query);
    if (m_controls)
        m_controls->show(query);
    remember();
}

void SpendPage::remember() const {
    if (ConsoleState* state = context().state) {
        state->setValue(kRangeKey, query().range);
        state->setValue(kRowsKey, query().rows);
        state->setValue(kSplitKey, query().split);
    }
}

void SpendPage::open(const QString& argument) {
    SpendQuery next = query();
    next.filter = argument;
    setQuery(next);
}

void SpendPage::activate() {
    m_names->setActive(true);
    m_feed.setActive(true);
}

void SpendPage::deactivate() {
    m_feed.setActive(false);
    m_names->setActive(false);
}

void SpendPage::present() {
    const bool reachable = link().state() == LinkState::Listening || m_feed.hasData();
    m_stopped->explain();
    m_stack->setCurrentIndex(reachable ? 0 : 1);
    const QDate today = m_feed.today();
    const QStringList shapeBefore{m_model.headerData(0, Qt::Horizontal).toString(),
                                  QString::number(m_model.columnCount())};
    m_model.setTable(m_rows, m_shown);
    const QStringList shape{m_model.headerData(0, Qt::Horizontal).toString(),
                            QString::number(m_model.columnCount())};
    if (shape != shapeBefore)
        setUpColumns();
    m_tiles->setTotal(m_rows.total());
    m_tiles->setOutlook(m_outlook, limitFor(m_budgets, {}, QStringLiteral("month")));
    // The forecast is of everything, so it stands only over everything.
    m_chart->setData(m_rows, m_shown, today,
                     m_shown.filter.isEmpty() ? m_outlook.forecastDays : QList<double>());
    const auto daily = limitFor(m_budgets, m_shown.filter, QStringLiteral("day"));
    m_chart->setLimit(daily ? std::optional(daily->usd) : std::nullopt);
    m_anomalies->setAnomalies(m_outlook.anomalies);
    Q_EMIT statusChanged();
}

void SpendPage::setUpColumns() {
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(false);
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_table->setColumnWidth(column, theme().px(112));
    m_table->setColumnWidth(SpendModel::Name, theme().px(170));
    m_table->setColumnWidth(SpendModel::Total, theme().px(96));
    m_table->setColumnWidth(SpendModel::Share, theme().px(90));
    m_table->setColumnWidth(SpendModel::Requests, theme().px(84));
    fitHeaders(m_table);
    if (!m_shown.hasSplit())
        header->setSectionResizeMode(SpendModel::Share, QHeaderView::Stretch);
    header->setSortIndicator(-1, Qt::AscendingOrder);
}

void SpendPage::say(const QString& text, bool isWarning) {
    setLabelRole(m_note, isWarning ? ColorRole::Warning : ColorRole::TextMuted);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

QString SpendPage::note() const {
    return m_note->isHidden() ? QString() : m_note->text();
}

void SpendPage::explain(const QStringList& terms) {
    Q_EMIT navigate(QStringLiteral("traffic"), spend::requestFilter(m_shown, m_feed.today(), terms));
}

void SpendPage::chooseFile() {
    const SpendSpan span = spend::spanOf(m_shown.range, m_feed.today());
    const QString suggested =
        QStringLiteral("spend-%1-%2.csv")
            .arg(span.from.toString(Qt::ISODate), span.lastDay(m_feed.today()).toString(Qt::ISODate));
    askForFile(this,
               {FileQuestion::For::Writing, tr("Export the table"), tr("CSV (*.csv)"), QStringLiteral("csv"),
                suggested},
               this, [this](const QString& path) { exportTo(path); });
}

void SpendPage::exportTo(const QString& path) {
    m_export.start(path, m_usage.size() + 1, [usage = m_usage, query = m_shown](qsizetype line) {
        return spend::csvRow(query, usage, line);
    });
}

QString SpendPage::statusText() const {
    if (m_rows.isEmpty())
        return tr("No requests in this range");
    const SpendSum& total = m_rows.total();
    return tr("%1 for %2 requests", nullptr, static_cast<int>(total.requests))
        .arg(SpendModel::amount(total), format::count(total.requests));
}

QString SpendPage::statusHint() const {
    return tr("Click a number to see its requests \u00b7 days are UTC");
}

} // namespace tollgate::ui
