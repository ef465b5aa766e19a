#include "ui/pages/projects/projects_page.h"

#include "ui/models/format.h"
#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/form_binding.h"
#include "ui/pages/projects/key_form.h"
#include "ui/pages/projects/project_form.h"
#include "ui/pages/projects/project_tree_model.h"

#include <QDateTime>
#include <QJsonArray>
#include <QPushButton>
#include <QTreeView>

namespace tollgate::ui {

namespace {

QTreeView* makeTree(QWidget* parent) {
    auto* tree = new QTreeView(parent);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setHeaderHidden(true);
    tree->setRootIsDecorated(false);
    tree->setIndentation(0); // the delegate sets keys in: rows are selected over their whole width
    tree->setUniformRowHeights(true);
    tree->setItemsExpandable(false);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return tree;
}

QJsonObject noLimits() {
    return {{QStringLiteral("rpm"), QJsonValue::Null},
            {QStringLiteral("tpm"), QJsonValue::Null},
            {QStringLiteral("max_parallel"), QJsonValue::Null}};
}

} // namespace

ProjectsPage::ProjectsPage(const UiContext& context, QWidget* parent)
    : ResourcePage(context, parent) {
    using Kind = ResourceCatalogue::Kind;
    m_names =
        new ResourceCatalogue(context.link, {Kind::Projects, Kind::Users, Kind::Aliases, Kind::Models}, this);
    m_projects = new ResourceListModel(context.link, specs::projects(), this);
    m_keys = new ResourceListModel(context.link, specs::keys(), this);
    m_projects->setPresenter([this](const QJsonObject& project) { return projectLook(project); });
    m_keys->setPresenter(&ProjectsPage::keyLook);
    m_tree = new ProjectTreeModel(m_projects, m_keys, this);
    QTreeView* view = makeTree(this);
    build(m_tree, view, {m_projects, m_keys},
          {tr("Projects and keys"), tr("Filter projects and keys"), tr("New key"), tr("No projects yet"),
           tr("A project groups client keys, their limits and their spending.")});
    connect(view->model(), &QAbstractItemModel::modelReset, view, &QTreeView::expandAll);
    connect(view->model(), &QAbstractItemModel::rowsInserted, view, &QTreeView::expandAll);
    // How many keys a project has is part of its row.
    connect(m_keys, &ResourceListModel::loaded, this, [this] {
        m_projects->setPresenter([this](const QJsonObject& project) { return projectLook(project); });
    });
}

void ProjectsPage::activate() {
    m_names->setActive(true);
    ResourcePage::activate();
}

void ProjectsPage::deactivate() {
    ResourcePage::deactivate();
    m_names->setActive(false);
}

void ProjectsPage::open(const QString& argument) {
    if (argument == QLatin1String("new-project"))
        leaveThen([this] { startProject(); });
    else
        ResourcePage::open(argument);
}

int ProjectsPage::keysIn(const QString& project) const {
    int count = 0;
    for (int row = 0; row < m_keys->rowCount(); ++row)
        count += m_keys->objectAt(row).value(u"project").toString() == project ? 1 : 0;
    return count;
}

RowLook ProjectsPage::projectLook(const QJsonObject& project) const {
    RowLook look;
    look.title = project.value(u"name").toString();
    look.enabled = project.value(u"enabled").toBool(true);
    const int keys = keysIn(look.title);
    QStringList facts{tr("%n key(s)", nullptr, keys)};
    const QJsonValue rpm = project.value(u"limits").toObject().value(u"rpm");
    facts << (rpm.isDouble() ? tr("%1 requests/min").arg(format::count(rpm.toInteger()))
                             : tr("no rate limit"));
    look.subtitle = facts.join(QStringLiteral(" · "));
    look.searchText = project.value(u"description").toString();
    return look;
}

RowLook ProjectsPage::keyLook(const QJsonObject& key) {
    RowLook look;
    look.title = key.value(u"name").toString();
    look.enabled = key.value(u"enabled").toBool(true);
    QStringList facts{QString(key.value(u"prefix").toString() + u'…')};
    if (const QString user = key.value(u"user").toString(); !user.isEmpty())
        facts << user;
    look.subtitle = facts.join(QStringLiteral(" · "));
    const qint64 expires = format::fromIso(key.value(u"expires_at").toString());
    const qint64 left = expires - QDateTime::currentMSecsSinceEpoch();
    constexpr qint64 kSoonMs = 7LL * 24 * 3'600'000;
    if (expires > 0 && left <= 0) {
        look.badge = tr("expired");
        look.tone = Tone::Bad;
    } else if (expires > 0 && left < kSoonMs) {
        look.badge = tr("expires soon");
        look.tone = Tone::Warning;
    }
    look.searchText = key.value(u"project").toString();
    return look;
}

const ResourceSpec& ProjectsPage::specFor(const QString& collection) const {
    return collection == specs::keys().collection ? specs::keys() : specs::projects();
}

ObjectForm* ProjectsPage::formFor(const QString& collection, const QJsonObject&) {
    if (collection == specs::keys().collection) {
        if (!m_keyForm)
            m_keyForm = new KeyForm(context(), m_names, this);
        return m_keyForm;
    }
    if (!m_projectForm) {
        m_projectForm = new ProjectForm(context(), this);
        connect(m_projectForm, &ProjectForm::newKeyRequested, this, [this] { open(QStringLiteral("new")); });
    }
    return m_projectForm;
}

void ProjectsPage::startNew() {
    // In the project that is open, or that of the key that is open.
    QJsonValue project = QJsonValue::Null;
    if (form() && form() == m_projectForm)
        project = m_projectForm->heading();
    else if (form() && form() == m_keyForm)
        project = m_keyForm->binding().original().value(u"project");
    create(specs::keys().collection, {{QStringLiteral("name"), QString()},
                                      {QStringLiteral("project"), project},
                                      {QStringLiteral("user"), QJsonValue::Null},
                                      {QStringLiteral("allowed_models"), QJsonArray()},
                                      {QStringLiteral("limits"), noLimits()},
                                      {QStringLiteral("expires_at"), QJsonValue::Null},
                                      {QStringLiteral("enabled"), true}});
}

void ProjectsPage::startProject() {
    create(specs::projects().collection, {{QStringLiteral("name"), QString()},
                                          {QStringLiteral("description"), QString()},
                                          {QStringLiteral("limits"), noLimits()},
                                          {QStringLiteral("enabled"), true}});
}

QJsonObject ProjectsPage::copyOf(const QString& collection, const QJsonObject& object) const {
    QJsonObject copy = specFor(collection).withoutComputed(object);
    copy.insert(u"name", QString(object.value(u"name").toString() + QStringLiteral("-copy")));
    return copy;
}

QString ProjectsPage::removalWarning(const QString& collection, const QJsonObject& object) const {
    if (collection == specs::keys().collection)
        return tr("Who uses it is refused at once. For ten minutes it can be brought back, secret included.");
    const int keys = keysIn(object.value(u"name").toString());
    return keys > 0 ? tr("It still has %n key(s).", nullptr, keys) : QString();
}

void ProjectsPage::afterCreated(const QString& collection, const QJsonObject& object) {
    if (collection == specs::keys().collection && m_keyForm)
        m_keyForm->showSecret(object.value(u"secret").toString());
}

QString ProjectsPage::summary() const {
    return tr("%n project(s)", nullptr, m_projects->rowCount()) + QStringLiteral(" · ") +
           tr("%n key(s)", nullptr, m_keys->rowCount());
}

QList<QWidget*> ProjectsPage::extraTitleControls(QWidget* parent) {
    auto* project = new QPushButton(tr("New project"), parent);
    project->setObjectName(QStringLiteral("addProject"));
    connect(project, &QPushButton::clicked, this, [this] { open(QStringLiteral("new-project")); });
    return {project};
}

} // namespace tollgate::ui
