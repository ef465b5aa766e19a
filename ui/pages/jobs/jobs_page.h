#pragma once
// Jobs: what outlives its caller. Tasks, batches and webhooks, how the queue stands, and what can be done.

#include "ui/pages/jobs/jobs_model.h"
#include "ui/pages/page.h"

#include <QPointer>
#include <QTimer>

#include <array>

class QSplitter;

namespace tollgate::ui {

class BatchDetail;
class CurrentStack;
class JobDetail;
class JobsControls;
class JobsEmpty;
class JobsTiles;
class TableView;
class TaskDetail;
class WebhookDetail;

class JobsPage : public Page {
    Q_OBJECT
public:
    explicit JobsPage(const UiContext& context, QWidget* parent = nullptr);

    QWidget* createTitleControls(QWidget* parent) override;
    void activate() override;
    void deactivate() override;
    QString statusText() const override;
    QString statusHint() const override;
    /// "tasks", "batches" or "webhooks", then what to filter by: "webhooks status:dead project:x".
    void open(const QString& argument) override;

    QString list() const; ///< "tasks", "batches" or "webhooks"
    JobsModel& model() { return *current().model; }
    TableView* table() const { return current().table; }
    JobDetail* detail() const { return current().detail; }
    JobsEmpty* emptyState() const { return m_empty; }
    BatchDetail* batchDetail() const { return m_batch; }
    void choose(int row);

private:
    enum { Tasks, Batches, Webhooks, ListCount };
    struct List {
        const char* id = "";
        JobsModel* model = nullptr;
        TableView* table = nullptr;
        JobDetail* detail = nullptr;
        QString status;
    };

    const List& current() const { return m_lists[static_cast<std::size_t>(m_current)]; }
    List& current() { return m_lists[static_cast<std::size_t>(m_current)]; }
    void addList(int which, const char* id, JobsKind kind, const QString& name, JobDetail* detail);
    void setUpColumns(const List& list);
    void connectDetail(JobDetail* detail);
    void setList(int which);
    void setFilter(const QString& status, const QString& project);
    void applyFilter();
    void onEvent(const QString& type, const QJsonObject& payload);
    void read();
    void present();
    void presentDetail();
    void askToResendAll();
    void resendAll();

    std::array<List, ListCount> m_lists;
    int m_current = Tasks;
    QString m_project;
    QJsonObject m_state;  ///< GET /jobs
    QJsonObject m_gauges; ///< of the last tick
    int m_ticks = 0;
    bool m_active = false;
    bool m_asking = false;
    bool m_isBeside = false; ///< the detail shows what is not in the list
    QTimer m_again;          ///< after something was changed
    QPointer<JobsControls> m_controls;
    JobsTiles* m_tiles = nullptr;
    QSplitter* m_split = nullptr;
    CurrentStack* m_stack = nullptr;
    CurrentStack* m_details = nullptr;
    JobsEmpty* m_empty = nullptr;
    TaskDetail* m_task = nullptr;
    BatchDetail* m_batch = nullptr;
    WebhookDetail* m_webhook = nullptr;
};

} // namespace tollgate::ui
