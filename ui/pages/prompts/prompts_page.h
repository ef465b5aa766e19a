#pragma once
// Prompts: versions with their use, the next version with a preview, the default moved forward and back,
// prompts.yaml in and out.

#include "ui/models/file_export.h"
#include "ui/pages/forms/resource_page.h"

namespace tollgate::ui {

class DryRunPanel;
class PromptForm;
class ResourceCatalogue;

class PromptsPage : public ResourcePage {
    Q_OBJECT
public:
    explicit PromptsPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;
    bool save() override;

    void importFile(const QString& path);
    void exportFile(const QString& path);
    DryRunPanel* panel() const { return m_panel; }
    PromptForm* promptForm() const { return m_form; }

    static RowLook look(const QJsonObject& prompt);

protected:
    const ResourceSpec& specFor(const QString& collection) const override;
    ObjectForm* formFor(const QString& collection, const QJsonObject& object) override;
    void startNew() override;
    QJsonObject copyOf(const QString& collection, const QJsonObject& object) const override;
    QString removalWarning(const QString& collection, const QJsonObject& object) const override;
    QString summary() const override;
    QList<QWidget*> extraTitleControls(QWidget* parent) override;

private:
    void chooseImport();
    void chooseExport();
    void setDefault(const QString& version);
    void showSaved(const QString& name, const QString& version);

    ResourceListModel* m_prompts = nullptr;
    ResourceCatalogue* m_names = nullptr;
    PromptForm* m_form = nullptr;
    DryRunPanel* m_panel = nullptr;
    FileExport* m_export = nullptr;
    bool m_saving = false;
};

} // namespace tollgate::ui
