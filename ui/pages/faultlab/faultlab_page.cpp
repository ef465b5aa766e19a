#include "ui/pages/faultlab/faultlab_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/api_words.h"
#include "ui/models/format.h"
#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/faultlab/outcomes_card.h"
#include "ui/pages/faultlab/test_traffic.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/providers/provider_health_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/percent_slider.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/wrap_columns.h"

#include <QDateTime>
#include <QPushButton>
#include <QScrollArea>

#include <cmath>

namespace tollgate::ui {

using Kind = ResourceCatalogue::Kind;

namespace {
constexpr int kReadMs = 1'000;
constexpr int kDialWidth = 320; ///< at least
constexpr int kDialShare = 3;
constexpr int kRightShare = 5;
} // namespace

FaultLabPage::FaultLabPage(const UiContext& context, QWidget* parent)
    : Page(context, parent)
    , m_dial(context.link, context.state) {
    m_names = new ResourceCatalogue(context.link, {Kind::Providers, Kind::Aliases, Kind::Models}, this);
    m_traffic = new TestTraffic(context.link, this);
    auto* column = makeColumn(0);
    setLayout(column);
    m_empty =
        new EmptyState(QStringLiteral("fault"), tr("No simulated provider"),
                       tr("The fault lab breaks providers on purpose, so it only touches those of the kind "
                          "simulated. Make one to try failover without keys and without spending."),
                       this);
    connect(m_empty->addButton(tr("New provider"), "primary"), &QPushButton::clicked, this,
            [this] { Q_EMIT navigate(QStringLiteral("providers"), QStringLiteral("new")); });
    column->addWidget(m_empty);
    m_content = new QWidget(this);
    auto* inside = new QWidget(m_content);
    auto* whole = makeColumn(0);
    m_content->setLayout(whole);
    whole->addWidget(makeScrolled(inside, tr("Fault lab"), m_content));
    const int margin = theme().px(18);
    auto* sides = makeColumn(0);
    sides->setContentsMargins(margin, theme().px(14), margin, margin);
    inside->setLayout(sides);
    auto* row = new WrapColumns(theme().px(12), {kDialShare, kRightShare});
    sides->addLayout(row);
    column->addWidget(m_content);
    row->addColumn(dialCard());
    auto* right = makeColumn(12);
    row->addColumn(right);
    auto* top = new WrapColumns(theme().px(12));
    top->addColumn(trafficCard(), {});
    m_health = new ProviderHealthCard(m_content);
    top->addColumn(m_health, {});
    right->addLayout(top);
    m_outcomes = new OutcomesCard(m_content);
    right->addWidget(m_outcomes, 1);

    m_again.setInterval(kReadMs);
    connect(&m_again, &QTimer::timeout, this, &FaultLabPage::readProvider);
    connect(m_names, &ResourceCatalogue::changed, this, &FaultLabPage::fill);
    connect(m_health, &ProviderHealthCard::resetRequested, this, &FaultLabPage::resetCircuit);
    connect(m_traffic, &TestTraffic::changed, this, &FaultLabPage::refresh);
    connect(m_traffic, &TestTraffic::stopped, this, [this](const QString& problem) {
        if (!problem.isEmpty())
            this->context().messages->error(problem);
    });
    connect(context.link, &GatewayLink::stateChanged, this, &FaultLabPage::refresh);
    connect(context.link, &GatewayLink::event, this, [this](const QString& type, const QJsonObject& change) {
        if (!isVisible() || type != QLatin1String("health"))
            return;
        if (change.value(u"model").isString()) // otherwise it is not about a circuit
            m_outcomes->addHealthChange(tr("%1 · %2/%3: circuit %4")
                                            .arg(format::clockMillis(QDateTime::currentMSecsSinceEpoch()),
                                                 change.value(u"provider").toString(),
                                                 change.value(u"model").toString(),
                                                 words::circuit(change.value(u"circuit").toString())));
        readProvider();
    });
    refresh();
    fill();
}

QWidget* FaultLabPage::dialCard() {
    auto* card = new Card(tr("Faults"), m_content);
    card->setMinimumWidth(theme().px(kDialWidth));
    m_choice = new ChoiceBox(card);
    m_choice->setObjectName(QStringLiteral("faultProvider"));
    card->content()->addWidget(new FormField(tr("simulated provider"), m_choice, card));
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_provider = {};
        suggest();
        readProvider();
    });
    auto* presets = new QWidget(card);
    auto* flow = new FlowLayout(presets, theme().px(6));
    for (const FaultPreset& preset : faultPresets()) {
        auto* button = new QPushButton(preset.text, presets);
        button->setObjectName(QStringLiteral("preset-") + preset.id);
        setKind(button, "chip");
        connect(button, &QPushButton::clicked, this, [this, faults = preset.faults] {
            showFaults(faults);
            apply();
        });
        flow->addWidget(button);
    }
    card->content()->addWidget(presets);
    m_latency = makeSpin(0, 60'000, tr(" ms"), card);
    m_latency->setObjectName(QStringLiteral("latency"));
    guardWheel(m_latency);
    card->content()->addWidget(new FormField(tr("mean latency"), m_latency, card));
    const auto slider = [&](const QString& label) {
        auto* share = new PercentSlider(label, card);
        share->setPresets({});
        card->content()->addWidget(new FormField(label, share, card));
        return share;
    };
    m_errors = slider(tr("answers with status 500"));
    m_timeouts = slider(tr("never answers"));
    m_limited = slider(tr("answers with status 429"));
    m_stalled = slider(tr("falls silent half way"));
    m_truncated = slider(tr("breaks off half way"));
    auto* row = makeRow(8);
    m_apply = new QPushButton(tr("Apply"), card);
    m_apply->setObjectName(QStringLiteral("applyFaults"));
    setKind(m_apply, "primary");
    m_restore = new QPushButton(tr("Back to normal"), card);
    m_restore->setObjectName(QStringLiteral("restoreFaults"));
    row->addWidget(m_apply);
    row->addWidget(m_restore);
    row->addStretch(1);
    card->content()->addLayout(row);
    m_dialState = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, card);
    m_dialState->setWordWrap(true);
    card->content()->addWidget(m_dialState);
    connect(m_latency, &QSpinBox::valueChanged, this, &FaultLabPage::refresh);
    for (PercentSlider* share : {m_errors, m_timeouts, m_limited, m_stalled, m_truncated})
        connect(share, &PercentSlider::valueChanged, this, &FaultLabPage::refresh);
    connect(m_apply, &QPushButton::clicked, this, &FaultLabPage::apply);
    connect(m_restore, &QPushButton::clicked, this, &FaultLabPage::restore);
    return card;
}

QWidget* FaultLabPage::trafficCard() {
    auto* card = new Card(tr("Test traffic"), m_content);
    card->setCaption(tr("real requests, marked fault-lab"));
    m_target = new NamePicker(tr("an alias or provider/model"), card);
    m_target->setObjectName(QStringLiteral("faultTarget"));
    card->content()->addWidget(new FormField(tr("target"), m_target, card));
    m_rate = makeSpin(1, TestTraffic::kMostPerSecond, tr(" /s"), card);
    m_rate->setObjectName(QStringLiteral("faultRate"));
    m_rate->setValue(2);
    m_count = makeSpin(1, TestTraffic::kMostInAll, {}, card);
    m_count->setObjectName(QStringLiteral("faultCount"));
    m_count->setValue(60);
    for (QSpinBox* spin : {m_rate, m_count})
        guardWheel(spin);
    card->content()->addLayout(sideBySide(
        {new FormField(tr("requests"), m_count, card), new FormField(tr("at most"), m_rate, card)}));
    m_start = new QPushButton(card);
    m_start->setObjectName(QStringLiteral("traffic"));
    card->content()->addWidget(m_start, 0, Qt::AlignLeft);
    card->content()->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_traffic->isRunning())
            m_traffic->stop();
        else
            m_traffic->start(m_target->name(), m_rate->value(), m_count->value());
    });
    connect(m_target, &QComboBox::currentTextChanged, this, &FaultLabPage::refresh);
    return card;
}

void FaultLabPage::activate() {
    m_names->setActive(true);
    m_again.start();
    readProvider();
}

void FaultLabPage::deactivate() {
    m_names->setActive(false);
    m_again.stop(); // the traffic goes on, so that one can watch it elsewhere: it has an end of its own
}

void FaultLabPage::open(const QString& argument) {
    m_choice->setCurrentIndex(qMax(0, m_choice->findData(argument)));
}

void FaultLabPage::fill() {
    const QString before = m_choice->id();
    QStringList simulated;
    for (const ResourceCatalogue::Name& name : m_names->entries(Kind::Providers))
        if (name.type == QLatin1String("simulated"))
            simulated << name.id;
    QStringList there;
    for (int i = 0; i < m_choice->count(); ++i)
        there << m_choice->itemData(i).toString();
    if (there != simulated) {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const QString& name : simulated)
            m_choice->addChoice(name, name);
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(before)));
        m_provider = {};
    }
    m_empty->setVisible(simulated.isEmpty());
    m_content->setVisible(!simulated.isEmpty());
    m_target->setNames(m_names->ids(Kind::Aliases) + m_names->ids(Kind::Models));
    readAliases();
    readProvider();
}

void FaultLabPage::readAliases() {
    link().get(QStringLiteral("/aliases?limit=1000"), this, [this](const GatewayReply& reply) {
        if (!reply.ok())
            return;
        m_aliases = reply.json.value(u"data").toArray();
        suggest();
    });
}

/// Traffic should come by the provider that is dialled: an alias that asks it first, else one that asks it at
/// all, preferably with somewhere else to go.
void FaultLabPage::suggest() {
    const QString chosen = m_target->name();
    if (!chosen.isEmpty() && chosen != m_suggested)
        return;
    QString best;
    int bestRank = 0;
    for (const QJsonValue& value : std::as_const(m_aliases)) {
        const QJsonObject alias = value.toObject();
        const QJsonArray targets = alias.value(u"targets").toArray();
        int rank = 0;
        for (int i = 0; i < targets.size(); ++i)
            if (targets.at(i).toObject().value(u"provider").toString() == m_choice->id())
                rank = qMax(rank, i == 0 ? 3 : 1);
        const bool hasWayOut = targets.size() + alias.value(u"fallbacks").toArray().size() > 1;
        rank += rank > 0 && hasWayOut ? 1 : 0;
        if (rank > bestRank) {
            best = alias.value(u"alias").toString();
            bestRank = rank;
        }
    }
    if (best.isEmpty() && !m_aliases.isEmpty())
        best = m_aliases.first().toObject().value(u"alias").toString();
    m_suggested = best;
    m_target->setName(best);
}

void FaultLabPage::readProvider() {
    const QString name = m_choice->id();
    if (name.isEmpty() || !m_again.isActive())
        return;
    link().get(specs::providers().pathOf(name), this, [this, name](const GatewayReply& reply) {
        if (!reply.ok() || name != m_choice->id())
            return;
        const bool first = m_provider.isEmpty();
        m_provider = reply.json;
        if (first) // afterwards the sliders are the user's
            showFaults(Faults::of(m_provider.value(u"options").toObject()));
        m_health->setTitle(tr("Health of %1").arg(name));
        m_health->setHealth(m_provider.value(u"health").toObject());
        refresh();
    });
}

Faults FaultLabPage::faults() const {
    Faults faults;
    faults.latencyMs = m_latency->value();
    faults.errors = m_errors->value() / 100;
    faults.timeouts = m_timeouts->value() / 100;
    faults.rateLimited = m_limited->value() / 100;
    faults.stalled = m_stalled->value() / 100;
    faults.truncated = m_truncated->value() / 100;
    return faults;
}

void FaultLabPage::showFaults(const Faults& faults) {
    m_latency->setValue(qRound(faults.latencyMs));
    m_errors->setValue(faults.errors * 100);
    m_timeouts->setValue(faults.timeouts * 100);
    m_limited->setValue(faults.rateLimited * 100);
    m_stalled->setValue(faults.stalled * 100);
    m_truncated->setValue(faults.truncated * 100);
}

/// Whether the provider does already what the sliders say, as finely as they can say it.
bool FaultLabPage::isApplied() const {
    const Faults wanted = faults();
    const Faults now = Faults::of(m_provider.value(u"options").toObject());
    const auto close = [](double a, double b) { return std::abs(a - b) < 0.0005; };
    return std::abs(wanted.latencyMs - now.latencyMs) < 1 && close(wanted.errors, now.errors) &&
           close(wanted.timeouts, now.timeouts) && close(wanted.rateLimited, now.rateLimited) &&
           close(wanted.stalled, now.stalled) && close(wanted.truncated, now.truncated);
}

void FaultLabPage::apply() {
    const QString name = m_choice->id();
    if (name.isEmpty() || m_provider.isEmpty())
        return;
    m_dial.apply(name, m_provider.value(u"options").toObject(), faults(), [this](const QString& problem) {
        if (!problem.isEmpty())
            context().messages->error(problem);
        readProvider();
    });
}

void FaultLabPage::restore() {
    const QString name = m_choice->id();
    m_dial.restore(name, m_provider.value(u"options").toObject(), [this, name](const QString& problem) {
        if (!problem.isEmpty())
            return context().messages->error(problem);
        context().messages->success(tr("%1 behaves as it did before.").arg(name));
        m_provider = {}; // the sliders follow what is read next
        readProvider();
    });
}

void FaultLabPage::resetCircuit() {
    link().send("POST", specs::providers().pathOf(m_choice->id()) + QStringLiteral("/reset"), {}, this,
                [this](const GatewayReply& reply) {
                    if (!reply.ok())
                        context().messages->error(reply.errorMessage());
                    readProvider();
                });
}

void FaultLabPage::refresh() {
    const bool listening = link().state() == LinkState::Listening;
    const bool dialled = m_dial.isDialled(m_choice->id());
    m_start->setText(m_traffic->isRunning() ? tr("Stop") : tr("Send test traffic"));
    m_start->setEnabled(listening && !m_target->name().isEmpty());
    m_apply->setEnabled(!m_provider.isEmpty() && !isApplied());
    m_restore->setEnabled(dialled);
    m_dialState->setText(dialled
                             ? tr("Dialled. \"Back to normal\" puts its options back exactly as they were.")
                             : tr("As configured. What is there now is kept and can be put back."));
    setLabelRole(m_dialState, dialled ? ColorRole::Warning : ColorRole::TextMuted);
    m_outcomes->setTraffic(*m_traffic);
    Q_EMIT statusChanged();
}

QString FaultLabPage::statusText() const {
    return m_outcomes ? m_outcomes->summary() : QString();
}

} // namespace tollgate::ui
