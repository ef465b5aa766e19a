#include "ui/pages/flags/rules_edit.h"

#include "ui/models/api_words.h"

#include "ui/pages/flags/flag_text.h"
#include "ui/pages/flags/rule_row.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/tag_edit.h"

#include <QPushButton>

namespace tollgate::ui {

namespace {

Tone serveTone(const QString& serve) {
    if (serve == QLatin1String("canary"))
        return Tone::Warning; // the canary's own colour on every chart
    return Tone::Accent;
}

void take(QJsonObject& conditions, const QString& subject, const TagEdit& edit) {
    if (edit.tags().isEmpty())
        conditions.remove(subject);
    else
        conditions.insert(subject, QJsonArray::fromStringList(edit.tags()));
}

QStringList strings(const QJsonValue& array) {
    QStringList list;
    for (const QJsonValue& value : array.toArray())
        list << value.toString();
    return list;
}

} // namespace

RulesEdit::RulesEdit(QWidget* parent)
    : QWidget(parent) {
    auto* column = makeColumn(0);
    setLayout(column);
    auto* heads = makeRow(8);
    heads->setContentsMargins(Theme::of(this).px(8), 0, Theme::of(this).px(4), Theme::of(this).px(4));
    heads->addWidget(makeLabel(tr("when"), ColorRole::TextMuted, -1, QFont::Normal, this), 1);
    QLabel* serve = makeLabel(tr("serve"), ColorRole::TextMuted, -1, QFont::Normal, this);
    serve->setFixedWidth(Theme::of(this).px(128));
    heads->addWidget(serve);
    column->addLayout(heads);
    m_list = makeColumn(0);
    column->addLayout(m_list);
    m_panel = makePanel();
    column->addWidget(m_panel);
    m_panel->hide();

    m_add = new QPushButton(tr("Add rule"), this);
    m_add->setObjectName(QStringLiteral("addRule"));
    setKind(m_add, "link");
    connect(m_add, &QPushButton::clicked, this, &RulesEdit::startAdd);
    setFocusProxy(m_add);
}

QWidget* RulesEdit::makePanel() {
    auto* panel = new QWidget(this);
    auto* column = makeColumn(8);
    column->setContentsMargins(0, Theme::of(this).px(8), 0, 0);
    panel->setLayout(column);
    m_users = new TagEdit(tr("alice, qa-*"), panel);
    m_users->setObjectName(QStringLiteral("ruleUsers"));
    m_projects = new TagEdit(tr("any project"), panel);
    m_projects->setObjectName(QStringLiteral("ruleProjects"));
    m_keys = new TagEdit(tr("any key"), panel);
    m_keys->setObjectName(QStringLiteral("ruleKeys"));
    auto* users = new FormField(tr("user is one of"), m_users, panel);
    users->setHint(tr("A * at the end stands for anything."));
    column->addWidget(users);
    column->addLayout(sideBySide({new FormField(tr("and project is one of"), m_projects, panel),
                                  new FormField(tr("and key is one of"), m_keys, panel)}));
    m_serve = new ChoiceBox(panel);
    m_serve->setObjectName(QStringLiteral("ruleServe"));
    guardWheel(m_serve);
    auto* row = makeRow(8);
    row->addWidget(new FormField(tr("serve"), m_serve, panel), 1);
    m_problem = makeLabel({}, ColorRole::Bad, -1, QFont::Normal, panel);
    row->addWidget(m_problem, 1, Qt::AlignBottom);
    auto* cancelButton = new QPushButton(tr("Cancel"), panel);
    connect(cancelButton, &QPushButton::clicked, this, &RulesEdit::cancel);
    auto* take = new QPushButton(tr("Apply rule"), panel);
    take->setObjectName(QStringLiteral("takeRule"));
    connect(take, &QPushButton::clicked, this, &RulesEdit::commit);
    row->addWidget(cancelButton, 0, Qt::AlignBottom);
    row->addWidget(take, 0, Qt::AlignBottom);
    column->addLayout(row);
    setServeChoices({QStringLiteral("canary"), QStringLiteral("stable")});
    return panel;
}

void RulesEdit::setServeChoices(const QStringList& serves) {
    const QString kept = m_serve->id();
    m_serve->clear();
    for (const QString& serve : serves)
        m_serve->addChoice(serve, words::arm(serve));
    if (serves.contains(kept))
        m_serve->setId(kept);
}

void RulesEdit::setRules(const QJsonArray& rules) {
    m_rules = rules;
    cancel();
    rebuild();
}

void RulesEdit::setRest(const QString& text) {
    if (m_rest == text)
        return;
    m_rest = text;
    rebuild();
}

void RulesEdit::setKnown(const QStringList& users, const QStringList& projects, const QStringList& keys) {
    m_users->setCompletions(users);
    m_projects->setCompletions(projects);
    m_keys->setCompletions(keys);
}

void RulesEdit::rebuild() {
    while (QLayoutItem* item = m_list->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its menu may be what asked
        delete item;
    }
    const auto count = static_cast<int>(m_rules.size());
    for (int index = 0; index < count; ++index) {
        const QJsonObject rule = m_rules.at(index).toObject();
        const QString serve = rule.value(u"serve").toString();
        auto* row = new RuleRow(flagText::condition(rule), words::arm(serve), serveTone(serve),
                                RuleRow::Serve::Badge, this);
        row->setMenu(index == 0, index == count - 1);
        connect(row, &RuleRow::editRequested, this, [this, index] { startEdit(index); });
        connect(row, &RuleRow::moveRequested, this, [this, index](int by) { move(index, by); });
        connect(row, &RuleRow::removeRequested, this, [this, index] { remove(index); });
        m_list->addWidget(row);
    }
    m_list->addWidget(
        new RuleRow({{tr("everyone else"), false}}, m_rest, Tone::Neutral, RuleRow::Serve::Text, this));
}

void RulesEdit::startAdd() {
    m_editing = static_cast<int>(m_rules.size());
    openPanel({});
}

void RulesEdit::startEdit(int index) {
    m_editing = index;
    openPanel(m_rules.at(index).toObject());
}

void RulesEdit::openPanel(const QJsonObject& rule) {
    m_edited = rule;
    const QJsonObject conditions = rule.value(u"if").toObject();
    m_users->setTags(strings(conditions.value(u"user")));
    m_projects->setTags(strings(conditions.value(u"project")));
    m_keys->setTags(strings(conditions.value(u"key")));
    if (rule.contains(u"serve"))
        m_serve->setId(rule.value(u"serve").toString());
    m_problem->clear();
    m_panel->show();
    m_users->input()->setFocus(Qt::OtherFocusReason);
}

void RulesEdit::commit() {
    if (m_editing < 0)
        return;
    QJsonObject conditions = m_edited.value(u"if").toObject();
    take(conditions, QStringLiteral("user"), *m_users);
    take(conditions, QStringLiteral("project"), *m_projects);
    take(conditions, QStringLiteral("key"), *m_keys);
    if (conditions.isEmpty()) {
        m_problem->setText(tr("Name at least one user, project or key."));
        return;
    }
    m_edited.insert(u"if", conditions);
    m_edited.insert(u"serve", m_serve->id());
    if (m_editing < m_rules.size())
        m_rules.replace(m_editing, m_edited);
    else
        m_rules.append(m_edited);
    cancel();
    rebuild();
    Q_EMIT changed();
}

void RulesEdit::cancel() {
    m_editing = -1;
    m_edited = {};
    m_panel->hide();
}

void RulesEdit::move(int index, int by) {
    const QJsonValue rule = m_rules.takeAt(index);
    m_rules.insert(index + by, rule);
    cancel();
    rebuild();
    Q_EMIT changed();
}

void RulesEdit::remove(int index) {
    m_rules.removeAt(index);
    cancel();
    rebuild();
    Q_EMIT changed();
}

QString RulesEdit::say(const QJsonArray& rules) {
    QStringList parts;
    for (const QJsonValue& rule : rules)
        parts << tr("%1 → %2").arg(flagText::plain(flagText::condition(rule.toObject())),
                                   rule.toObject().value(u"serve").toString());
    return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral("; "));
}

} // namespace tollgate::ui
