// How a form page is put together: list at the left, form at the right, shortcuts, and the list's selection.
#include "ui/pages/forms/change_preview.h"
#include "ui/pages/forms/detail_header.h"
#include "ui/pages/forms/object_form.h"
#include "ui/pages/forms/resource_delegate.h"
#include "ui/pages/forms/resource_editor.h"
#include "ui/pages/forms/resource_page.h"

#include "ui/models/resource_list_model.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/widgets/card.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/empty_state.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

namespace tollgate::ui {

namespace {
constexpr int kListWidth = 300;
constexpr int kDetailWidth = 450; // beside a wide table
constexpr int kMargin = 18;
} // namespace

void ResourcePage::build(QAbstractItemModel* list, QAbstractItemView* view,
                         const QList<ResourceListModel*>& sources, const Words& words) {
    m_words = words;
    m_sources = sources;
    m_view = view;
    m_proxy.setSourceModel(list);
    m_proxy.setFilterRole(SearchRole);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy.setRecursiveFilteringEnabled(true);

    const int margin = theme().px(10);
    auto* row = makeRow(0);
    setLayout(row);
    auto* left = new QWidget(this);
    if (words.wide)
        left->setMinimumWidth(theme().px(kListWidth));
    else
        left->setFixedWidth(theme().px(kListWidth));
    auto* leftColumn = makeColumn(0);
    leftColumn->setContentsMargins(margin, margin, margin, margin);
    leftColumn->addWidget(view);
    left->setLayout(leftColumn);
    m_detail = new CurrentStack(this);
    if (words.wide) {
        m_proxy.setSortRole(SortRole);
        m_detail->setMinimumWidth(theme().px(kDetailWidth));
        auto* split = new QSplitter(Qt::Horizontal, this);
        split->setChildrenCollapsible(false);
        split->addWidget(left);
        split->addWidget(m_detail);
        split->setStretchFactor(0, 1);
        split->setStretchFactor(1, 0);
        row->addWidget(split);
    } else {
        row->addWidget(left);
        row->addWidget(new Divider(Qt::Vertical, this));
        row->addWidget(m_detail, 1);
    }

    buildDetail();
    connectEditor();
    connectList();
    addShortcuts();
    showNothing();
    updateEmptyState();
}

void ResourcePage::buildDetail() {
    const int margin = theme().px(kMargin);
    m_empty = new EmptyState(QStringLiteral("inbox"), m_words.emptyTitle, m_words.emptyText, this);
    m_emptyAdd = m_empty->addButton(m_words.add, "primary");
    connect(m_emptyAdd, &QPushButton::clicked, this, [this] { open(QStringLiteral("new")); });
    m_emptyRetry = m_empty->addButton(tr("Try again"));
    connect(m_emptyRetry, &QPushButton::clicked, this, [this] {
        for (ResourceListModel* source : m_sources)
            source->refresh();
    });
    m_detail->addWidget(m_empty);

    m_formSide = new QWidget(this);
    auto* column = makeColumn(12);
    column->setContentsMargins(0, theme().px(13), 0, 0);
    m_formSide->setLayout(column);
    auto* top = makeColumn(10);
    top->setContentsMargins(margin, 0, margin, 0);
    column->addLayout(top);
    m_header = new DetailHeader(m_formSide);
    m_question = new MessageBar(m_formSide);
    m_question->setObjectName(QStringLiteral("question"));
    m_preview = new ChangePreview(m_formSide);
    top->addWidget(m_header);
    top->addWidget(m_question);
    top->addWidget(m_preview);

    m_scroll = new QScrollArea(m_formSide);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(m_scroll);
    content->setObjectName(QStringLiteral("scrollContent"));
    auto* contentColumn = makeColumn(0);
    contentColumn->setContentsMargins(margin, 0, margin, margin);
    content->setLayout(contentColumn);
    m_forms = new CurrentStack(content);
    contentColumn->addWidget(m_forms);
    m_scroll->setWidget(content);
    column->addWidget(m_scroll, 1);
    m_detail->addWidget(m_formSide);

    connect(m_header, &DetailHeader::saveRequested, this, &ResourcePage::save);
    connect(m_header, &DetailHeader::discardRequested, this, &ResourcePage::revert);
    connect(m_header, &DetailHeader::duplicateRequested, this, &ResourcePage::duplicate);
    connect(m_header, &DetailHeader::removeRequested, this, &ResourcePage::requestRemove);
    connect(m_header, &DetailHeader::enabledToggled, this, [this] {
        if (m_form)
            toggle(m_currentCollection, m_form->binding().original());
    });
}

void ResourcePage::connectList() {
    // Before the view connects its own selection to the model: rows that go are not choices of the person.
    connect(&m_proxy, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_following = true; });
    connect(&m_proxy, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_following = false;
        selectCurrent();
    });
    if (!m_words.wide)
        m_delegate = new ResourceDelegate(m_view);
    m_view->setModel(&m_proxy);
    connect(&m_proxy, &QAbstractItemModel::modelReset, this, &ResourcePage::selectCurrent);
    m_view->setAccessibleName(m_words.listName);
    m_view->setSelectionMode(m_words.wide ? QAbstractItemView::ExtendedSelection
                                          : QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { onRowChosen(current); });
    if (m_delegate)
        connect(m_delegate, &ResourceDelegate::toggleRequested, this, [this](const QModelIndex& index) {
            toggle(index.data(CollectionRole).toString(), index.data(ObjectRole).toJsonObject());
        });
    for (ResourceListModel* source : m_sources) {
        connect(source, &ResourceListModel::loaded, this, &ResourcePage::onListRead);
        connect(source, &ResourceListModel::failed, this, [this] { updateEmptyState(); });
        connect(source, &ResourceListModel::dataChanged, this, &ResourcePage::statusChanged);
    }
}

void ResourcePage::onRowChosen(const QModelIndex& index) {
    if (m_following || !index.isValid())
        return;
    const QString collection = index.data(CollectionRole).toString();
    const QString id = index.data(IdRole).toString();
    if (m_form && collection == m_currentCollection && id == m_currentId)
        return;
    const bool asks = isDirty();
    leaveThen([this, collection, id] { openObject(collection, id); });
    if (asks) // the list keeps saying what the form shows until it is answered
        QMetaObject::invokeMethod(this, &ResourcePage::selectCurrent, Qt::QueuedConnection);
}

void ResourcePage::selectCurrent() {
    const bool before = std::exchange(m_following, true);
    const QModelIndex index = indexOf(m_currentCollection, m_currentId);
    if (index.isValid()) {
        // Rows chosen together with the current one stay chosen.
        const QModelIndex now = m_view->currentIndex();
        if (!m_words.wide || now.row() != index.row() || !m_view->selectionModel()->hasSelection())
            m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                                 QItemSelectionModel::Rows);
        m_view->scrollTo(index);
    } else if (!m_words.wide || !m_detail || m_detail->currentWidget() == m_formSide) {
        m_view->selectionModel()->clear();
    }
    m_following = before;
}

QModelIndex ResourcePage::indexOf(const QString& collection, const QString& id) const {
    if (id.isEmpty())
        return {};
    const QModelIndex root = m_proxy.index(0, 0);
    const QModelIndexList hits =
        root.isValid() ? m_proxy.match(root, IdRole, id, -1, Qt::MatchExactly | Qt::MatchRecursive)
                       : QModelIndexList();
    for (const QModelIndex& hit : hits)
        if (hit.data(CollectionRole).toString() == collection)
            return hit;
    return {};
}

ResourceListModel* ResourcePage::sourceOf(const QString& collection) const {
    for (ResourceListModel* source : m_sources)
        if (source->spec().collection == collection)
            return source;
    return m_sources.first();
}

QJsonObject ResourcePage::storedObject(const QString& collection, const QString& id) const {
    return sourceOf(collection)->object(id);
}

void ResourcePage::updateEmptyState() {
    ResourceListModel* first = m_sources.first();
    const bool failed = !first->failure().isEmpty() && !first->hasLoaded();
    m_emptyAdd->setVisible(first->hasLoaded());
    m_emptyRetry->setVisible(failed);
    if (failed)
        m_empty->set(QStringLiteral("warning"), tr("This could not be read"), first->failure());
    else if (!first->hasLoaded())
        m_empty->set(QStringLiteral("clock"), tr("Reading…"), {});
    else
        m_empty->set(QStringLiteral("inbox"), m_words.emptyTitle, m_words.emptyText);
}

QWidget* ResourcePage::createTitleControls(QWidget* parent) {
    auto* bar = new QWidget(parent);
    auto* row = makeRow(12);
    bar->setLayout(row);
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("filter")); // by this name the shell finds it
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(m_words.filter);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(theme().px(220));
    m_filter->installEventFilter(this);
    m_filter->addAction(theme().icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy.setFilterFixedString(text);
        selectCurrent();
    });
    row->addWidget(m_filter);
    row->addStretch(1);
    for (QWidget* extra : extraTitleControls(bar))
        row->addWidget(extra);
    auto* add = new QPushButton(m_words.add, bar);
    add->setObjectName(QStringLiteral("add"));
    setKind(add, "primary");
    connect(add, &QPushButton::clicked, this, [this] { open(QStringLiteral("new")); });
    row->addWidget(add);
    return bar;
}

void ResourcePage::addShortcuts() {
    ShortcutRegistry* registry = context().shortcuts;
    if (!registry)
        return;
    const QString group = m_words.listName;
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys,
                         std::function<void()> run) {
        registry->add(m_words.listName + u'.' + QLatin1String(id), group, text, keys, this, std::move(run),
                      Qt::WindowShortcut);
    };
    add("new", m_words.add, QKeySequence(Qt::CTRL | Qt::Key_N), [this] { open(QStringLiteral("new")); });
    add("duplicate", tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { duplicate(); });
    add("revert", tr("Discard the edits"), QKeySequence(Qt::Key_Escape), [this] {
        if (isDirty() || (m_form && m_form->binding().isNew()))
            revert();
    });
    // The list's own: elsewhere Delete is about letters.
    registry->add(m_words.listName + u".delete"_qs, group, tr("Delete (asks first)"),
                  QKeySequence(Qt::Key_Delete), m_view, [this] { requestRemove(); });
    registry->describe(group, tr("Switch on or off"), QKeySequence(Qt::Key_Space));
}

// Esc in the filter clears it; only then it means the form's edits.
bool ResourcePage::eventFilter(QObject* watched, QEvent* event) {
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (key && watched == m_filter && !m_filter->text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::KeyPress)
            m_filter->clear();
        event->accept();
        return true;
    }
    return Page::eventFilter(watched, event);
}

bool ResourcePage::canDuplicate(const QString&) const {
    return true;
}

} // namespace tollgate::ui
