#include "ui/shell/palette/command_palette.h"

#include "ui/shell/palette/palette_delegate.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>

namespace tollgate::ui {
namespace {

constexpr int kWidth = 620;
constexpr int kTop = 72;
constexpr int kRowsInView = 10;
constexpr int kRowHeight = 34;

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QWidget(window)
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this)) {
    const Theme& theme = Theme::of(this);
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    setFocusProxy(m_field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(10), theme.px(10), theme.px(10), theme.px(8));
    column->setSpacing(theme.px(8));
    m_field->setPlaceholderText(tr("Go to a page or an object, or do something"));
    m_field->setAccessibleName(tr("Search pages, objects and actions"));
    m_field->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    for (QToolButton* icon : m_field->findChildren<QToolButton*>())
        icon->setAccessibleName(tr("Search"));
    column->addWidget(m_field);
    m_list->setAccessibleName(tr("Results"));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it and hands the arrows on
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(m_list, 1);
    m_nothing = makeLabel(tr("Nothing fits."), ColorRole::TextMuted, 0, QFont::Normal, this);
    m_nothing->setContentsMargins(theme.px(10), theme.px(6), 0, theme.px(10));
    column->addWidget(m_nothing);
    column->addWidget(
        makeLabel(tr("↑ ↓ choose · Enter do it · Esc close"), ColorRole::TextMuted, -1, QFont::Normal, this));
    hide();

    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        choose(index.row());
        runCurrent();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isOpen() && now && !holdsFocus(now) && now->window() == this->window()) {
            m_before = nullptr; // the focus has gone where somebody wanted it
            close();
        }
    });
}

bool CommandPalette::holdsFocus(const QWidget* widget) const {
    return widget == this || isAncestorOf(widget);
}

void CommandPalette::open(const QList<PaletteItem>& items, const QStringList& recent) {
    if (!isOpen())
        m_before = QApplication::focusWidget();
    m_model->setRecent(recent);
    m_model->setItems(items);
    m_field->clear();
    narrow({});
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::setItems(const QList<PaletteItem>& items) {
    const QString chosen = m_list->currentIndex().data(PaletteModel::IdRole).toString();
    m_model->setItems(items);
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (m_model->index(i).data(PaletteModel::IdRole).toString() == chosen)
            row = i;
    choose(row);
    place();
}

void CommandPalette::close() {
    if (!isOpen())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
    Q_EMIT closed();
}

void CommandPalette::narrow(const QString& pattern) {
    m_model->setPattern(pattern);
    choose(0);
    place();
}

void CommandPalette::place() {
    const Theme& theme = Theme::of(this);
    const int rows = qMin(m_model->rowCount(), kRowsInView);
    m_list->setVisible(rows > 0);
    m_nothing->setVisible(rows == 0);
    m_list->setFixedHeight(theme.px(kRowHeight) * rows);
    const QWidget* window = parentWidget();
    const int width = qMin(theme.px(kWidth), window->width() - theme.px(32));
    const int top = qMin(theme.px(kTop), window->height() / 8);
    layout()->activate();
    const int height = qMin(layout()->sizeHint().height(), window->height() - top - theme.px(8));
    setGeometry((window->width() - width) / 2, top, width, height);
}

void CommandPalette::choose(int row) {
    const QModelIndex index = m_model->index(row);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    if (!index.isValid() || !isOpen())
        return;
    // The focus stays in the field; assistive technology is told which line would be done.
    QAccessibleEvent focus(m_list, QAccessible::Focus);
    focus.setChild(row);
    QAccessible::updateAccessibility(&focus);
}

void CommandPalette::runCurrent() {
    const auto run = m_model->use(m_list->currentIndex().row());
    if (!run)
        return;
    close();
    Q_EMIT recentChanged(m_model->recent());
    run();
}

bool CommandPalette::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    const int rows = m_model->rowCount();
    const int row = m_list->currentIndex().row();
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Down:
        choose(rows == 0 ? 0 : (row + 1) % rows);
        return true;
    case Qt::Key_Up:
        choose(rows == 0 ? 0 : (row + rows - 1) % rows);
        return true;
    case Qt::Key_PageDown:
        choose(qMin(row + kRowsInView, rows - 1));
        return true;
    case Qt::Key_PageUp:
        choose(qMax(row - kRowsInView, 0));
        return true;
    case Qt::Key_Home:
    case Qt::Key_End: // alone they move in the text
        if (control)
            choose(key == Qt::Key_Home ? 0 : rows - 1);
        return control;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: // nothing else to go to
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        return handleKey(key->key(), key->modifiers());
    }
    if (watched == m_field && event->type() == QEvent::ShortcutOverride) {
        // These are ours, not the page's "discard" and "send".
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter)
            event->accept();
        return false;
    }
    if (watched == parentWidget() && isOpen()) {
        if (event->type() == QEvent::Resize)
            place();
        if (event->type() == QEvent::MouseButtonPress)
            close();
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), Qt::transparent);
    paintRoundedRect(painter, rect(), theme.px(10), theme.color(ColorRole::Card),
                     theme.color(ColorRole::TextFaint));
}

} // namespace tollgate::ui
