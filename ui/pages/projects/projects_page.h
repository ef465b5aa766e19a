#pragma once
// Projects and the client keys in them.

#include "ui/pages/forms/resource_page.h"

namespace tollgate::ui {

class KeyForm;
class ProjectForm;
class ProjectTreeModel;
class ResourceCatalogue;

class ProjectsPage : public ResourcePage {
    Q_OBJECT
public:
    explicit ProjectsPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;
    void open(const QString& argument) override; ///< also "new-project"

protected:
    const ResourceSpec& specFor(const QString& collection) const override;
    ObjectForm* formFor(const QString& collection, const QJsonObject& object) override;
    void startNew() override; ///< a key, in the project that is open
    QJsonObject copyOf(const QString& collection, const QJsonObject& object) const override;
    QString removalWarning(const QString& collection, const QJsonObject& object) const override;
    QString summary() const override;
    void afterCreated(const QString& collection, const QJsonObject& object) override;
    QList<QWidget*> extraTitleControls(QWidget* parent) override;

private:
    RowLook projectLook(const QJsonObject& project) const;
    static RowLook keyLook(const QJsonObject& key);
    void startProject();
    int keysIn(const QString& project) const;

    ResourceListModel* m_projects = nullptr;
    ResourceListModel* m_keys = nullptr;
    ProjectTreeModel* m_tree = nullptr;
    ResourceCatalogue* m_names = nullptr;
    ProjectForm* m_projectForm = nullptr;
    KeyForm* m_keyForm = nullptr;
};

} // namespace tollgate::ui
