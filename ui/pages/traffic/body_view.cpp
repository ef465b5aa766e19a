#include "ui/pages/traffic/body_view.h"

#include "ui/models/format.h"
#include "ui/models/json_tree_model.h"
#include "ui/models/sse_events.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmented_control.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeView>

#include <utility>

namespace tollgate::ui {

namespace {

constexpr int kMostOpened = 12; // rows of the tree that stand open at first

} // namespace

QPlainTextEdit* makeTextView(const QString& accessibleName, QWidget* parent) {
    auto* view = new QPlainTextEdit(parent);
    view->setReadOnly(true);
    view->setAccessibleName(accessibleName);
    view->setFont(Theme::of(view).monoFont(-0.75));
    view->setTabChangesFocus(true);
    view->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return view;
}

BodyView::BodyView(const QString& name, const QString& readableName,
                   std::function<QString(const QString&)> readable, QWidget* parent)
    : QWidget(parent)
    , m_makeReadable(std::move(readable)) {
    const Theme& theme = Theme::of(this);
    auto* kept = new QWidget(this);
    m_reading = new SegmentedControl(tr("How to show the %1").arg(name.toLower()), kept);
    m_reading->addSegment(QStringLiteral("readable"), readableName);
    m_reading->addSegment(QStringLiteral("raw"), tr("Raw"),
                          tr("As it was sent; a stream with the time of each event since the request came"));
    m_reading->addSegment(QStringLiteral("tree"), tr("Tree"), tr("The JSON, part by part"));
    m_text = makeTextView(name, kept);
    makeTree(kept);
    m_tree->setAccessibleName(tr("%1 as a tree").arg(name));
    m_views = new QStackedLayout;
    m_views->addWidget(m_text);
    m_views->addWidget(m_tree);
    m_cut = makeLabel({}, ColorRole::Warning, -0.75, QFont::Normal, kept);
    m_cut->setWordWrap(true);
    auto* copy = new CopyButton(
        name.toLower(), [this] { return m_body.value_or(QString()); }, kept);
    auto* row = makeRow(8);
    row->addWidget(m_reading);
    row->addStretch(1);
    row->addWidget(copy);
    auto* column = makeColumn(8);
    column->setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(14));
    column->addLayout(row);
    column->addWidget(m_cut);
    column->addLayout(m_views, 1);
    kept->setLayout(column);

    m_notKept =
        new EmptyState(QStringLiteral("eye"), tr("The body was not kept"),
                       tr("Bodies are kept only while capture is on, for errors or for everything."), this);
    connect(m_notKept->addButton(tr("Open settings"), "link"), &QPushButton::clicked, this,
            &BodyView::settingsWanted);

    m_unknown = new EmptyState(QStringLiteral("clock"), {}, {}, this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(kept);
    m_stack->addWidget(m_notKept);
    m_stack->addWidget(m_unknown);
    connect(m_reading, &SegmentedControl::currentChanged, this, &BodyView::refresh);
    setBody({});
}

void BodyView::makeTree(QWidget* parent) {
    m_treeModel = new JsonTreeModel(this);
    m_tree = new QTreeView(parent);
    m_tree->setModel(m_treeModel);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setFont(Theme::of(m_tree).monoFont(-0.75));
    m_tree->setIndentation(Theme::of(m_tree).px(14));
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setSectionResizeMode(JsonTreeModel::Name, QHeaderView::Interactive);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(JsonTreeModel::Name, Theme::of(m_tree).px(150));
    auto* copy = new QAction(tr("Copy the value"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &BodyView::copyTreeValue);
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void BodyView::copyTreeValue() {
    if (const QModelIndex chosen = m_tree->currentIndex(); chosen.isValid())
        QGuiApplication::clipboard()->setText(m_treeModel->valueText(chosen));
}

/// Only once somebody looks.
void BodyView::fillTree() {
    if (std::exchange(m_treeFilled, true))
        return;
    if (!m_body || m_treeModel->setDocument(m_body->toUtf8())) {
        for (int row = 0; row < m_treeModel->rowCount() && row < kMostOpened; ++row)
            m_tree->expand(m_treeModel->index(row, 0));
        return;
    }
    QList<JsonTreeModel::Root> roots;
    const QList<SseEvent> events = sseEvents(*m_body);
    for (qsizetype at = 0; at < events.size(); ++at) {
        QString name = events[at].name.isEmpty() ? QString::number(at + 1) : events[at].name;
        if (at < m_eventMs.size())
            name += QStringLiteral(" \u00b7 ") % format::wholeMilliseconds(m_eventMs[at]);
        roots.append({name, events[at].data.isEmpty() ? events[at].text.toUtf8() : events[at].data});
    }
    m_treeModel->setRoots(roots);
}

void BodyView::setBody(const std::optional<QString>& body, const QList<qint64>& eventMs) {
    m_body = body;
    m_eventMs = eventMs;
    m_treeFilled = false;
    m_treeModel->setDocument({});
    m_readable = body && body->size() <= kMostShown ? m_makeReadable(*body) : QString();
    m_stack->setCurrentIndex(body ? 0 : 1);
    m_reading->setVisible(body && !body->isEmpty());
    refresh();
}

void BodyView::setUnknown(const QString& why, const QString& text) {
    setBody({});
    m_unknown->set(text.isEmpty() ? QStringLiteral("clock") : QStringLiteral("warning"), why, text);
    m_stack->setCurrentWidget(m_unknown);
}

void BodyView::refresh() {
    const QString reading = m_reading->current();
    const bool tree = m_body && reading == QLatin1String("tree");
    if (tree)
        fillTree();
    m_views->setCurrentWidget(tree ? static_cast<QWidget*>(m_tree) : m_text);
    const bool readable = !m_readable.isEmpty() && reading == QLatin1String("readable");
    const QString raw = m_body.value_or(QString());
    m_cut->setVisible(!tree && raw.size() > kMostShown);
    m_cut->setText(tr("Only the first %1 of %2 are shown; copying takes all of it.")
                       .arg(format::bytes(kMostShown), format::bytes(raw.size())));
    const QString shown = raw.left(kMostShown);
    m_text->setPlainText(tree                  ? QString()
                         : readable            ? m_readable
                         : looksLikeSse(shown) ? timedEvents(shown, m_eventMs)
                                               : shown);
}

QString BodyView::shownText() const {
    return m_text->toPlainText();
}

} // namespace tollgate::ui
