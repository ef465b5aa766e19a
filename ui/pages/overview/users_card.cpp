#include "ui/pages/overview/users_card.h"

#include "ui/models/format.h"
#include "ui/models/request_cells.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/warning_line.h"

#include <QHeaderView>

namespace tollgate::ui {

namespace {

class UserCostDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

    // No divider under these rows: the bars already guide the eye.
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::of(option.widget);
        const auto* table = qobject_cast<const TableView*>(option.widget);
        painter->save();
        const bool hovered = table && table->hoveredRow() == index.row();
        if ((option.state & QStyle::State_Selected) && option.widget->hasFocus())
            painter->fillRect(option.rect, theme.color(ColorRole::Selection));
        else if (hovered)
            painter->fillRect(option.rect, theme.color(ColorRole::Hover));
        paintContent(painter, option, index);
        painter->restore();
    }

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override {
        const Theme& theme = Theme::of(option.widget);
        if (index.column() == UserCostModel::Share) {
            const int thick = theme.px(6);
            const QRectF track(option.rect.left() + theme.px(4), option.rect.center().y() - thick / 2.0 + 0.5,
                               option.rect.width() - theme.px(8), thick);
            paintRoundedRect(*painter, track, thick / 2.0, theme.color(ColorRole::Field),
                             theme.color(ColorRole::Border));
            QRectF bar = track;
            bar.setWidth(std::max(2.0, track.width() * index.data(UserCostModel::ShareRole).toDouble()));
            paintRoundedRect(*painter, bar, thick / 2.0, theme.seriesColor(QStringLiteral("requests")), {});
            return;
        }
        const bool aside = index.column() == UserCostModel::Project;
        painter->setFont(theme.textFont(aside ? -1 : 0));
        painter->setPen(theme.color(aside ? ColorRole::TextMuted : ColorRole::Text));
        paintText(*painter, option.rect, index.data(Qt::TextAlignmentRole).toInt(), index.data().toString());
    }
};

} // namespace

UsersCard::UsersCard(QWidget* parent)
    : Card(tr("Cost per user \u00b7 today"), parent)
    , m_table(new TableView(tr("Cost per user today"), this))
    , m_empty(new EmptyState({}, tr("Nobody spent anything today"), {}, this))
    , m_warning(new WarningLine(this)) {
    const Theme& theme = Theme::of(this);
    m_table->setItemDelegate(new UserCostDelegate(m_table));
    m_table->setModel(&m_model);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setMinimumSectionSize(theme.px(40));
    m_table->horizontalHeader()->setSectionResizeMode(UserCostModel::User, QHeaderView::Stretch);
    m_table->setColumnWidth(UserCostModel::Project, theme.px(88));
    m_table->setColumnWidth(UserCostModel::Share, theme.px(58));
    m_table->setColumnWidth(UserCostModel::Cost, theme.px(52));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content()->addWidget(m_table);
    content()->addWidget(m_empty, 1);
    content()->addStretch(1);
    content()->addWidget(m_warning);
    setData({}, {});

    const auto chosen = [this](const QModelIndex& index) {
        const QString terms = index.data(UserCostModel::FilterTermRole).toString();
        if (!terms.isEmpty())
            Q_EMIT filterWanted(terms);
    };
    connect(m_table, &QAbstractItemView::clicked, this, chosen);
    connect(m_table, &TableView::rowActivated, this, chosen);
    connect(m_warning, &QAbstractButton::clicked, this,
            [this] { Q_EMIT filterWanted(cells::term(QStringLiteral("user"), m_anomalousUser)); });
}

void UsersCard::setData(const QList<UserCost>& users, const std::optional<SpendAnomaly>& anomaly) {
    int named = 0;
    for (const UserCost& user : users)
        named += user.others > 0 ? 0 : 1;
    m_model.setUsers(users);
    m_table->setVisible(!users.isEmpty());
    m_empty->setVisible(users.isEmpty());
    setCaption(users.isEmpty() ? QString() : tr("top %1").arg(named));
    m_anomalousUser = anomaly ? anomaly->user : QString();
    m_warning->setWarning(anomaly ? tr("%1: %2\u00d7 its usual spend since %3 \u2014 inspect")
                                        .arg(anomaly->user, format::fixed(anomaly->ratio, 1),
                                             format::clock(format::fromIso(anomaly->since)))
                                  : QString());
}

} // namespace tollgate::ui
