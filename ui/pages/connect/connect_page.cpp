#include "ui/pages/connect/connect_page.h"

#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_row.h"
#include "ui/pages/connect/client_detail.h"
#include "ui/pages/connect/clients_seen.h"
#include "ui/pages/connect/seen_card.h"
#include "ui/pages/forms/resource_delegate.h"
#include "ui/pages/forms/resource_list_view.h"
#include "ui/widgets/card.h"

#include <QDir>
#include <QScrollArea>

namespace tollgate::ui {
namespace {
constexpr int kListWidth = 300;
constexpr int kMargin = 18;
} // namespace

ConnectPage::ConnectPage(const UiContext& context, QWidget* parent)
    : Page(context, parent)
    , m_kinds(clientKinds())
    , m_home(QDir::homePath()) {
    m_names = new ResourceCatalogue(
        context.link, {ResourceCatalogue::Kind::Aliases, ResourceCatalogue::Kind::Models}, this);
    m_seen = new ClientsSeen(context.link, this);
    auto* row = makeRow(0);
    setLayout(row);
    const int gap = theme().px(10);
    m_list = new ResourceListView(this);
    m_list->setAccessibleName(tr("Applications"));
    auto* left = new QWidget(this);
    left->setFixedWidth(theme().px(kListWidth));
    auto* leftColumn = makeColumn(0);
    leftColumn->setContentsMargins(gap, gap, gap, gap);
    leftColumn->addWidget(m_list);
    left->setLayout(leftColumn);
    for (const ClientKind& kind : m_kinds) {
        auto* item = new QStandardItem(kind.title);
        item->setEditable(false);
        m_rows.appendRow(item);
    }
    m_list->setModel(&m_rows);
    m_list->setItemDelegate(new ResourceDelegate(m_list));
    row->addWidget(left);
    row->addWidget(new Divider(Qt::Vertical, this));

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("How to connect it"));
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget(scroll);
    inside->setObjectName(QStringLiteral("scrollContent"));
    auto* column = makeColumn(0);
    column->setContentsMargins(theme().px(kMargin), theme().px(14), theme().px(kMargin), theme().px(kMargin));
    inside->setLayout(column);
    m_detail = new ClientDetail(context, inside);
    column->addWidget(m_detail);
    scroll->setWidget(inside);
    row->addWidget(scroll, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) { showClient(now.row()); });
    connect(m_seen, &ClientsSeen::changed, this, &ConnectPage::refreshSeen);
    connect(m_names, &ResourceCatalogue::changed, this, &ConnectPage::fillModels);
    connect(m_detail, &ClientDetail::navigate, this, &Page::navigate);
    refreshSeen();
}

void ConnectPage::activate() {
    m_names->setActive(true);
    m_seen->setActive(true);
    if (!m_list->currentIndex().isValid())
        m_list->selectionModel()->setCurrentIndex(m_rows.index(0, 0), QItemSelectionModel::ClearAndSelect);
    else
        showClient(m_list->currentIndex().row());
}

void ConnectPage::deactivate() {
    m_names->setActive(false);
    m_seen->setActive(false);
    m_detail->forget();
}

void ConnectPage::open(const QString& argument) {
    for (int row = 0; row < m_kinds.size(); ++row)
        if (m_kinds.at(row).id == argument)
            m_list->selectionModel()->setCurrentIndex(m_rows.index(row, 0),
                                                      QItemSelectionModel::ClearAndSelect);
}

void ConnectPage::setHome(const QString& home) {
    m_home = home;
    showClient(m_list->currentIndex().row());
}

void ConnectPage::showClient(int row) {
    if (row < 0)
        return;
    m_detail->forget();
    m_detail->setKind(m_kinds.at(row), m_home);
    m_detail->setSeen(m_seen->of(m_kinds.at(row)));
}

void ConnectPage::fillModels() {
    m_detail->setModels(m_names->ids(ResourceCatalogue::Kind::Aliases) +
                        m_names->ids(ResourceCatalogue::Kind::Models));
}

void ConnectPage::refreshSeen() {
    for (int row = 0; row < m_kinds.size(); ++row) {
        const ClientKind& kind = m_kinds.at(row);
        const auto seen = m_seen->of(kind);
        RowLook look;
        look.title = kind.title;
        look.isName = true;
        look.dot = seen.isEmpty() ? Tone::Neutral : seen.first().status < 400 ? Tone::Good : Tone::Warning;
        look.subtitle = seen.isEmpty() ? tr("not seen lately")
                                       : tr("last request %1").arg(SeenCard::when(seen.first().atMs));
        QStandardItem* item = m_rows.item(row);
        item->setData(QVariant::fromValue(look), LookRole);
        item->setData(spokenRow(look), Qt::AccessibleTextRole);
    }
    if (m_list->currentIndex().isValid())
        m_detail->setSeen(m_seen->of(m_kinds.at(m_list->currentIndex().row())));
    Q_EMIT statusChanged();
}

QString ConnectPage::statusText() const {
    int programs = 0;
    for (const ClientKind& kind : m_kinds)
        programs += m_seen->of(kind).isEmpty() ? 0 : 1;
    return tr("Programs seen lately: %n", nullptr, programs);
}

} // namespace tollgate::ui
