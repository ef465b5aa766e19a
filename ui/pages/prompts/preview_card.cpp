#include "ui/pages/prompts/preview_card.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/prompts/version_text.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/paint.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QPlainTextEdit>

#include <algorithm>

namespace tollgate::ui {

namespace {

constexpr int kWaitMs = 250;
constexpr int kColumns = 2;
constexpr int kMostLines = 16;

QStringList textsOf(const QJsonValue& list) {
    QStringList texts;
    for (const QJsonValue& one : list.toArray())
        texts << one.toString();
    return texts;
}

QPlainTextEdit* makeView(const QString& name, const QString& objectName, QWidget* parent) {
    QPlainTextEdit* view = makeCodeView(name, parent);
    view->setObjectName(objectName);
    view->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    return view;
}

} // namespace

PreviewCard::PreviewCard(GatewayLink& link, QWidget* parent)
    : Card(tr("Preview"), parent)
    , m_link(link) {
    setCaption(tr("rendered by the gateway, nothing is sent to a model"));
    m_none = makeLabel(tr("This version has no variables."), ColorRole::TextMuted, -0.5, QFont::Normal, this);
    content()->addWidget(m_none);
    m_grid = new QGridLayout;
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::of(this).px(12));
    m_grid->setVerticalSpacing(Theme::of(this).px(8));
    content()->addLayout(m_grid);
    m_problem = makeLabel({}, ColorRole::Warning, -0.5, QFont::Normal, this);
    m_problem->setWordWrap(true);
    content()->addWidget(m_problem);
    m_system = makeView(tr("Rendered system message"), QStringLiteral("renderedSystem"), this);
    m_systemField = new FormField(tr("system"), m_system, this);
    content()->addWidget(m_systemField);
    m_user = makeView(tr("Rendered user message"), QStringLiteral("renderedUser"), this);
    content()->addWidget(new FormField(tr("user"), m_user, this));
    content()->addStretch(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kWaitMs);
    connect(&m_soon, &QTimer::timeout, this, &PreviewCard::ask);
    say({});
}

void PreviewCard::setLive(bool live) {
    m_live = live;
    if (live && m_stale)
        ask();
}

void PreviewCard::setDraft(const QJsonObject& draft) {
    if (draft == m_draft)
        return;
    const bool first = m_draft.isEmpty();
    m_draft = draft;
    m_stale = true;
    if (first)
        ask();
    else
        m_soon.start();
}

QJsonObject PreviewCard::variables() const {
    QJsonObject given;
    for (const Variable& variable : m_variables) {
        const QString typed = m_typed.value(variable.name);
        if (!typed.isEmpty())
            given.insert(variable.name, versionText::variableValue(typed, variable.section));
    }
    return given;
}

QString PreviewCard::systemText() const {
    return m_system->toPlainText();
}
QString PreviewCard::userText() const {
    return m_user->toPlainText();
}
QString PreviewCard::problem() const {
    return m_problem->text();
}

void PreviewCard::ask() {
    m_soon.stop();
    if (!m_live)
        return;
    m_stale = false;
    QJsonObject body{{QStringLiteral("variables"), variables()}};
    for (const char* field : {"system", "template", "model", "temperature", "max_tokens"})
        if (const QJsonValue value = m_draft.value(QLatin1String(field)); !value.isUndefined())
            body.insert(QLatin1String(field), value);
    m_link.send("POST", QStringLiteral("/prompts/render"), body, this,
                [this, generation = ++m_generation](const GatewayReply& reply) {
                    if (generation == m_generation)
                        take(reply);
                });
}

void PreviewCard::take(const GatewayReply& reply) {
    if (!reply.ok()) {
        say(reply.errorMessage());
        Q_EMIT judged(reply.errorParam(), reply.errorMessage());
        return;
    }
    Q_EMIT judged({}, {});
    QList<Variable> variables;
    for (const QJsonValue& value : reply.json.value(u"variables").toArray()) {
        const QJsonObject one = value.toObject();
        variables << Variable{one.value(u"name").toString(), one.value(u"section").toBool(),
                              one.value(u"required").toBool()};
    }
    setVariables(variables);
    QString system;
    QString user;
    for (const QJsonValue& value : reply.json.value(u"messages").toArray()) {
        const QJsonObject message = value.toObject();
        (message.value(u"role").toString() == QLatin1String("system") ? system : user) =
            message.value(u"content").toString();
    }
    m_systemField->setVisible(!system.isEmpty());
    put(m_system, system);
    put(m_user, user);
    QStringList said;
    const QStringList missing = textsOf(reply.json.value(u"missing"));
    const QStringList notText = textsOf(reply.json.value(u"not_text"));
    if (!missing.isEmpty())
        said << tr("Callers must give: %1").arg(missing.join(QStringLiteral(", ")));
    if (!notText.isEmpty())
        said << tr("Must be texts, not lists: %1").arg(notText.join(QStringLiteral(", ")));
    say(said.join(QStringLiteral(" · ")));
}

void PreviewCard::put(QPlainTextEdit* view, const QString& text) {
    if (view->toPlainText() != text)
        view->setPlainText(text);
    const int perLine =
        std::max(20, view->viewport()->width() / std::max(1, view->fontMetrics().averageCharWidth()));
    int lines = 0;
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it would narrow what is measured
    for (const QString& line : text.split(u'\n'))
        lines += 1 + static_cast<int>(line.size()) / perLine;
    if (lines > kMostLines)
        view->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    view->setFixedHeight(std::clamp(lines, 1, kMostLines) * view->fontMetrics().lineSpacing() +
                         Theme::of(view).px(22));
}

void PreviewCard::say(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void PreviewCard::setVariables(const QList<Variable>& variables) {
    m_none->setVisible(variables.isEmpty());
    if (variables == m_variables)
        return;
    m_variables = variables;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_edits.clear();
    for (qsizetype i = 0; i < variables.size(); ++i) {
        const Variable& variable = variables[i];
        auto* edit = new QPlainTextEdit(m_typed.value(variable.name), this);
        edit->setObjectName(QStringLiteral("variable.") + variable.name);
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 2 + Theme::of(this).px(16));
        if (variable.section)
            edit->setPlaceholderText(tr("nothing, true, a text, or a JSON list"));
        else if (!variable.required)
            edit->setPlaceholderText(tr("only where its section is given"));
        connect(edit, &QPlainTextEdit::textChanged, this, [this, edit, name = variable.name] {
            m_typed.insert(name, edit->toPlainText());
            m_stale = true;
            m_soon.start();
        });
        auto* field = new FormField(variable.name, edit, this);
        m_grid->addWidget(field, static_cast<int>(i) / kColumns, static_cast<int>(i) % kColumns);
        m_edits.insert(variable.name, edit);
    }
}

} // namespace tollgate::ui
