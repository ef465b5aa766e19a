#include "ui/pages/overview/canary_card.h"

#include "ui/models/api_words.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/models/request_cells.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace tollgate::ui {

namespace {

constexpr std::array kSteps{25, 50, 100};
constexpr int kSignificantRole = Qt::UserRole + 1;

QString flagPath(const QString& key) {
    return u"/flags/" % QString::fromLatin1(QUrl::toPercentEncoding(key));
}

/// Of small models a thousand requests have a price that one can read.
bool isPerThousand(const CanaryMetric& row) {
    return row.metric == QLatin1String("cost_per_request_usd") &&
           std::max(row.stable.value_or(0), row.canary.value_or(0)) < 0.001;
}

QString valueText(const CanaryMetric& row, const MaybeNumber& value) {
    if (!value)
        return format::none();
    if (row.metric == QLatin1String("error_rate"))
        return format::fixed(*value * 100, 2) % u"\u00a0%";
    if (row.metric == QLatin1String("p95_ms"))
        return format::milliseconds(*value);
    return format::usdEach(isPerThousand(row) ? *value * 1000 : *value);
}

QString metricName(const CanaryMetric& row) {
    const QString& metric = row.metric;
    if (metric == QLatin1String("p95_ms"))
        return CanaryCard::tr("p95 latency");
    if (metric == QLatin1String("error_rate"))
        return CanaryCard::tr("error rate");
    if (metric == QLatin1String("cost_per_request_usd"))
        return isPerThousand(row) ? CanaryCard::tr("cost / 1000") : CanaryCard::tr("cost / request");
    return QString(metric).replace(u'_', u' ');
}

/// Error rates differ by points, the rest by a share.
QString differenceText(const CanaryMetric& row) {
    if (!row.difference)
        return format::none();
    const double shown = *row.difference * 100;
    const QString sign = shown > 0 ? QStringLiteral("+") : shown < 0 ? QStringLiteral("\u2212") : QString();
    if (row.metric == QLatin1String("error_rate"))
        return sign % format::fixed(std::abs(shown), 2);
    return sign % format::fixed(std::abs(shown), 0) % u"\u00a0%";
}

/// The difference and, when it may be chance, a muted "n.s." after it.
class CanaryDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return RowDelegate::sizeHint(option, index) +
               QSize(mayBeChance(index) ? asideWidth(QFontMetrics(Theme::of(option.widget).textFont(-0.25)))
                                        : 0,
                     0);
    }

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override {
        if (!mayBeChance(index)) {
            RowDelegate::paintContent(painter, option, index);
            return;
        }
        const Theme& theme = Theme::of(option.widget);
        painter->setFont(theme.textFont(-0.25));
        painter->setPen(theme.color(ColorRole::TextMuted));
        paintText(*painter, option.rect, Qt::AlignRight | Qt::AlignVCenter, aside());
        painter->setPen(theme.color(ColorRole::Text));
        paintText(*painter, option.rect.adjusted(0, 0, -asideWidth(painter->fontMetrics()), 0),
                  Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    }

private:
    static bool mayBeChance(const QModelIndex& index) {
        const QVariant significant = index.data(kSignificantRole);
        return significant.isValid() && !significant.toBool();
    }
    static QString aside() { return CanaryCard::tr("n.s."); }
    static int asideWidth(const QFontMetrics& metrics) {
        return metrics.horizontalAdvance(QString(u' ' % aside()));
    }
};

} // namespace

CanaryCard::CanaryCard(GatewayLink& link, MessageBar* messages, QWidget* parent)
    : Card(tr("Canary"), parent)
    , m_link(link)
    , m_messages(messages)
    , m_undo(UndoStack::of(link, messages))
    , m_running(new QWidget(this))
    , m_empty(new EmptyState(
          QStringLiteral("flags"), tr("No canary is running"),
          tr("A canary flag sends a share of an alias to another model and compares both."), this))
    , m_verdict(new Badge({}, Tone::Neutral, this))
    , m_split(new SplitBar(m_running))
    , m_facts(makeLabel({}, ColorRole::TextMuted, -0.75, QFont::Normal, m_running))
    , m_rows(new QStandardItemModel(this))
    , m_table(new TableView(tr("Canary compared with stable"), m_running)) {
    connect(m_undo, &UndoStack::undone, this, [this](const UndoStep& step) {
        if (step.spec.collection == specs::flags().collection)
            Q_EMIT changed();
    });
    const Theme& theme = Theme::of(this);
    addHeaderWidget(m_verdict);
    m_table->setItemDelegate(new CanaryDelegate(m_table));
    m_table->setModel(m_rows);
    m_table->setFitsRows(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setHorizontalHeaderLabels({QString(), tr("stable"), tr("canary"), tr("difference")});
    for (int column = 1; column < 4; ++column)
        m_rows->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeader()->setMinimumSectionSize(theme.px(64));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);

    auto* column = makeColumn(6);
    column->addWidget(m_split);
    column->addWidget(m_facts);
    column->addWidget(m_table);
    column->addStretch(1);
    column->addWidget(makeActions());
    m_running->setLayout(column);
    content()->addWidget(m_running, 1);
    content()->addWidget(m_empty, 1);
    connect(m_empty->addButton(tr("Open flags")), &QPushButton::clicked, this, &CanaryCard::flagsWanted);
    const auto chosen = [this](const QModelIndex& index) {
        if (!m_report)
            return;
        QString terms = cells::term(QStringLiteral("flag"), m_report->flag);
        if (index.column() == 1 || index.column() == 2)
            terms += index.column() == 1 ? u" arm:stable" : u" arm:canary";
        Q_EMIT filterWanted(terms);
    };
    connect(m_table, &QAbstractItemView::clicked, this, chosen);
    connect(m_table, &TableView::rowActivated, this, chosen);
    setData({});
}

QWidget* CanaryCard::makeActions() {
    auto* actions = new QWidget(m_running);
    auto* row = makeRow(8);
    for (const int percent : kSteps) {
        auto* button = new QPushButton(QString::number(percent) % QChar(0x00a0) % u'%', actions);
        button->setAccessibleName(tr("Send %1 percent to the canary").arg(percent));
        button->setToolTip(button->accessibleName());
        connect(button, &QPushButton::clicked, this, [this, percent] { rollForward(percent); });
        row->addWidget(button);
        m_forward << button;
    }
    row->addStretch(1);
    m_back = new QPushButton(tr("Roll back"), actions);
    m_back->setAccessibleName(tr("Roll the canary back"));
    setKind(m_back, "danger");
    connect(m_back, &QPushButton::clicked, this, &CanaryCard::rollBack);
    row->addWidget(m_back);
    actions->setLayout(row);
    return actions;
}

void CanaryCard::setData(const std::optional<CanaryReport>& report) {
    m_report = report;
    m_running->setVisible(report.has_value());
    m_empty->setVisible(!report);
    m_verdict->setVisible(report.has_value());
    setTitle(report ? tr("Canary \u00b7") : tr("Canary"));
    setTitleSuffix(report ? report->alias : QString());
    if (!report)
        return;
    if (report->verdict == QLatin1String("healthy"))
        m_verdict->set(tr("healthy"), Tone::Good);
    else if (report->verdict == QLatin1String("worse"))
        m_verdict->set(tr("worse"), Tone::Bad);
    else
        m_verdict->set(tr("not enough data"), Tone::Neutral);
    m_split->setSplit(tr("stable"), {}, report->actualPercent.value_or(report->rolloutPercent));
    m_facts->setText(tr("target %1 \u00b7 sticky by %2 \u00b7 %3 requests")
                         .arg(format::fixed(report->rolloutPercent, 0) % QChar(0x00a0) % u'%',
                              words::subject(report->stickyBy), format::count(report->requests)));
    fillRows(*report);
    setBusy(m_busy);
}

void CanaryCard::fillRows(const CanaryReport& report) {
    m_rows->setRowCount(static_cast<int>(report.rows.size()));
    const auto put = [this](int row, int column, const QString& text) {
        if (!m_rows->item(row, column))
            m_rows->setItem(row, column, new QStandardItem);
        QStandardItem* item = m_rows->item(row, column);
        item->setText(text);
        item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        return item;
    };
    for (int row = 0; row < report.rows.size(); ++row) {
        const CanaryMetric& metric = report.rows[row];
        put(row, 0, metricName(metric))
            ->setToolTip(isPerThousand(metric) ? tr("What a thousand requests cost") : QString());
        put(row, 1, valueText(metric, metric.stable));
        put(row, 2, valueText(metric, metric.canary));
        QStandardItem* difference = put(row, 3, differenceText(metric));
        const bool worse = metric.significant && metric.difference.value_or(0) > 0;
        difference->setData(static_cast<int>(worse                ? ColorRole::Warning
                                             : metric.significant ? ColorRole::Good
                                                                  : ColorRole::Text),
                            RowDelegate::ColorRoleRole);
        difference->setData(metric.difference ? QVariant(metric.significant) : QVariant(), kSignificantRole);
        difference->setToolTip(metric.significant ? tr("Too large a difference to be chance")
                                                  : tr("Not significant: it may be chance"));
        difference->setData(QString(difference->text() % u", " % difference->toolTip()),
                            Qt::AccessibleTextRole);
    }
    m_table->updateGeometry();
}

void CanaryCard::setBusy(bool busy) {
    m_busy = busy;
    for (std::size_t at = 0; at < kSteps.size(); ++at) {
        const bool there = m_report && m_report->rolloutPercent == kSteps[at];
        m_forward[static_cast<qsizetype>(at)]->setEnabled(!busy && !there);
    }
    m_back->setEnabled(!busy);
}

void CanaryCard::rollForward(int percent) {
    if (!m_report || m_busy)
        return;
    setBusy(true);
    const QString flag = m_report->flag;
    const QJsonObject before{{QStringLiteral("rollout_percent"), m_report->rolloutPercent}};
    m_link.send("PATCH", flagPath(flag), {{QStringLiteral("rollout_percent"), percent}}, this,
                [this, flag, percent, before](const GatewayReply& reply) {
                    setBusy(false);
                    if (!reply.ok()) {
                        tellFailure(reply.errorMessage());
                        return;
                    }
                    offerUndo(tr("%1 sends %2 % to the canary now.").arg(flag).arg(percent),
                              tr("share of flag %1").arg(flag), flag, before);
                    Q_EMIT changed();
                });
}

void CanaryCard::rollBack() {
    if (!m_report || m_busy)
        return;
    setBusy(true);
    const QString flag = m_report->flag;
    // A rollback also drops the ramp and the rules that serve the canary: undoing it needs what was there.
    // When that cannot be read, rolling back is still right.
    m_link.get(flagPath(flag), this, [this, flag](const GatewayReply& reply) {
        QJsonObject before;
        for (const char* field : {"enabled", "rollout_percent", "ramp", "rules"}) {
            const QJsonValue value = reply.json.value(QLatin1String(field));
            if (reply.ok() && !value.isUndefined())
                before.insert(QLatin1String(field), value);
        }
        sendRollBack(flag, before);
    });
}

void CanaryCard::sendRollBack(const QString& flag, const QJsonObject& before) {
    m_link.send(
        "POST", flagPath(flag) % u"/rollback", {}, this, [this, flag, before](const GatewayReply& reply) {
            setBusy(false);
            if (!reply.ok()) {
                tellFailure(reply.errorMessage());
                return;
            }
            offerUndo(tr("%1 is rolled back.").arg(flag), tr("roll back flag %1").arg(flag), flag, before);
            Q_EMIT changed();
        });
}

/// The step begins at what the flag is now: an undo must not overwrite what came after it.
void CanaryCard::offerUndo(const QString& text, const QString& name, const QString& flag,
                           const QJsonObject& before) {
    m_link.get(flagPath(flag), this, [this, text, name, before](const GatewayReply& reply) {
        QJsonObject was = reply.json;
        for (auto it = before.begin(); it != before.end(); ++it)
            was.insert(it.key(), it.value());
        const int step = reply.ok() ? m_undo->pushPatch(name, specs::flags(), was, reply.json, before) : 0;
        if (m_messages)
            m_messages->success(text, step == 0 ? QList<MessageBar::Action>()
                                                : QList<MessageBar::Action>{m_undo->action(step)});
    });
}

void CanaryCard::tellFailure(const QString& text) {
    if (m_messages)
        m_messages->error(text.isEmpty() ? tr("The gateway does not answer.") : text);
}

} // namespace tollgate::ui
