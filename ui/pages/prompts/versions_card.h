#pragma once
// The versions of a prompt, newest first: note, hash, day, and what each did in the last 24 hours.

#include "ui/widgets/card.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

class QPushButton;
class QStandardItemModel;

namespace tollgate::ui {

class TableView;

class VersionsCard : public Card {
    Q_OBJECT
public:
    explicit VersionsCard(QWidget* parent = nullptr);

    void setPrompt(const QJsonObject& prompt);
    /// Rows of GET /usage by prompt_version.
    void setUsage(const QJsonArray& rows);
    void choose(const QString& version); ///< without telling
    QString chosen() const { return m_chosen; }
    QStringList rowTexts(int row) const;
    int rowCount() const;

Q_SIGNALS:
    void chosenChanged(const QString& version);
    void defaultRequested(const QString& version);
    void trafficRequested(const QString& version);

private:
    enum Column { Version, State, Note, Hash, Day, Requests, Errors, P95, Cost, ColumnCount };
    void fill();
    void follow();

    QJsonObject m_prompt;
    QHash<QString, QJsonObject> m_usage;
    QString m_chosen;
    QStandardItemModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QPushButton* m_traffic = nullptr;
    QPushButton* m_default = nullptr;
};

} // namespace tollgate::ui
