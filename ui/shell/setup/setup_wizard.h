#pragma once
// The first run in five steps: address, secret store, provider, alias and budget, key and first request. Can
// be left and taken up again; nothing is made before the last step, and there all of it at once.

#include "ui/link/starter.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tollgate::ui {

class ConsoleState;
class CurrentStack;
class GatewayLink;
class KeyStep;
class PolicyStep;
class ProviderStep;
class SetupStep;

/// Main thread. Link and state outlive it.
class SetupWizard : public QDialog {
    Q_OBJECT
public:
    SetupWizard(GatewayLink& link, ConsoleState& state, QWidget* parent = nullptr);

    int step() const;
    void reject() override; ///< later: what was typed is kept, but the key

    static bool isDone(const ConsoleState& state);      ///< finished, or never wanted
    static bool isPostponed(const ConsoleState& state); ///< begun and left

protected:
    bool focusNextPrevChild(bool next) override;

private:
    void goTo(int step);
    void next();
    void skip();
    void refresh();
    Starter starter() const;
    void keep();
    void restore();
    QWidget* buildSide();
    QWidget* buildButtons();

    GatewayLink& m_link;
    ConsoleState& m_state;
    CurrentStack* m_steps = nullptr;
    QList<QLabel*> m_names;
    ProviderStep* m_provider = nullptr;
    PolicyStep* m_policy = nullptr;
    KeyStep* m_key = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_skip = nullptr;
    QPushButton* m_later = nullptr;
    QPushButton* m_next = nullptr;
    bool m_withoutProvider = false;
    bool m_withoutPolicy = false; ///< the usual names, and no budget
    bool m_withoutKey = false;
};

} // namespace tollgate::ui
