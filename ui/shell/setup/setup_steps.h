#pragma once
// The five steps of the first-run wizard. Each shows itself, and puts what it was told into the Starter. Main
// thread.

#include "ui/link/starter.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QNetworkAccessManager;
class QPushButton;

namespace tollgate::ui {

class Badge;
class DataCall;
class FormField;
class GatewayLink;
class MoneySpin;
class SecretPanel;

class SetupStep : public QWidget {
    Q_OBJECT
public:
    SetupStep(const QString& title, const QString& explanation, QWidget* parent);

    QString title() const { return m_title; }
    virtual bool isComplete() const { return true; }   ///< Next may be pressed
    virtual bool isSkippable() const { return false; } ///< its part may be left out
    virtual void enter() {}                            ///< it is shown
    virtual void fill(Starter& starter) const { Q_UNUSED(starter) }

Q_SIGNALS:
    void changed();

protected:
    void addNote(QLabel* label);

private:
    QString m_title;
};

/// Where applications find the gateway, and whether it listens there.
class AddressStep : public SetupStep {
    Q_OBJECT
public:
    AddressStep(GatewayLink& link, QWidget* parent);
    void enter() override;

private:
    void refresh();

    GatewayLink& m_link;
    QLabel* m_url = nullptr;
    Badge* m_state = nullptr;
    QLabel* m_detail = nullptr;
    QLabel* m_directory = nullptr;
    QPushButton* m_otherPort = nullptr;
};

/// What seals the providers' keys.
class SecretsStep : public SetupStep {
    Q_OBJECT
public:
    SecretsStep(GatewayLink& link, QWidget* parent);
    void enter() override;

private:
    GatewayLink& m_link;
    Badge* m_store = nullptr;
    QLabel* m_note = nullptr;
};

/// Preset, key, a live test with its exact answer, and the model.
class LongWork;

class ProviderStep : public SetupStep {
    Q_OBJECT
public:
    ProviderStep(GatewayLink& link, QWidget* parent);
    bool isComplete() const override;
    bool isSkippable() const override { return true; }
    void fill(Starter& starter) const override;
    /// What was chosen before; a key is never kept.
    void restore(const QString& preset, const QString& url, const QString& model);
    QString preset() const;
    QString model() const;
    QString url() const;
    QString result() const;

private:
    void usePreset();
    void test();

    GatewayLink& m_link;
    QComboBox* m_preset = nullptr;
    QLineEdit* m_url = nullptr;
    QLineEdit* m_key = nullptr;
    QComboBox* m_model = nullptr;
    FormField* m_urlField = nullptr;
    FormField* m_keyField = nullptr;
    QPushButton* m_test = nullptr;
    LongWork* m_check = nullptr;
    Badge* m_badge = nullptr;
    QLabel* m_result = nullptr;
    int m_tests = 0;
};

/// The name applications ask for, and what they may spend before somebody is told.
class PolicyStep : public SetupStep {
    Q_OBJECT
public:
    PolicyStep(QWidget* parent);
    bool isComplete() const override;
    bool isSkippable() const override { return true; }
    void fill(Starter& starter) const override;
    void restore(const QString& alias, double budgetUsd);
    QString alias() const;
    double budgetUsd() const;

private:
    QLineEdit* m_alias = nullptr;
    QLineEdit* m_project = nullptr;
    QLineEdit* m_keyName = nullptr;
    MoneySpin* m_budget = nullptr;
};

/// Everything is made here, in one write; then the key, once, and a first request seen live.
class KeyStep : public SetupStep {
    Q_OBJECT
public:
    KeyStep(GatewayLink& link, QWidget* parent);
    ~KeyStep() override;
    bool isSkippable() const override { return !m_made && !m_busy; }
    /// What would be made, in words.
    void propose(const Starter& starter);
    void create();
    void createWithoutKey(); ///< of the rest, if there is any
    bool isMade() const { return m_made; }
    bool isBusy() const { return m_busy; }
    QString requestText() const;
    QString problem() const;

Q_SIGNALS:
    void made();

private:
    void sendTest();
    void onEvent(const QString& type, const QJsonObject& data);

    GatewayLink& m_link;
    Starter m_starter;
    QLabel* m_plan = nullptr;
    QLabel* m_problem = nullptr;
    SecretPanel* m_secret = nullptr;
    QWidget* m_trial = nullptr;
    QPushButton* m_send = nullptr;
    Badge* m_badge = nullptr;
    QLabel* m_said = nullptr;
    QLabel* m_seen = nullptr;
    QNetworkAccessManager* m_network = nullptr;
    QString m_traceId;
    bool m_made = false;
    bool m_busy = false;
};

} // namespace tollgate::ui
