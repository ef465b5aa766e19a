#pragma once
// "What will change": old → new of every edited field, on one wrapping line beside Save; the rest in the tool
// tip.

#include "ui/pages/forms/form_binding.h"

#include <QLabel>

namespace tollgate::ui {

class ChangePreview : public QWidget {
    Q_OBJECT
public:
    explicit ChangePreview(QWidget* parent = nullptr);
    void setChanges(const QList<FieldChange>& changes, bool isNew);
    QString text() const;

    /// "rollout 5 % → 15 %"
    static QString sentence(const FieldChange& change);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_caption = nullptr;
    QLabel* m_list = nullptr;
};

} // namespace tollgate::ui
