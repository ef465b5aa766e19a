#include "ui/shell/setup/setup_wizard.h"

#include "ui/shell/console_state.h"
#include "ui/shell/setup/setup_steps.h"
#include "ui/widgets/card.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/reading_order.h"

#include <QPushButton>

namespace tollgate::ui {
namespace {

const QString kDone = QStringLiteral("setup/done");
const QString kStep = QStringLiteral("setup/step");
const QString kPreset = QStringLiteral("setup/preset");
const QString kUrl = QStringLiteral("setup/url");
const QString kModel = QStringLiteral("setup/model");
const QString kAlias = QStringLiteral("setup/alias");
const QString kBudget = QStringLiteral("setup/budget");

} // namespace

SetupWizard::SetupWizard(GatewayLink& link, ConsoleState& state, QWidget* parent)
    : QDialog(parent)
    , m_link(link)
    , m_state(state)
    , m_steps(new CurrentStack(this))
    , m_provider(new ProviderStep(link, this))
    , m_policy(new PolicyStep(this))
    , m_key(new KeyStep(link, this)) {
    const Theme& theme = Theme::of(this);
    setWindowTitle(tr("Set up Tollgate"));
    for (SetupStep* step : QList<SetupStep*>{new AddressStep(link, this), new SecretsStep(link, this),
                                             m_provider, m_policy, m_key}) {
        m_steps->addWidget(step);
        connect(step, &SetupStep::changed, this, &SetupWizard::refresh);
    }
    connect(m_key, &KeyStep::made, this, [this] {
        for (const QString& key : {kStep, kPreset, kUrl, kModel, kAlias, kBudget})
            m_state.remove(key);
        m_state.setValue(kDone, true);
        if (m_withoutKey)
            accept(); // there is no key to show and no request to send
    });
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(buildSide());
    columns->addWidget(new Divider(Qt::Vertical, this));
    auto* main = makeColumn(0);
    auto* inner = makeColumn(0);
    inner->setContentsMargins(theme.px(28), theme.px(24), theme.px(28), theme.px(12));
    inner->addWidget(m_steps);
    main->addLayout(inner, 1);
    main->addWidget(new Divider(Qt::Horizontal, this));
    main->addWidget(buildButtons());
    columns->addLayout(main, 1);
    restore();
    resize(theme.px(880), theme.px(600));
    goTo(qBound(0, m_state.value(kStep, 0).toInt(), m_steps->count() - 1));
}

QWidget* SetupWizard::buildSide() {
    const Theme& theme = Theme::of(this);
    auto* side = new QWidget(this);
    side->setFixedWidth(theme.px(248));
    auto* column = makeColumn(10);
    column->setContentsMargins(theme.px(20), theme.px(26), theme.px(16), theme.px(20));
    for (int i = 0; i < m_steps->count(); ++i) {
        auto* name = makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, side);
        name->setWordWrap(true);
        m_names << name;
        column->addWidget(name);
    }
    column->addStretch(1);
    side->setLayout(column);
    return side;
}

QWidget* SetupWizard::buildButtons() {
    const Theme& theme = Theme::of(this);
    auto* bar = new QWidget(this);
    auto* row = makeRow(8);
    row->setContentsMargins(theme.px(28), theme.px(12), theme.px(28), theme.px(12));
    const auto add = [&](const QString& text, const QString& name) {
        auto* button = new QPushButton(text, bar);
        button->setObjectName(name);
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    m_later = add(tr("Later"), QStringLiteral("later"));
    m_later->setToolTip(tr("What is typed is kept, but the key; Ctrl+K finds \"Set up Tollgate\" again."));
    row->addStretch(1);
    m_skip = add(tr("Skip this step"), QStringLiteral("skip"));
    m_back = add(tr("Back"), QStringLiteral("back"));
    m_next = add(tr("Next"), QStringLiteral("next"));
    m_next->setDefault(true);
    setKind(m_next, "primary");
    bar->setLayout(row);
    connect(m_later, &QPushButton::clicked, this, &SetupWizard::reject);
    connect(m_skip, &QPushButton::clicked, this, &SetupWizard::skip);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, &SetupWizard::next);
    return bar;
}

int SetupWizard::step() const {
    return m_steps->currentIndex();
}

Starter SetupWizard::starter() const {
    Starter starter;
    if (!m_withoutProvider)
        m_provider->fill(starter);
    if (!m_withoutPolicy)
        m_policy->fill(starter);
    return starter;
}

bool SetupWizard::focusNextPrevChild(bool next) {
    return moveFocusByReading(this, next);
}

void SetupWizard::goTo(int step) {
    m_steps->setCurrentIndex(step);
    auto* now = static_cast<SetupStep*>(m_steps->currentWidget());
    if (now == m_key)
        m_key->propose(starter());
    now->enter();
    refresh();
}

void SetupWizard::next() {
    if (m_steps->currentWidget() == m_key) {
        m_withoutKey = false;
        if (m_key->isMade())
            accept();
        else
            m_key->create();
        return;
    }
    if (m_steps->currentWidget() == m_provider)
        m_withoutProvider = false;
    if (m_steps->currentWidget() == m_policy)
        m_withoutPolicy = false;
    goTo(step() + 1);
    keep();
}

void SetupWizard::skip() {
    if (m_steps->currentWidget() == m_key) {
        m_withoutKey = true;
        m_key->createWithoutKey();
        return;
    }
    (m_steps->currentWidget() == m_policy ? m_withoutPolicy : m_withoutProvider) = true;
    goTo(step() + 1);
    keep();
}

void SetupWizard::refresh() {
    const auto* now = static_cast<SetupStep*>(m_steps->currentWidget());
    const bool last = now == m_key;
    for (int i = 0; i < m_names.size(); ++i) {
        const auto* step = static_cast<SetupStep*>(m_steps->widget(i));
        const bool past = i < this->step() || m_key->isMade();
        m_names[i]->setText(u"%1  %2"_qs.arg(past ? u"✓"_qs : QString::number(i + 1), step->title()));
        m_names[i]->setFont(Theme::of(this).textFont(0, step == now ? QFont::DemiBold : QFont::Normal));
        setLabelRole(m_names[i], step == now ? ColorRole::Text : ColorRole::TextMuted);
    }
    m_back->setVisible(step() > 0 && !m_key->isMade());
    m_skip->setVisible(now->isSkippable());
    m_later->setVisible(!m_key->isMade());
    m_next->setText(!last ? tr("Next") : m_key->isMade() ? tr("Finish") : tr("Create all of it"));
    m_next->setEnabled(now->isComplete() && !(last && m_key->isBusy()));
    setAccessibleDescription(now->title());
}

void SetupWizard::keep() {
    m_state.setValue(kStep, step());
    m_state.setValue(kPreset, m_provider->preset());
    m_state.setValue(kUrl, m_provider->url());
    m_state.setValue(kModel, m_provider->model());
    m_state.setValue(kAlias, m_policy->alias());
    m_state.setValue(kBudget, m_policy->budgetUsd());
}

void SetupWizard::restore() {
    m_provider->restore(m_state.value(kPreset).toString(), m_state.value(kUrl).toString(),
                        m_state.value(kModel).toString());
    m_policy->restore(m_state.value(kAlias).toString(), m_state.value(kBudget, 0).toDouble());
    // The key is typed anew, so there is no going on behind the provider.
    m_state.setValue(kStep, qMin(m_state.value(kStep, 0).toInt(), 2));
}

void SetupWizard::reject() {
    if (!m_key->isMade())
        keep();
    QDialog::reject();
}

bool SetupWizard::isDone(const ConsoleState& state) {
    return state.value(kDone, false).toBool();
}

bool SetupWizard::isPostponed(const ConsoleState& state) {
    return !isDone(state) && state.value(kStep).isValid();
}

} // namespace tollgate::ui
