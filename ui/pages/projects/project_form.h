#pragma once
// One project: what it is, its limits, what it used.

#include "ui/pages/forms/object_form.h"

class QPushButton;

namespace tollgate::ui {

class UsageCard;

class ProjectForm : public ObjectForm {
    Q_OBJECT
public:
    explicit ProjectForm(const UiContext& context, QWidget* parent = nullptr);

    QString heading() const override;
    QString kindText() const override;
    QList<QAbstractButton*> actions() const override;

Q_SIGNALS:
    void newKeyRequested();

protected:
    void shown(const QJsonObject& object, bool isNew) override;
    void liveChanged(bool live) override;

private:
    UsageCard* m_usage = nullptr;
    QPushButton* m_newKey = nullptr;
};

} // namespace tollgate::ui
