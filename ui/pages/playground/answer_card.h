#pragma once
// One side of the playground: the target, its answer as it comes, what it took, and the rounds that follow
// when the model called tools.

#include "ui/pages/playground/play_run.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QTimer>

#include <memory>

class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class AnswerView;
class Badge;
class FormField;
class NamePicker;
class ToolResults;

class AnswerCard : public Card {
    Q_OBJECT
public:
    AnswerCard(const QString& title, const QString& objectName, QWidget* parent = nullptr);

    QString target() const;
    void setTarget(const QString& target);
    void setTargets(const QStringList& names);
    void setTargetError(const QString& error);

    void show(PlayRun* run); ///< takes it; the one before and its rounds end
    /// The next round of the same conversation; what was said before stays above it.
    void goOn(PlayRun* run);
    void reset(); ///< as before the first question; the target stays
    void cancel();
    bool isRunning() const { return m_run && m_run->isRunning(); }
    const PlayRun* run() const { return m_run.get(); }
    QString answerText() const;
    QStringList facts() const; ///< "first token 210 ms", …
    /// Everything behind the user's message so far: answers and results, as the next request has them.
    const QList<QByteArray>& rounds() const { return m_rounds; }

Q_SIGNALS:
    void ended();
    void opened(const QString& traceId);
    void roundWanted(); ///< the page asks again, with rounds()

private:
    void follow(PlayRun* run);
    void refresh();
    void refreshFacts();
    void takeResults();
    std::optional<double> costOfAll() const;

    std::unique_ptr<PlayRun> m_run;
    QTimer m_beat; ///< redraws at most twenty times a second while bytes come
    qsizetype m_shown = 0;
    QString m_before; ///< what was said in earlier rounds, as it is shown
    QList<QByteArray> m_rounds;
    int m_given = 0;                          ///< times that tools have answered
    std::optional<double> m_costBefore = 0.0; ///< of earlier rounds; unset: unknown
    NamePicker* m_target = nullptr;
    FormField* m_targetField = nullptr;
    Badge* m_state = nullptr;
    AnswerView* m_view = nullptr;
    QPlainTextEdit* m_text = nullptr; ///< of the view
    ToolResults* m_results = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_open = nullptr;
};

/// Words and tool calls of an answer as one reads them.
QString wholeText(const PlayStream& answer);

} // namespace tollgate::ui
