#pragma once
// Settings: what the gateway is told about itself, what it runs with, backup and restore, and how well it is
// protected. The form is saved as a whole; refusals stand at their field.

#include "ui/pages/page.h"
#include "ui/pages/settings/settings_form.h"

#include <QPointer>

class QPushButton;
class QScrollArea;

namespace tollgate::ui {

class AppearanceCard;
class BackupCard;
class ChangePreview;
class FactsCard;
class SecurityCard;
class TelemetryCard;
class UndoStack;

class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(const UiContext& context, QWidget* parent = nullptr);

    QWidget* createTitleControls(QWidget* parent) override;
    void activate() override;
    void deactivate() override;
    bool isDirty() const override;
    bool save() override;
    void revert() override;
    void open(const QString& argument) override; ///< "security", "backup"
    QString statusText() const override;
    QString statusHint() const override;

    SettingsForm& form() { return *m_form; }
    FactsCard* facts() const { return m_facts; }
    SecurityCard* security() const { return m_security; }
    BackupCard* backup() const { return m_backup; }
    TelemetryCard* telemetry() const { return m_telemetry; }
    AppearanceCard* appearance() const { return m_appearance; }

private:
    QWidget* makeContent();
    void read();
    void readSettings();
    void readChecks();
    void store(const QJsonObject& patch);
    void follow();

    UndoStack* m_undo = nullptr;
    ResourceCatalogue* m_names = nullptr;
    SettingsForm* m_form = nullptr;
    FactsCard* m_facts = nullptr;
    TelemetryCard* m_telemetry = nullptr;
    AppearanceCard* m_appearance = nullptr;
    BackupCard* m_backup = nullptr;
    SecurityCard* m_security = nullptr;
    ChangePreview* m_preview = nullptr;
    QScrollArea* m_scroll = nullptr;
    QPointer<QPushButton> m_save;
    QPointer<QPushButton> m_discard;
    bool m_active = false;
    bool m_busy = false;
    bool m_known = false;
};

} // namespace tollgate::ui
