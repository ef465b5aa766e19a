#pragma once
// Ask one or two targets the same and look at what comes back.

#include "ui/pages/page.h"

#include <QNetworkAccessManager>

class QCheckBox;
class QPushButton;

namespace tollgate::ui {

class AnswerCard;
class PromptEdit;
class ResourceCatalogue;
class SaveVersionPanel;

class PlaygroundPage : public Page {
    Q_OBJECT
public:
    explicit PlaygroundPage(const UiContext& context, QWidget* parent = nullptr);

    QWidget* createTitleControls(QWidget* parent) override;
    void activate() override;
    void deactivate() override;
    void open(const QString& argument) override; ///< a target: "chat-default", "openai/gpt-4o-mini"
    QString statusText() const override;
    QString statusHint() const override;

    void run();
    void cancel();
    PromptEdit* prompt() const { return m_prompt; }
    AnswerCard* first() const { return m_first; }
    AnswerCard* second() const { return m_second; }

private:
    void ask(AnswerCard* card);
    void fill();
    void refresh();
    bool isRunning() const;

    QNetworkAccessManager m_network;
    ResourceCatalogue* m_names = nullptr;
    PromptEdit* m_prompt = nullptr;
    AnswerCard* m_first = nullptr;
    AnswerCard* m_second = nullptr;
    SaveVersionPanel* m_save = nullptr;
    QCheckBox* m_compare = nullptr;
    QPushButton* m_run = nullptr;
};

} // namespace tollgate::ui
