#include "ui/pages/overview/health_card.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QPushButton>

namespace tollgate::ui {

namespace {

Tone toneFor(ColorRole role) {
    switch (role) {
    case ColorRole::Good:
        return Tone::Good;
    case ColorRole::Warning:
        return Tone::Warning;
    case ColorRole::Bad:
        return Tone::Bad;
    default:
        return Tone::Neutral;
    }
}

class HealthDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override {
        const Theme& theme = Theme::of(option.widget);
        const auto role = static_cast<ColorRole>(index.data(ProviderHealthModel::ToneRole).toInt());
        switch (index.column()) {
        case ProviderHealthModel::Circuit:
            Badge::paint(*painter, option.rect, index.data().toString(), toneFor(role), option.widget);
            return;
        case ProviderHealthModel::Uptime:
            UptimeStrip::paint(*painter, option.rect.adjusted(-theme.px(4), 0, theme.px(4), 0),
                               index.data(ProviderHealthModel::UptimeRole).value<QList<double>>(),
                               option.widget);
            return;
        default:
            painter->setFont(theme.textFont(-0.25));
            painter->setPen(theme.color(role));
            paintText(*painter, option.rect, index.data(Qt::TextAlignmentRole).toInt(),
                      index.data().toString());
        }
    }
};

} // namespace

HealthCard::HealthCard(QWidget* parent)
    : Card(tr("Provider health"), parent)
    , m_table(new TableView(tr("Provider health"), this))
    , m_empty(new EmptyState(QStringLiteral("providers"), tr("No providers yet"),
                             tr("Requests need at least one to go to."), this)) {
    const Theme& theme = Theme::of(this);
    m_table->setItemDelegate(new HealthDelegate(m_table));
    m_table->setModel(&m_model);
    m_table->setFitsRows(true);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    // A narrow card has thinner strips, not shorter names.
    header->setSectionResizeMode(ProviderHealthModel::Name, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProviderHealthModel::Uptime, QHeaderView::Stretch);
    m_table->setColumnWidth(ProviderHealthModel::Circuit, theme.px(84));
    m_table->setColumnWidth(ProviderHealthModel::P95, theme.px(63));
    m_table->setColumnWidth(ProviderHealthModel::Errors, theme.px(58));
    fitHeaders(m_table);
    content()->addWidget(m_table);
    content()->addWidget(m_empty, 1);
    content()->addStretch(1);
    connect(m_empty->addButton(tr("Add a provider"), "primary"), &QPushButton::clicked, this,
            &HealthCard::providersWanted);
    const auto chosen = [this](const QModelIndex& index) {
        Q_EMIT filterWanted(index.data(ProviderHealthModel::FilterTermRole).toString());
    };
    connect(m_table, &QAbstractItemView::clicked, this, chosen);
    connect(m_table, &TableView::rowActivated, this, chosen);
    m_empty->hide();
}

void HealthCard::setData(const QList<ProviderHealth>& providers) {
    m_model.setProviders(providers);
    m_table->setVisible(!providers.isEmpty());
    m_empty->setVisible(providers.isEmpty());
    const qsizetype minutes = providers.isEmpty() ? 0 : providers.first().uptime.size();
    setCaption(minutes > 0 ? tr("last %1 min").arg(minutes) : QString());
}

} // namespace tollgate::ui
