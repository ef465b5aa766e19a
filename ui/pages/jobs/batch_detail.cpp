#include "ui/pages/jobs/batch_detail.h"

#include "ui/models/format.h"
#include "ui/pages/audit/audit_text.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/pages/jobs/progress_bar.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/card.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/segmented_control.h"

#include <QHeaderView>
#include <QPushButton>

namespace tollgate::ui {

BatchDetail::BatchDetail(GatewayLink& link, QWidget* parent)
    : JobDetail(link, parent)
    , m_items(link, JobsKind::Items)
    , m_download(link, this) {
    m_project = addFact(tr("project"));
    m_created = addFact(tr("submitted"));
    m_finished = addFact(tr("finished"));
    m_bar = new BatchBar(this);
    m_progress = makeLabel({}, ColorRole::Text, -0.25, QFont::Normal, this);
    m_money = makeLabel({}, ColorRole::Text, -0.25, QFont::Normal, this);
    m_money->setWordWrap(true);
    m_budget = new UsageBar(this);
    m_budget->setAccessibleName(tr("Spent of the budget of the batch"));
    column()->addWidget(m_bar);
    column()->addWidget(m_progress);
    column()->addWidget(m_money);
    column()->addWidget(m_budget);
    makeItems();
    m_save = addButton(tr("Save the results\u2026"), QStringLiteral("saveResults"));
    m_traffic = addButton(tr("Show in Traffic"), QStringLiteral("toTraffic"));
    m_cancel = addButton(tr("Cancel the batch\u2026"), QStringLiteral("cancelBatch"), "danger");
    addButtonRow();
    makeDownload();
    connect(m_traffic, &QPushButton::clicked, this, [this] {
        QStringList terms{QStringLiteral("at:>=") + object().value(u"created_at").toString()};
        if (const QString end = object().value(u"finished_at").toString(); !end.isEmpty())
            terms << QStringLiteral("at:<=") + end;
        if (const QString project = object().value(u"project").toString(); !project.isEmpty())
            terms.prepend(QStringLiteral("project:") + project);
        Q_EMIT trafficWanted(terms.join(u' '));
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        askToSend(tr("Cancel this batch? What runs may end; nothing else of it begins."),
                  tr("Cancel the batch"), tr("Let it run"), QStringLiteral("/batches/%1/cancel").arg(id()),
                  tr("Nothing more of the batch begins."));
    });
}

void BatchDetail::makeItems() {
    auto* card = new Card(tr("Requests"), this);
    m_filter = new SegmentedControl(tr("Which requests of the batch"), card);
    m_filter->addSegment({}, tr("All"));
    m_filter->addSegment(QStringLiteral("failed"), tr("Failed"));
    m_filter->addSegment(QStringLiteral("processing"), tr("Running"));
    card->addHeaderWidget(m_filter);
    m_table = new TableView(tr("Requests of the batch"), card);
    m_table->setItemDelegate(new JobsDelegate(m_table));
    m_table->setModel(&m_items);
    m_table->setMinimumHeight(Theme::of(this).px(120));
    QHeaderView* header = m_table->horizontalHeader();
    for (int at = 0; at < m_items.columnCount(); ++at) {
        const int width = m_items.columns().at(at).width;
        if (width > 0)
            m_table->setColumnWidth(at, Theme::of(this).px(width));
        else
            header->setSectionResizeMode(at, QHeaderView::Stretch);
    }
    fitHeaders(m_table);
    m_none = makeLabel({}, ColorRole::TextMuted, -0.25, QFont::Normal, card);
    m_none->setWordWrap(true);
    card->content()->addWidget(m_none);
    card->content()->addWidget(m_table, 1);
    column()->addWidget(card, 1);
    connect(m_filter, &SegmentedControl::currentChanged, this, &BatchDetail::setItemsSource);
    connect(&m_items, &JobsModel::changed, this, &BatchDetail::presentItems);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        const QString trace = index.data(JobsModel::ObjectRole).toJsonObject().value(u"trace_id").toString();
        if (!trace.isEmpty())
            Q_EMIT trafficWanted(QStringLiteral("trace:") + trace);
    });
}

void BatchDetail::makeDownload() {
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_download.isRunning())
            m_download.cancel();
        else
            chooseFile();
    });
    connect(&m_download, &BatchDownload::progress, this,
            [this](int percent) { m_save->setText(tr("Stop saving (%1 %)").arg(percent)); });
    connect(&m_download, &BatchDownload::finished, this,
            [this](const QString& path, qint64 lines, const QString& error) {
                m_save->setText(tr("Save the results\u2026"));
                Q_EMIT downloaded(path, lines, error);
            });
}

QString BatchDetail::idOf(const QJsonObject& object) const {
    return object.value(u"id").toString();
}

void BatchDetail::show(const QJsonObject& object, bool isOther) {
    const QString status = object.value(u"status").toString();
    say(m_project, object.value(u"project").toString());
    say(m_created, auditText::when(object.value(u"created_at").toString()));
    const QString finished = object.value(u"finished_at").toString();
    say(m_finished, finished.isEmpty() ? QString()
                                       : tr("%1, kept until %2")
                                             .arg(auditText::when(finished),
                                                  auditText::when(object.value(u"expires_at").toString())));
    m_bar->setBatch(object);
    m_progress->setText(jobsText::progress(object));
    m_money->setText(jobsText::money(object));
    const QJsonValue budget = object.value(u"budget_usd");
    m_budget->setVisible(budget.isDouble());
    m_budget->setUsage(object.value(u"cost_usd").toDouble(), 0, budget.toDouble());
    m_cancel->setVisible(jobsText::isOpen(status));
    m_save->setEnabled(object.value(u"completed").toInteger() + object.value(u"failed").toInteger() +
                           object.value(u"cancelled").toInteger() >
                       0);
    if (isOther)
        setItemsSource();
}

void BatchDetail::setItemsSource() {
    const QString state = m_filter->current();
    m_items.setSource(id().isEmpty() ? QString() : QStringLiteral("/batches/%1/items").arg(id()),
                      state.isEmpty() ? QString() : QString(QStringLiteral("status=") + state));
    presentItems();
}

void BatchDetail::setActive(bool active) {
    m_items.setActive(active);
}

void BatchDetail::refresh() {
    m_items.refresh();
}

void BatchDetail::presentItems() {
    const bool any = m_items.rowCount() > 0;
    m_table->setVisible(any);
    m_none->setVisible(!any);
    m_none->setText(!m_items.failure().isEmpty()                     ? m_items.failure()
                    : !m_items.hasAnswer()                           ? tr("Reading\u2026")
                    : m_filter->current() == QLatin1String("failed") ? tr("None of them has failed.")
                                                                     : tr("None of them runs right now."));
}

void BatchDetail::chooseFile() {
    askForFile(this,
               {FileQuestion::For::Writing, tr("Save the results"), tr("JSON lines (*.jsonl)"),
                QStringLiteral("jsonl"), id() + QStringLiteral(".jsonl")},
               this, [this](const QString& path) { downloadTo(path); });
}

void BatchDetail::downloadTo(const QString& path) {
    m_download.start(id(), object().value(u"total").toInteger(), path);
}

} // namespace tollgate::ui
