#include "ui/pages/traffic/request_table.h"

#include "ui/models/traffic_model.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/fit_headers.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <array>

namespace tollgate::ui {

namespace {

constexpr std::array<int, TrafficModel::ColumnCount> kWidths{122, 60, 84, 104, 180, 72, 92,  90,  100,
                                                             100, 84, 78, 72,  140, 64, 170, 110, 220};
constexpr int kLeastServedBy = 104;

Tone toneFor(ColorRole role) {
    switch (role) {
    case ColorRole::Good:
        return Tone::Good;
    case ColorRole::Warning:
        return Tone::Warning;
    case ColorRole::Bad:
        return Tone::Bad;
    case ColorRole::Accent:
        return Tone::Accent;
    default:
        return Tone::Neutral;
    }
}

} // namespace

void RequestDelegate::paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const Theme& theme = Theme::of(option.widget);
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto role = static_cast<ColorRole>(index.data(TrafficModel::ToneRole).toInt());
    if (index.column() == TrafficModel::Status) {
        Badge::paint(*painter, option.rect, text, toneFor(role), option.widget);
        return;
    }
    painter->setFont(index.data(TrafficModel::MonoRole).toBool() ? theme.monoFont(-0.75)
                                                                 : theme.textFont(-0.75));
    painter->setPen(theme.color(role));
    paintText(*painter, option.rect, index.data(Qt::TextAlignmentRole).toInt(), text);
}

RequestTable::RequestTable(TrafficModel& model, QWidget* parent)
    : TableView(tr("Requests"), parent)
    , m_model(model) {
    setItemDelegate(new RequestDelegate(this));
    setModel(&model);
    setUpColumns();
    // The selection, not the current row: taking the focus makes a row current that nobody chose.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const int row = chosenRow();
        if (row >= 0 && m_following) {
            m_following = false;
            m_newerRows = 0;
            Q_EMIT followingChanged();
        }
        Q_EMIT rowChosen(row);
    });
    connect(this, &TableView::rowActivated, this, &RequestTable::inspectWanted);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { onRowsInserted(first, last); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_newerRows = 0;
        setFollowing(true);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestTable::onScrolled);
}

void RequestTable::setUpColumns() {
    const Theme& theme = Theme::of(this);
    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setFixedHeight(theme.px(28));
    for (int column = 0; column < TrafficModel::ColumnCount; ++column) {
        setColumnWidth(column, theme.px(kWidths[static_cast<std::size_t>(column)]));
        setColumnHidden(column, column >= TrafficModel::kShownByDefault);
    }
    fitHeaders(this);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        QMenu* menu = makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header->mapToGlobal(at));
    });
}

void RequestTable::fitServedBy() {
    // One column takes what the others leave; when they leave too little the list scrolls sideways.
    int others = 0;
    for (int column = 0; column < TrafficModel::ColumnCount; ++column)
        others += column == TrafficModel::ServedBy ? 0 : columnWidth(column);
    const int least = Theme::of(this).px(kLeastServedBy);
    setColumnWidth(TrafficModel::ServedBy, std::max(least, viewport()->width() - others));
}

void RequestTable::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    fitServedBy();
}

QMenu* RequestTable::makeColumnMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    int shown = 0;
    for (int column = 0; column < TrafficModel::ColumnCount; ++column)
        shown += isColumnHidden(column) ? 0 : 1;
    for (int column = 0; column < TrafficModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(TrafficModel::columnName(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || shown > 1); // one column always shows
        connect(action, &QAction::toggled, this, [this, column](bool on) { showColumn(column, on); });
    }
    return menu;
}

void RequestTable::showColumn(int column, bool shown) {
    setColumnHidden(column, !shown);
    fitServedBy();
}

int RequestTable::chosenRow() const {
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

int RequestTable::wantedWidth() const {
    int width = Theme::of(this).px(kLeastServedBy) + verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < TrafficModel::ColumnCount; ++column)
        width += column == TrafficModel::ServedBy ? 0 : columnWidth(column);
    return width;
}

void RequestTable::setFollowing(bool following) {
    const bool before = m_following;
    m_following = following;
    m_newerRows = 0;
    if (following) {
        selectionModel()->clear();
        scrollToTop();
    }
    if (before != following)
        Q_EMIT followingChanged();
}

void RequestTable::onRowsInserted(int first, int last) {
    if (first != 0)
        return;
    if (m_following) {
        scrollToTop();
        return;
    }
    const int count = last - first + 1;
    m_newerRows += count;
    m_keepingPlace = true;
    updateGeometries(); // the range of the scroll bar follows late otherwise
    verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                  count * verticalHeader()->defaultSectionSize());
    m_keepingPlace = false;
    Q_EMIT followingChanged();
}

void RequestTable::onScrolled(int value) {
    if (m_keepingPlace)
        return;
    if (m_following && value > 0) {
        m_following = false;
        m_newerRows = 0;
        Q_EMIT followingChanged();
    } else if (!m_following && value == 0 && chosenRow() < 0) {
        setFollowing(true);
    }
}

void RequestTable::keyPressEvent(QKeyEvent* event) {
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier & ~Qt::ShiftModifier);
    if (plain) {
        switch (event->key()) {
        case Qt::Key_Slash:
            Q_EMIT filterWanted();
            return;
        case Qt::Key_Space:
            Q_EMIT pauseWanted();
            return;
        case Qt::Key_R:
            if (chosenRow() >= 0)
                Q_EMIT replayWanted();
            return;
        case Qt::Key_F:
            setFollowing(!m_following);
            return;
        case Qt::Key_Escape:
            setFollowing(true);
            return;
        case Qt::Key_Home:
            setCurrentIndex(m_model.index(0, 0));
            return;
        case Qt::Key_End:
            setCurrentIndex(m_model.index(m_model.rowCount() - 1, 0));
            return;
        default:
            break;
        }
        if (chosenRow() < 0 && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
            setCurrentIndex(m_model.index(std::max(0, rowAt(0)), 0));
            return;
        }
    }
    TableView::keyPressEvent(event);
}

void RequestTable::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint at = byKey ? visualRect(index).center() : event->pos();
    Q_EMIT cellMenuWanted(index, viewport()->mapToGlobal(at));
}

} // namespace tollgate::ui
