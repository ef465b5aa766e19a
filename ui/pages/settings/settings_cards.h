#pragma once
// The parts of the Settings page that are no form: facts about the running gateway, appearance, the security
// self-check. Main thread.

#include "ui/pages/page.h"
#include "ui/widgets/card.h"

#include <QJsonArray>

class QLabel;
class QStandardItemModel;

namespace tollgate::ui {

class FactList;
class SegmentedControl;
class TableView;
class ChoiceBox;

/// Where it listens, what it runs with, where secrets are kept. Decided at the start of the program.
class FactsCard : public Card {
    Q_OBJECT
public:
    explicit FactsCard(QWidget* parent = nullptr);
    void setStatus(const QJsonObject& status, const QString& address);
    QString secrets() const;

Q_SIGNALS:
    void setupWanted(); ///< the first-run wizard once more

private:
    QLabel* m_address = nullptr;
    QLabel* m_threads = nullptr;
    QLabel* m_directory = nullptr;
    QLabel* m_version = nullptr;
    QLabel* m_database = nullptr;
    QLabel* m_secrets = nullptr;
};

class AppearanceCard : public Card {
    Q_OBJECT
public:
    explicit AppearanceCard(const UiContext& context, QWidget* parent = nullptr);
    SegmentedControl* mode() const { return m_mode; }
    ChoiceBox* language() const { return m_language; }

private:
    SegmentedControl* m_mode = nullptr;
    ChoiceBox* m_language = nullptr;
};

/// Point by point what protects the gateway as it runs.
class SecurityCard : public Card {
    Q_OBJECT
public:
    explicit SecurityCard(QWidget* parent = nullptr);
    void setChecks(const QJsonArray& checks);
    void setFailure(const QString& message);
    TableView* table() const { return m_table; }

Q_SIGNALS:
    void againWanted();

private:
    QStandardItemModel* m_rows = nullptr;
    TableView* m_table = nullptr;
};

} // namespace tollgate::ui
