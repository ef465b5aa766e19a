#pragma once
// Models: what every model costs and can do. One model in the form; many at once by bulk edit, by a cost map
// from a file, and history priced again: each shown before it is done.

#include "ui/pages/forms/resource_page.h"
#include "ui/pages/models/model_tasks.h"

class QCheckBox;
class QPushButton;

namespace tollgate::ui {

class ModelForm;
class ModelTable;
class ResourceCatalogue;

class ModelsPage : public ResourcePage {
    Q_OBJECT
public:
    explicit ModelsPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;

    void editChosen(); ///< the rows that are selected, in one write
    void importFile(const QString& path);
    void rerate();
    DryRunPanel* panel() const { return m_panel; }
    int chosenCount() const;

protected:
    const ResourceSpec& specFor(const QString& collection) const override;
    ObjectForm* formFor(const QString& collection, const QJsonObject& object) override;
    void startNew() override;
    QJsonObject copyOf(const QString& collection, const QJsonObject& object) const override;
    QString nameOf(const ResourceSpec& spec, const QJsonObject& object) const override;
    QString removalWarning(const QString& collection, const QJsonObject& object) const override;
    QString summary() const override;
    QList<QWidget*> extraTitleControls(QWidget* parent) override;

private:
    RowLook look(const QJsonObject& model) const;
    QWidget* bulkControls();
    void runTask(DryRunPanel::Task task);
    void chooseFile();
    void follow();

    ResourceListModel* m_models = nullptr;
    ModelTable* m_table = nullptr;
    ResourceCatalogue* m_names = nullptr;
    ModelForm* m_form = nullptr;
    DryRunPanel* m_panel = nullptr;
    QPointer<QPushButton> m_editChosen;
    modelTasks::BulkEdit m_edit;
};

} // namespace tollgate::ui
