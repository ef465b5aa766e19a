#pragma once
// What every type of flag has: key and type (chosen once), history with restore. Each type adds its own
// cards.

#include "ui/pages/forms/object_form.h"

class QVBoxLayout;

namespace tollgate::ui {

class Card;
class FlagHistoryCard;
class NamePicker;
class ResourceCatalogue;
class SegmentedControl;

class FlagForm : public ObjectForm {
    Q_OBJECT
public:
    FlagForm(const UiContext& context, ResourceCatalogue* names, const QString& type,
             QWidget* parent = nullptr);

    QString heading() const override;
    QString kindText() const override;
    FlagHistoryCard* history() const { return m_history; }

    /// A new flag of a type, before anything is typed.
    static QJsonObject newFlag(const QString& type, const QString& key);

Q_SIGNALS:
    /// Another type was chosen for a new flag; the key typed so far.
    void typeChosen(const QString& type, const QString& key);

protected:
    void shown(const QJsonObject& object, bool isNew) override;
    void liveChanged(bool live) override;
    virtual void namesChanged() {} ///< pickers are filled here

    QVBoxLayout* cards() const { return m_body; } ///< between the type row and the history
    ResourceCatalogue& names() const { return *m_names; }
    QStringList targets() const; ///< "provider/model" of every model
    NamePicker* targetPicker(QWidget* parent) const;

private:
    void readHistory();

    ResourceCatalogue* m_names;
    QString m_type;
    QJsonValue m_enabled;
    QVBoxLayout* m_body = nullptr;
    Card* m_identity = nullptr;
    SegmentedControl* m_types = nullptr;
    FlagHistoryCard* m_history = nullptr;
};

} // namespace tollgate::ui
