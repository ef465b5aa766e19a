#pragma once
// Flags: canaries, prompt experiments, kill switches and mirrors. The switch in the list acts at once.

#include "ui/pages/forms/resource_page.h"

namespace tollgate::ui {

class FlagForm;
class ResourceCatalogue;

class FlagsPage : public ResourcePage {
    Q_OBJECT
public:
    explicit FlagsPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;

    static RowLook look(const QJsonObject& flag);

protected:
    const ResourceSpec& specFor(const QString& collection) const override;
    ObjectForm* formFor(const QString& collection, const QJsonObject& object) override;
    void startNew() override;
    QString summary() const override;
    QList<QWidget*> extraTitleControls(QWidget* parent) override;

private:
    FlagForm* makeForm(const QString& type);

    ResourceListModel* m_flags = nullptr;
    ResourceCatalogue* m_names = nullptr;
    QHash<QString, FlagForm*> m_forms; ///< by type
};

} // namespace tollgate::ui
