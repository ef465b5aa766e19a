#pragma once
// An answer of a model as both cards of the playground show it: its words, what went wrong, and what it took.
// Main thread.

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;

namespace tollgate::ui {

class AnswerView : public QWidget {
    Q_OBJECT
public:
    /// Texts that are empty read as "no data".
    struct Facts {
        QString servedBy;
        QString firstToken;
        QString total;
        QString tokens;
        QString cost;
    };

    explicit AnswerView(const QString& accessibleName, QWidget* parent = nullptr);

    QPlainTextEdit* text() const { return m_text; }
    void addBelowText(QWidget* widget);
    void setProblem(const QString& problem); ///< empty: none
    void setFacts(const Facts& facts);
    QStringList facts() const; ///< as shown, in the order of Facts

    static QString tokensText(std::optional<qint64> input, std::optional<qint64> output);

private:
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_servedBy = nullptr;
    QLabel* m_first = nullptr;
    QLabel* m_total = nullptr;
    QLabel* m_tokens = nullptr;
    QLabel* m_cost = nullptr;
};

} // namespace tollgate::ui
