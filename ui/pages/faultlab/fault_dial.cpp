#include "ui/pages/faultlab/fault_dial.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_specs.h"
#include "ui/shell/console_state.h"

#include <QJsonDocument>

namespace tollgate::ui {
namespace {

struct Field {
    QString option;
    double Faults::*value;
    double usual; ///< what the gateway takes where the option is not given
};

const QList<Field>& fields() {
    static const QList<Field> all{{QStringLiteral("mean_latency_ms"), &Faults::latencyMs, 120},
                                  {QStringLiteral("p_error"), &Faults::errors, 0},
                                  {QStringLiteral("p_timeout"), &Faults::timeouts, 0.02},
                                  {QStringLiteral("p_rate_limit"), &Faults::rateLimited, 0},
                                  {QStringLiteral("p_stall"), &Faults::stalled, 0},
                                  {QStringLiteral("p_truncate"), &Faults::truncated, 0}};
    return all;
}

QString keyOf(const QString& provider) {
    return QStringLiteral("faultlab/") + provider;
}

} // namespace

Faults Faults::of(const QJsonObject& options) {
    Faults faults;
    for (const Field& field : fields())
        faults.*field.value = options.value(field.option).toDouble(field.usual);
    return faults;
}

QJsonObject Faults::patch() const {
    QJsonObject options;
    for (const Field& field : fields())
        options.insert(field.option, this->*field.value);
    return options;
}

QList<FaultPreset> faultPresets() {
    const auto make = [](double Faults::*what, double value) {
        Faults faults;
        faults.*what = value;
        return faults;
    };
    return {{QStringLiteral("healthy"), FaultDial::tr("Healthy"), {}},
            {QStringLiteral("slow"), FaultDial::tr("Slow"), make(&Faults::latencyMs, 2'500)},
            {QStringLiteral("failing"), FaultDial::tr("Failing"), make(&Faults::errors, 0.9)},
            {QStringLiteral("limited"), FaultDial::tr("Rate-limited"), make(&Faults::rateLimited, 0.8)},
            {QStringLiteral("stalling"), FaultDial::tr("Stalling"), make(&Faults::stalled, 0.6)},
            {QStringLiteral("truncating"), FaultDial::tr("Truncating"), make(&Faults::truncated, 0.6)}};
}

FaultDial::FaultDial(GatewayLink* link, ConsoleState* state, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_state(state) {}

QJsonObject FaultDial::kept(const QString& provider) const {
    if (m_kept.contains(provider))
        return m_kept.value(provider);
    const QByteArray text = m_state ? m_state->value(keyOf(provider)).toByteArray() : QByteArray();
    return QJsonDocument::fromJson(text).object();
}

bool FaultDial::isDialled(const QString& provider) const {
    return m_kept.contains(provider) || !kept(provider).isEmpty();
}

void FaultDial::keep(const QString& provider, const QJsonObject& options) {
    m_kept.insert(provider, options);
    if (m_state)
        m_state->setValue(keyOf(provider), QJsonDocument(options).toJson(QJsonDocument::Compact));
}

void FaultDial::apply(const QString& provider, const QJsonObject& options, const Faults& faults,
                      Handler done) {
    if (!isDialled(provider))
        keep(provider, options);
    patch(provider, faults.patch(), std::move(done));
}

void FaultDial::restore(const QString& provider, const QJsonObject& options, Handler done) {
    QJsonObject before = kept(provider);
    for (const QString& option : options.keys())
        if (!before.contains(option))
            before.insert(option, QJsonValue::Null); // a merge patch takes away what is null (RFC 7396)
    patch(provider, before, [this, provider, done = std::move(done)](const QString& problem) {
        if (problem.isEmpty()) {
            m_kept.remove(provider);
            if (m_state)
                m_state->remove(keyOf(provider));
        }
        done(problem);
    });
}

void FaultDial::patch(const QString& provider, const QJsonObject& options, Handler done) {
    m_link->send("PATCH", specs::providers().pathOf(provider), {{QStringLiteral("options"), options}}, this,
                 [done = std::move(done)](const GatewayReply& reply) {
                     done(reply.ok() ? QString() : reply.errorMessage());
                 });
}

} // namespace tollgate::ui
