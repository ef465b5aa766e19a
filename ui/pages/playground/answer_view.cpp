#include "ui/pages/playground/answer_view.h"

#include "ui/models/format.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/paint.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace tollgate::ui {

AnswerView::AnswerView(const QString& accessibleName, QWidget* parent)
    : QWidget(parent) {
    auto* column = makeColumn(10);
    setLayout(column);
    m_text = new QPlainTextEdit(this); // what models write is never anything but plain text
    m_text->setAccessibleName(accessibleName);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    column->addWidget(m_text, 1);
    m_problem = makeLabel({}, ColorRole::Bad, -0.25, QFont::Normal, this);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    column->addWidget(m_problem);
    auto* facts = new FactList(this);
    m_servedBy = facts->add(tr("served by"));
    m_first = facts->add(tr("first token"));
    m_total = facts->add(tr("total"));
    m_tokens = facts->add(tr("tokens"));
    m_cost = facts->add(tr("cost"));
    column->addWidget(facts);
    setFacts({});
}

void AnswerView::addBelowText(QWidget* widget) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_text) + 1, widget);
}

void AnswerView::setProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void AnswerView::setFacts(const Facts& facts) {
    const auto say = [](QLabel* label, const QString& text) {
        label->setText(text.isEmpty() ? format::none() : text);
    };
    say(m_servedBy, facts.servedBy);
    say(m_first, facts.firstToken);
    say(m_total, facts.total);
    say(m_tokens, facts.tokens);
    say(m_cost, facts.cost);
}

QStringList AnswerView::facts() const {
    return {m_servedBy->text(), m_first->text(), m_total->text(), m_tokens->text(), m_cost->text()};
}

QString AnswerView::tokensText(std::optional<qint64> input, std::optional<qint64> output) {
    const auto number = [](std::optional<qint64> value) {
        return value ? format::count(*value) : format::none();
    };
    return tr("%1 in · %2 out").arg(number(input), number(output));
}

} // namespace tollgate::ui
