#include "ui/pages/budgets/budget_form.h"

#include "ui/models/api_words.h"

#include "ui/models/format.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/budgets/budget_gauge.h"
#include "ui/pages/budgets/budget_history_card.h"
#include "ui/pages/budgets/budget_text.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/money_spin.h"
#include "ui/widgets/tag_edit.h"
#include "ui/widgets/wrap_columns.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace tollgate::ui {

namespace {

using Kind = ResourceCatalogue::Kind;

/// A number above its name, as in the tiles of the overview.
QLabel* addFigure(WrapColumns* row, const QString& name, QWidget* parent) {
    auto* column = makeColumn(2);
    column->addWidget(makeLabel(name, ColorRole::TextMuted, -1, QFont::Normal, parent));
    QLabel* value = makeLabel({}, ColorRole::Text, 3, QFont::DemiBold, parent);
    value->setAccessibleDescription(name);
    column->addWidget(value);
    row->addColumn(column);
    return value;
}

QList<double> numbers(const QJsonArray& array) {
    QList<double> list;
    for (const QJsonValue& value : array)
        list << value.toDouble();
    return list;
}

} // namespace

BudgetForm::BudgetForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : ObjectForm(context, parent)
    , m_names(names) {
    auto* column = makeColumn(12);
    setLayout(column);
    column->addWidget(nowCard());
    const CardColumns columns = cardColumns();
    column->addLayout(columns.row);
    column->addStretch(1);
    columns.left->addWidget(whatCard());
    columns.left->addStretch(1);
    columns.right->addWidget(thenCard());
    m_history = new BudgetHistoryCard(&link(), this);
    columns.right->addWidget(m_history);
    columns.right->addStretch(1);
    connect(m_names, &ResourceCatalogue::changed, this, &BudgetForm::fillNames);
    connect(&binding(), &FormBinding::loaded, this, &BudgetForm::follow);
    follow();
}

Card* BudgetForm::nowCard() {
    m_now = new Card(tr("Where it stands"), this);
    m_state = new Badge({}, Tone::Neutral, m_now);
    m_now->addHeaderWidget(m_state);
    auto* figures = new WrapColumns(theme().px(12));
    m_spent = addFigure(figures, tr("spent"), m_now);
    m_reserved = addFigure(figures, tr("reserved"), m_now);
    m_left = addFigure(figures, tr("left"), m_now);
    m_forecast = addFigure(figures, tr("forecast"), m_now);
    m_resets = addFigure(figures, tr("resets"), m_now);
    m_now->content()->addLayout(figures);
    m_gauge = new BudgetGauge(m_now);
    m_now->content()->addWidget(m_gauge);
    m_rolls = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, m_now);
    m_rolls->setObjectName(QStringLiteral("rolls"));
    m_now->content()->addWidget(m_rolls);
    return m_now;
}

Card* BudgetForm::whatCard() {
    auto* card = new Card(tr("What it limits"), this);
    m_scope = new ChoiceBox(card);
    for (const char* scope : {"global", "project", "key", "user", "provider"})
        m_scope->addChoice(QString::fromLatin1(scope), budgetText::scope(QString::fromLatin1(scope)));
    FormField* scope = bindField::choice(binding(), QStringLiteral("scope"), tr("spending of"), m_scope);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &BudgetForm::follow);
    m_subject = new NamePicker(tr("which one"), card);
    m_subject->setObjectName(QStringLiteral("subject"));
    m_subjectField = new FormField(tr("name"), m_subject, card);
    m_key = new ChoiceBox(card);
    m_key->setObjectName(QStringLiteral("subjectKey"));
    m_keyField = new FormField(tr("client key"), m_key, card);
    card->content()->addLayout(sideBySide({scope, m_subjectField, m_keyField}));
    bindSubject(card);

    auto* limit = new MoneySpin(card);
    auto* period = new ChoiceBox(card);
    for (const char* one : {"day", "week", "month", "rolling_30d"})
        period->addChoice(QString::fromLatin1(one), budgetText::period(QString::fromLatin1(one)));
    card->content()->addLayout(
        sideBySide({bindField::money(binding(), QStringLiteral("limit_usd"), tr("limit"), limit),
                    bindField::choice(binding(), QStringLiteral("period"), tr("per"), period)}));
    binding().setCheck(QStringLiteral("limit_usd"),
                       [limit] { return limit->value() > 0 ? QString() : tr("A limit above $0."); });
    auto* zone = new NamePicker(tr("UTC"), card);
    QStringList zones;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        zones << QString::fromLatin1(id);
    zone->setNames(zones);
    card->content()->addWidget(
        bindField::name(binding(), QStringLiteral("timezone"), tr("time zone of the period"), zone, true));
    return card;
}

void BudgetForm::bindSubject(Card*) {
    const auto isKey = [this] { return m_scope->id() == QLatin1String("key"); };
    m_subjectField->setParam(QStringLiteral("subject"));
    FormBinding::Field field;
    field.path = QStringLiteral("subject");
    field.label = tr("name");
    field.read = [this, isKey]() -> QJsonValue {
        if (m_scope->id() == QLatin1String("global"))
            return QJsonValue::Null;
        return isKey() ? m_key->id() : m_subject->name();
    };
    field.write = [this](const QJsonValue& value) {
        m_subject->setName(value.toString());
        m_key->setId(value.toString());
    };
    field.showError = [this, isKey](const QString& message) {
        (isKey() ? m_keyField : m_subjectField)->setError(message);
    };
    field.check = [this]() -> QString {
        const bool missing = m_scope->id() != QLatin1String("global") &&
                             binding().value(QStringLiteral("subject")).toString().isEmpty();
        return missing ? tr("Choose whose spending is limited.") : QString();
    };
    field.editor = m_subject;
    binding().add(std::move(field));
    guardWheel(m_subject);
    guardWheel(m_key);
    connect(m_subject, &QComboBox::editTextChanged, &binding(), &FormBinding::touch);
    connect(m_key, &QComboBox::currentIndexChanged, &binding(), &FormBinding::touch);
}

Card* BudgetForm::thenCard() {
    auto* card = new Card(tr("What happens"), this);
    bindThresholds(card);
    m_action = new ChoiceBox(card);
    for (const char* action : {"block", "warn", "downgrade"})
        m_action->addChoice(QString::fromLatin1(action), budgetText::action(QString::fromLatin1(action)));
    connect(m_action, &QComboBox::currentIndexChanged, this, &BudgetForm::follow);
    m_downgrade = new NamePicker(tr("which alias"), card);
    m_downgradeField =
        bindField::name(binding(), QStringLiteral("downgrade_to"), tr("cheaper alias"), m_downgrade, true);
    binding().setCheck(QStringLiteral("downgrade_to"), [this]() -> QString {
        const bool missing = m_action->id() == QLatin1String("downgrade") && m_downgrade->name().isEmpty();
        return missing ? tr("Choose the alias to use instead.") : QString();
    });
    card->content()->addLayout(
        sideBySide({bindField::choice(binding(), QStringLiteral("action"), tr("at the limit"), m_action),
                    m_downgradeField}));
    return card;
}

void BudgetForm::bindThresholds(Card* card) {
    m_thresholds = new TagEdit(tr("percent of the limit"), card);
    m_thresholds->setObjectName(QStringLiteral("thresholds"));
    auto* labelled = new FormField(tr("notify at"), m_thresholds, card);
    labelled->setHint(tr("Percent of the limit; you are notified once per period at each."));
    labelled->setParam(QStringLiteral("thresholds"));
    card->content()->addWidget(labelled);
    FormBinding::Field field;
    field.path = QStringLiteral("thresholds");
    field.label = tr("notify at");
    field.read = [this] {
        QList<int> percents;
        for (QString tag : m_thresholds->tags())
            percents << tag.remove(u'%').trimmed().toInt();
        std::sort(percents.begin(), percents.end());
        QJsonArray array;
        for (const int percent : percents)
            array.append(percent);
        return QJsonValue(array);
    };
    field.write = [this](const QJsonValue& value) {
        QStringList tags;
        for (const double percent : numbers(value.toArray()))
            tags << QString::number(percent) + QStringLiteral(" %");
        m_thresholds->setTags(tags);
    };
    field.check = [this]() -> QString {
        for (const double percent : numbers(binding().value(QStringLiteral("thresholds")).toArray()))
            if (percent < 1 || percent > 1000)
                return tr("Whole percents from 1 to 1000.");
        return {};
    };
    field.showError = [labelled](const QString& message) { labelled->setError(message); };
    field.say = [](const QJsonValue& value) {
        QStringList parts;
        for (const double percent : numbers(value.toArray()))
            parts << QString::number(percent) + QStringLiteral(" %");
        return parts.join(QStringLiteral(", "));
    };
    field.editor = m_thresholds;
    binding().add(std::move(field));
    connect(m_thresholds, &TagEdit::tagsChanged, &binding(), &FormBinding::touch);
}

QString BudgetForm::keyName(const QString& id) const {
    for (const ResourceCatalogue::Name& name : m_names->entries(Kind::Keys))
        if (name.id == id)
            return name.text;
    return {};
}

QString BudgetForm::heading() const {
    const QJsonObject& budget = binding().original();
    return budgetText::title(budget, keyName(budget.value(u"subject").toString()));
}

QString BudgetForm::kindText() const {
    return budgetText::action(binding().value(QStringLiteral("action")).toString());
}

void BudgetForm::follow() {
    const QString scope = m_scope->id();
    m_subjectField->setVisible(scope != QLatin1String("global") && scope != QLatin1String("key"));
    m_keyField->setVisible(scope == QLatin1String("key"));
    if (m_downgradeField)
        m_downgradeField->setVisible(m_action->id() == QLatin1String("downgrade"));
    fillNames();
}

void BudgetForm::fillNames() {
    const QString scope = m_scope->id();
    const Kind kind = scope == QLatin1String("project") ? Kind::Projects
                      : scope == QLatin1String("user")  ? Kind::Users
                                                        : Kind::Providers;
    m_subject->setNames(m_names->ids(kind));
    if (m_downgrade)
        m_downgrade->setNames(m_names->ids(Kind::Aliases));
    const auto keys = m_names->entries(Kind::Keys);
    const QStringList ids = m_names->ids(Kind::Keys);
    if (ids == m_keyIds && m_key->count() > 0)
        return; // an open choice is not taken from under the pointer
    m_keyIds = ids;
    const QString chosen = m_key->id();
    const QSignalBlocker quiet(m_key);
    m_key->clear();
    m_key->addChoice({}, tr("which one"));
    for (const ResourceCatalogue::Name& name : keys)
        m_key->addChoice(name.id, name.text);
    m_key->setId(chosen);
}

void BudgetForm::shown(const QJsonObject& object, bool isNew) {
    m_now->setVisible(!isNew);
    m_history->setVisible(!isNew);
    follow();
    showNow(object);
}

void BudgetForm::showNow(const QJsonObject& object) {
    const QString state = object.value(u"state").toString();
    m_history->setBudget(object);
    BudgetNumbers now;
    now.limit = object.value(u"limit_usd").toDouble();
    now.spent = object.value(u"spent_usd").toDouble();
    now.reserved = object.value(u"reserved_usd").toDouble();
    now.forecast = object.value(u"forecast_usd").toDouble(-1);
    now.thresholds = numbers(object.value(u"thresholds").toArray());
    now.tone = budgetText::tone(state);
    m_gauge->setNumbers(now);
    m_state->set(words::budget(state), now.tone);
    m_spent->setText(format::usd(now.spent));
    m_reserved->setText(format::usd(now.reserved));
    m_left->setText(format::usd(qMax(0.0, now.limit - now.spent - now.reserved)));
    m_forecast->setText(now.forecast >= 0 ? format::usd(now.forecast) : format::none());
    setLabelRole(m_forecast, now.forecast > now.limit ? ColorRole::Bad : ColorRole::Text);
    const QString next = budgetText::when(object.value(u"resets_at").toString());
    // Nothing resets: every midnight the day of thirty days before falls out of the sum.
    const bool rolling = object.value(u"period").toString() == QLatin1String("rolling_30d");
    m_resets->setText(rolling ? tr("never") : next);
    m_rolls->setText(rolling ? tr("The oldest of the 30 days drops out of the sum %1.").arg(next)
                             : QString());
    m_rolls->setVisible(rolling);
}

} // namespace tollgate::ui
