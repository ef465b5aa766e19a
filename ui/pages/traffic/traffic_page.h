#pragma once
// Traffic: the live list of requests with its filter, and the inspector of the chosen one.

#include "ui/models/traffic_feed.h"
#include "ui/models/traffic_model.h"
#include "ui/pages/page.h"
#include "ui/pages/traffic/filter_vocabulary.h"
#include "ui/pages/traffic/traffic_exporter.h"

#include <QPointer>

class QSplitter;

namespace tollgate::ui {

class CurrentStack;
class ExportStrip;
class NoticeStrip;
class RequestInspector;
class RequestTable;
class TrafficControls;
class TrafficEmpty;

class TrafficPage : public Page {
    Q_OBJECT
public:
    explicit TrafficPage(const UiContext& context, QWidget* parent = nullptr);

    QWidget* createTitleControls(QWidget* parent) override;
    void activate() override;
    void deactivate() override;
    QString statusText() const override;
    QString statusHint() const override;
    void open(const QString& argument) override; ///< a filter

    TrafficModel& model() { return m_model; }
    TrafficFeed& feed() { return m_feed; }
    RequestTable* table() const { return m_table; }
    RequestInspector* inspector() const { return m_inspector; }
    NoticeStrip* notice() const { return m_notice; }
    TrafficEmpty* emptyState() const { return m_empty; }

    /// Every request that matches the filter.
    void exportTo(const QString& path, ExportFormat format);
    ExportStrip* exportStrip() const { return m_exportStrip; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitInspector();
    void connectTable();
    void connectExport();
    void addShortcuts();
    void applyFilter();
    void setFilterText(const QString& text);
    void togglePause();
    void focusFilter();
    void refresh();
    void showCellMenu(const QModelIndex& index, const QPoint& globalPosition);
    void chooseFile(ExportFormat format);
    void say(const QString& text);
    void replay(const RequestRow& row); ///< in the playground
    void replayChosen();

    TrafficModel m_model;
    TrafficFeed m_feed;
    FilterVocabulary m_vocabulary;
    TrafficExporter m_exporter;
    QPointer<TrafficControls> m_controls;
    QString m_filterText; ///< as typed, without the quick filter
    QSplitter* m_splitter = nullptr;
    bool m_splitChosen = false; ///< by hand, now or in an earlier session
    CurrentStack* m_listStack = nullptr;
    NoticeStrip* m_notice = nullptr;
    ExportStrip* m_exportStrip = nullptr;
    RequestTable* m_table = nullptr;
    TrafficEmpty* m_empty = nullptr;
    RequestInspector* m_inspector = nullptr;
};

} // namespace tollgate::ui
