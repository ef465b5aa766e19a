#pragma once
// One side of the playground: the target, its answer as it comes, and what it took.

#include "ui/pages/playground/play_run.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QTimer>

#include <memory>

class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class Badge;
class FormField;
class NamePicker;

class AnswerCard : public Card {
    Q_OBJECT
public:
    AnswerCard(const QString& title, const QString& objectName, QWidget* parent = nullptr);

    QString target() const;
    void setTarget(const QString& target);
    void setTargets(const QStringList& names);
    void setTargetError(const QString& error);

    void show(PlayRun* run); ///< takes it; the one before ends
    void cancel();
    bool isRunning() const { return m_run && m_run->isRunning(); }
    const PlayRun* run() const { return m_run.get(); }
    QString answerText() const;
    QStringList facts() const; ///< "first token 210 ms", …

Q_SIGNALS:
    void ended();
    void opened(const QString& traceId);

private:
    void refresh();
    void refreshFacts();

    std::unique_ptr<PlayRun> m_run;
    QTimer m_beat; ///< redraws at most twenty times a second while bytes come
    qsizetype m_shown = 0;
    NamePicker* m_target = nullptr;
    FormField* m_targetField = nullptr;
    Badge* m_state = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_open = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_servedBy = nullptr;
    QLabel* m_first = nullptr;
    QLabel* m_total = nullptr;
    QLabel* m_tokens = nullptr;
    QLabel* m_cost = nullptr;
};

} // namespace tollgate::ui
