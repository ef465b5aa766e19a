#include "ui/widgets/table_view.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/paint.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace tollgate::ui {
namespace {

constexpr int kRowPadding = 12;
constexpr int kCellPadding = 8;

} // namespace

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const Theme& theme = Theme::of(option.widget);
    const auto* table = qobject_cast<const TableView*>(option.widget);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.color(ColorRole::Selection));
    else if (table && table->hoveredRow() == index.row() &&
             table->selectionMode() != QAbstractItemView::NoSelection)
        painter->fillRect(option.rect, theme.color(ColorRole::Hover));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.color(ColorRole::Divider));
    QStyleOptionViewItem inner = option;
    inner.rect = option.rect.adjusted(theme.px(kCellPadding), 0, -theme.px(kCellPadding), -1);
    paintContent(painter, inner, index);
    painter->restore();
}

void RowDelegate::paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const Theme& theme = Theme::of(option.widget);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (const QVariant tone = index.data(ToneRole); tone.isValid()) {
        if (!text.isEmpty())
            Badge::paint(*painter, option.rect, text, static_cast<Tone>(tone.toInt()), option.widget);
        return;
    }
    const QVariant given = index.data(Qt::FontRole);
    if (given.isValid())
        painter->setFont(given.value<QFont>());
    else
        painter->setFont(index.data(MonoRole).toBool() ? theme.monoFont(-0.5) : theme.textFont(-0.25));
    const QVariant role = index.data(ColorRoleRole);
    painter->setPen(theme.color(role.isValid() ? static_cast<ColorRole>(role.toInt()) : ColorRole::Text));
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const int align = alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
    paintText(*painter, option.rect, align | (align & Qt::AlignVertical_Mask ? 0 : int(Qt::AlignVCenter)),
              text);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = Theme::of(option.widget);
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool badge = index.data(ToneRole).isValid();
    const bool mono = index.data(MonoRole).toBool();
    const int width =
        badge ? Badge::sizeFor(text, option.widget).width()
              : QFontMetrics(mono ? theme.monoFont(-0.5) : theme.textFont(-0.25)).horizontalAdvance(text);
    return {width + 2 * theme.px(kCellPadding) + 2,
            QFontMetrics(theme.textFont()).height() + theme.px(kRowPadding)};
}

TableView::TableView(const QString& accessibleName, QWidget* parent)
    : QTableView(parent) {
    setAccessibleName(accessibleName);
    horizontalHeader()->setAccessibleName(tr("Columns of %1").arg(accessibleName));
    setItemDelegate(new RowDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerWidget(new QWidget(this)); // between two scroll bars the style would draw a frame
    setTabKeyNavigation(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    applyMetrics();
    connect(this, &QAbstractItemView::doubleClicked, this, &TableView::rowActivated);
}

void TableView::applyMetrics() {
    const Theme& theme = Theme::of(this);
    verticalHeader()->setDefaultSectionSize(QFontMetrics(theme.textFont()).height() + theme.px(kRowPadding));
    horizontalHeader()->setMinimumSectionSize(theme.px(24));
}

void TableView::setFitsRows(bool fits) {
    m_fitsRows = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, fits ? QSizePolicy::Maximum : QSizePolicy::Expanding);
    updateGeometry();
}

QSize TableView::sizeHint() const {
    if (!m_fitsRows || !model())
        return QTableView::sizeHint();
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return {QTableView::sizeHint().width(),
            header + model()->rowCount() * verticalHeader()->defaultSectionSize()};
}

QSize TableView::minimumSizeHint() const {
    return m_fitsRows ? QSize(QTableView::minimumSizeHint().width(), sizeHint().height())
                      : QTableView::minimumSizeHint();
}

void TableView::setModel(QAbstractItemModel* model) {
    for (const QMetaObject::Connection& connection : std::as_const(m_modelConnections))
        disconnect(connection);
    m_modelConnections.clear();
    QTableView::setModel(model);
    if (!model)
        return;
    const auto resized = [this] {
        if (m_fitsRows)
            updateGeometry();
    };
    m_modelConnections << connect(model, &QAbstractItemModel::modelReset, this, resized);
    m_modelConnections << connect(model, &QAbstractItemModel::rowsInserted, this, resized);
    m_modelConnections << connect(model, &QAbstractItemModel::rowsRemoved, this, resized);
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::setHovered(int row) {
    if (row == m_hovered)
        return;
    const int before = m_hovered;
    m_hovered = row;
    for (const int changed : {before, row}) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    }
}

void TableView::mouseMoveEvent(QMouseEvent* event) {
    setHovered(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent* event) {
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyMetrics();
}

} // namespace tollgate::ui
