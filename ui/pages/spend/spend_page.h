#pragma once
// Spend: what was spent, by any two dimensions, as a chart and a table of the same numbers; what the month
// will come to; who spends unlike themselves. Every number leads to its requests.

#include "ui/models/file_export.h"
#include "ui/pages/page.h"
#include "ui/pages/spend/spend_feed.h"
#include "ui/pages/spend/spend_model.h"

#include <QPointer>

class QLabel;
class QStackedLayout;

namespace tollgate::ui {

class AnomaliesCard;
class StoppedState;
class ResourceCatalogue;
class SpendChartCard;
class SpendControls;
class SpendTiles;
class TableView;

class SpendPage : public Page {
    Q_OBJECT
public:
    explicit SpendPage(const UiContext& context, QWidget* parent = nullptr);

    QWidget* createTitleControls(QWidget* parent) override;
    void activate() override;
    void deactivate() override;
    QString statusText() const override;
    QString statusHint() const override;
    /// "user:alice": only what this filter lets through.
    void open(const QString& argument) override;

    void setQuery(SpendQuery query);
    const SpendQuery& query() const { return m_feed.query(); }
    /// Writes the rows of the latest answer.
    void exportTo(const QString& path);

    const SpendModel& model() const { return m_model; }
    TableView* table() const { return m_table; }
    SpendChartCard* chartCard() const { return m_chart; }
    SpendTiles* tiles() const { return m_tiles; }
    AnomaliesCard* anomalies() const { return m_anomalies; }
    QString note() const; ///< under the controls: what the filter did not like, what is not complete

Q_SIGNALS:
    void exported(const QString& path, const QString& error);

private:
    QWidget* makeContent();
    QWidget* makeTable(QWidget* parent);
    void connectFeed();
    void present();
    void setUpColumns();
    void say(const QString& text, bool isWarning);
    void explain(const QStringList& terms);
    void chooseFile();
    void remember() const;

    SpendFeed m_feed;
    SpendModel m_model;
    FileExport m_export;
    ResourceCatalogue* m_names = nullptr;
    QPointer<SpendControls> m_controls;
    SpendTiles* m_tiles = nullptr;
    SpendChartCard* m_chart = nullptr;
    AnomaliesCard* m_anomalies = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_note = nullptr;
    StoppedState* m_stopped = nullptr;
    QStackedLayout* m_stack = nullptr;
    QJsonArray m_usage;
    SpendQuery m_shown; ///< what m_usage answers
    SpendTable m_rows;
    SpendOutlook m_outlook;
    QJsonArray m_budgets;
};

} // namespace tollgate::ui
