#include "ui/pages/flags/guardrails_card.h"

#include "ui/models/format.h"
#include "ui/pages/flags/flag_report.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/badge.h"

#include <QGridLayout>

#include <cmath>

namespace tollgate::ui {

GuardrailsCard::GuardrailsCard(FormBinding& binding, Of of, QWidget* parent)
    : Card(tr("Guardrails"), parent)
    , m_of(of) {
    const bool canary = of == Of::Canary;
    setCaption(canary ? tr("roll back by itself when the canary is")
                      : tr("back to the default by itself when a version is"));
    const Theme& theme = Theme::of(this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(theme.px(3));
    grid->setColumnStretch(0, 1);
    addRail(binding, grid, 0, QStringLiteral("guardrails.max_error_rate"), tr("error rate above"), false);
    addRail(binding, grid, 2, QStringLiteral("guardrails.max_p95_ratio"), tr("p95 latency worse by"), true);
    addRail(binding, grid, 4, QStringLiteral("guardrails.max_cost_ratio"), tr("cost per request worse by"),
            true);
    content()->addLayout(grid);

    auto* row = makeRow(6);
    row->setContentsMargins(0, theme.px(4), 0, 0);
    QLabel* before = makeWrappingLabel(tr("needs at least"), ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_least = makeSpin(1, 100'000'000, {}, this);
    setKind(m_least, "cell");
    m_least->setFont(theme.textFont(-0.5));
    m_least->setAlignment(Qt::AlignHCenter);
    m_least->setFixedWidth(theme.px(64));
    m_least->setAccessibleName(canary ? tr("Fewest canary requests before guardrails act")
                                      : tr("Fewest requests of a version before guardrails act"));
    before->setBuddy(m_least);
    row->addWidget(before);
    row->addWidget(m_least);
    row->addWidget(makeWrappingLabel(canary ? tr("canary requests") : tr("requests of a version"),
                                     ColorRole::TextMuted, -0.5, QFont::Normal, this),
                   1);
    content()->addLayout(row);
    m_problem = makeLabel({}, ColorRole::Bad, -0.5, QFont::Normal, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    content()->addWidget(m_problem);
    content()->addStretch(1);

    FormBinding::Field field;
    field.path = QStringLiteral("guardrails.min_requests");
    field.label = tr("guardrails after");
    field.read = [this] { return QJsonValue(m_least->value()); };
    field.write = [this](const QJsonValue& value) { m_least->setValue(value.toInt(200)); };
    field.showError = [this](const QString& message) {
        m_problem->setText(message);
        m_problem->setVisible(!message.isEmpty());
    };
    field.say = [](const QJsonValue& value) { return tr("%n request(s)", nullptr, value.toInt()); };
    field.editor = m_least;
    binding.add(std::move(field));
    guardWheel(m_least);
    connect(m_least, &QSpinBox::valueChanged, &binding, &FormBinding::touch);
    connect(&binding, &FormBinding::changed, this, &GuardrailsCard::refresh);
}

QDoubleSpinBox* GuardrailsCard::addRail(FormBinding& binding, QGridLayout* grid, int row, const QString& path,
                                        const QString& text, bool ratio) {
    Rail rail;
    rail.limit = makeDecimal(0, 10'000, 1, tr(" %"), this);
    rail.limit->setSpecialValueText(tr("off"));
    setKind(rail.limit, "cell");
    rail.limit->setFont(Theme::of(this).textFont(-0.5));
    rail.limit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    rail.limit->setAccessibleName(tr("Roll back when %1").arg(text));
    rail.limit->setFixedWidth(Theme::of(this).px(66));
    rail.limit->setObjectName(path);
    guardWheel(rail.limit);
    rail.now = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    rail.badge = new Badge({}, Tone::Neutral, this);
    QLabel* label = makeWrappingLabel(text, ColorRole::Text, -0.5, QFont::Normal, this);
    label->setBuddy(rail.limit);
    grid->addWidget(label, row, 0);
    grid->addWidget(rail.limit, row, 1);
    grid->addWidget(rail.now, row, 2);
    grid->addWidget(rail.badge, row, 3, Qt::AlignLeft | Qt::AlignVCenter);
    grid->addWidget(new Divider(Qt::Horizontal, this), row + 1, 0, 1, 4);

    QDoubleSpinBox* spin = rail.limit;
    FormBinding::Field field;
    field.path = path;
    field.label = text;
    // 1.25 of the API is "worse by 25 %"; off is null.
    field.read = [spin, ratio]() -> QJsonValue {
        if (spin->value() <= 0)
            return QJsonValue::Null;
        const double share = spin->value() / 100 + (ratio ? 1 : 0);
        return std::round(share * 1e9) / 1e9;
    };
    field.write = [spin, ratio](const QJsonValue& value) {
        spin->setValue(value.isDouble() ? (value.toDouble() - (ratio ? 1 : 0)) * 100 : 0);
    };
    field.showError = [this, text](const QString& message) {
        m_problem->setText(message.isEmpty() ? message : tr("%1: %2").arg(text, message));
        m_problem->setVisible(!message.isEmpty());
    };
    field.say = [spin, ratio](const QJsonValue& value) {
        if (!value.isDouble())
            return tr("off");
        return QString(spin->textFromValue((value.toDouble() - (ratio ? 1 : 0)) * 100) + spin->suffix());
    };
    field.editor = spin;
    binding.add(std::move(field));
    connect(spin, &QDoubleSpinBox::valueChanged, &binding, &FormBinding::touch);
    m_rails.append(rail);
    return spin;
}

void GuardrailsCard::setReport(const QJsonObject& report) {
    m_report = report;
    refresh();
}

void GuardrailsCard::refresh() {
    const ArmComparison arms =
        m_of == Of::Canary ? compareArms(m_report) : compareVersions(m_report, m_default);
    const std::optional<double> values[] = {arms.canaryErrorRate, arms.p95Change, arms.costChange};
    for (qsizetype i = 0; i < m_rails.size(); ++i) {
        const Rail& rail = m_rails.at(i);
        const std::optional<double> now = values[i];
        const QString sign = i > 0 && now && *now > 0 ? QStringLiteral("+") : QString();
        const QString value = now ? QString(sign + format::percent(*now)) : format::none();
        rail.now->setText(tr("now %1").arg(value));
        const double limit = rail.limit->value();
        if (limit <= 0)
            rail.badge->set(tr("off"), Tone::Neutral);
        else if (!now)
            rail.badge->set(tr("no data"), Tone::Neutral);
        else if (arms.canaryRequests < m_least->value())
            rail.badge->set(tr("too few"), Tone::Neutral);
        else
            rail.badge->set(*now * 100 > limit ? tr("breached") : tr("ok"),
                            *now * 100 > limit ? Tone::Bad : Tone::Good);
    }
}

QString GuardrailsCard::verdict(int rail) const {
    return m_rails.at(rail).badge->text();
}

} // namespace tollgate::ui
