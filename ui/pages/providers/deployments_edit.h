#pragma once
// Azure's deployments, one "model = deployment" per line. Main thread.

#include <QJsonObject>
#include <QPlainTextEdit>

namespace tollgate::ui {

class DeploymentsEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DeploymentsEdit(QWidget* parent = nullptr);

    QJsonObject value() const; ///< lines that name no deployment are left out
    void setValue(const QJsonObject& deployments);
    /// The first line that says no pair, for people; empty when all do.
    QString mistake() const;

    /// "gpt-4o → prod-4o, …"
    static QString say(const QJsonObject& deployments);
};

} // namespace tollgate::ui
