#pragma once
// One batch: how far it is, what it costs, its items, and its results as a file.

#include "ui/pages/jobs/batch_download.h"
#include "ui/pages/jobs/job_detail.h"
#include "ui/pages/jobs/jobs_model.h"

namespace tollgate::ui {

class BatchBar;
class EmptyState;
class SegmentedControl;
class TableView;
class UsageBar;

class BatchDetail : public JobDetail {
    Q_OBJECT
public:
    BatchDetail(GatewayLink& link, QWidget* parent);

    void setActive(bool active);
    void refresh(); ///< its items
    void downloadTo(const QString& path);

    JobsModel& items() { return m_items; }
    TableView* table() const { return m_table; }
    SegmentedControl* filter() const { return m_filter; }

Q_SIGNALS:
    void downloaded(const QString& path, qint64 lines, const QString& error);

protected:
    QString idOf(const QJsonObject& object) const override;
    void show(const QJsonObject& object, bool isOther) override;

private:
    void makeItems();
    void makeDownload();
    void chooseFile();
    void setItemsSource();
    void presentItems();

    JobsModel m_items;
    BatchDownload m_download;
    BatchBar* m_bar = nullptr;
    QLabel* m_progress = nullptr;
    QLabel* m_money = nullptr;
    UsageBar* m_budget = nullptr;
    QLabel* m_project = nullptr;
    QLabel* m_created = nullptr;
    QLabel* m_finished = nullptr;
    SegmentedControl* m_filter = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_none = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_traffic = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace tollgate::ui
