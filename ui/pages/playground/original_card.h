#pragma once
// The answer that a replayed request had: its words, its target and what it took, beside the new ones; and
// what the replay could not bring. Main thread.

#include "ui/pages/playground/replay.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace tollgate::ui {

class AnswerView;
class Badge;

class OriginalCard : public Card {
    Q_OBJECT
public:
    explicit OriginalCard(QWidget* parent = nullptr);

    void show(const RequestDetail& detail, const Replay& replay);
    QString answerText() const;
    QString note() const;

Q_SIGNALS:
    void openWanted(const QString& traceId);
    void settingsWanted(); ///< bodies are not kept; the setting can change that
    void closeWanted();

private:
    void showFacts(const RequestRow& row);

    QString m_traceId;
    Badge* m_state = nullptr;
    QLabel* m_asked = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_settings = nullptr;
    AnswerView* m_view = nullptr;
};

} // namespace tollgate::ui
