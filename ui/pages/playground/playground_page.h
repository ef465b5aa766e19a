#pragma once
// Ask one or two targets the same and look at what comes back; or ask again what the ledger holds, beside the
// answer that came then. Nothing is sent until the person says so.

#include "ui/pages/page.h"
#include "ui/pages/playground/replay.h"

#include <QNetworkAccessManager>

class QCheckBox;
class QPushButton;

namespace tollgate::ui {

class AnswerCard;
class OriginalCard;
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
    /// A target ("chat-default", "openai/gpt-4o-mini") or "replay:" and the id of a request.
    void open(const QString& argument) override;
    QString statusText() const override;
    QString statusHint() const override;

    void run();
    void cancel();
    PromptEdit* prompt() const { return m_prompt; }
    AnswerCard* first() const { return m_first; }
    AnswerCard* second() const { return m_second; }
    OriginalCard* original() const { return m_original; }

private:
    /// What a side was asked, for the rounds that follow.
    struct Asked {
        PlayPrompt prompt;
        QString target;
        QList<QPair<QByteArray, QByteArray>> headers;
    };
    struct Before {
        PlayPrompt prompt;
        QString target;
        bool compare = true;
    };

    void connectCards();
    void ask(AnswerCard* card);
    void askRound(AnswerCard* card);
    void openReplay(const QString& id);
    void startReplay(const RequestDetail& detail);
    void endReplay();
    void compare(bool both);
    void showProblem(AnswerCard* card, const PlayProblem& problem);
    void fill();
    void refresh();
    bool isRunning() const;

    QNetworkAccessManager m_network;
    ResourceCatalogue* m_names = nullptr;
    PromptEdit* m_prompt = nullptr;
    AnswerCard* m_first = nullptr;
    AnswerCard* m_second = nullptr;
    OriginalCard* m_original = nullptr;
    std::optional<Replay> m_replay;
    PlayPrompt m_filled; ///< by the replay, as the fields have it
    std::optional<Before> m_before;
    Asked m_asked[2]; ///< of A, of B
    int m_replayAsked = 0;
    bool m_both = true;
    SaveVersionPanel* m_save = nullptr;
    QCheckBox* m_compare = nullptr;
    QPushButton* m_run = nullptr;
};

} // namespace tollgate::ui
