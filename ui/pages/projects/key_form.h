#pragma once
// One client key: whose it is, what it may do, until when; its secret exactly once, after creation and
// rotation.

#include "ui/pages/forms/object_form.h"

class QPushButton;

namespace tollgate::ui {

class FactList;
class NamePicker;
class ResourceCatalogue;
class SecretPanel;
class TagEdit;
class UndoStack;
class UsageCard;

class KeyForm : public ObjectForm {
    Q_OBJECT
public:
    KeyForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

    QString heading() const override;
    QString kindText() const override;
    QList<QAbstractButton*> actions() const override;

    void showSecret(const QString& secret);
    SecretPanel* secretPanel() const { return m_secret; }

protected:
    void shown(const QJsonObject& object, bool isNew) override;
    void liveChanged(bool live) override;

private:
    QWidget* identityCard();
    QWidget* modelsCard();
    void fillNames();
    void askRotate();
    void rotate();

    ResourceCatalogue* m_names;
    UndoStack* m_undo;
    SecretPanel* m_secret = nullptr;
    NamePicker* m_project = nullptr;
    NamePicker* m_user = nullptr;
    TagEdit* m_models = nullptr;
    QWidget* m_facts = nullptr;
    QLabel* m_prefix = nullptr;
    QLabel* m_lastUsed = nullptr;
    UsageCard* m_usage = nullptr;
    QPushButton* m_rotate = nullptr;
    QString m_shownId;
};

} // namespace tollgate::ui
