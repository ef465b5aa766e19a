#include "ui/pages/settings/telemetry_card.h"

#include "ui/link/gateway_link.h"
#include "ui/models/gateway_words.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/toggle_switch.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace tollgate::ui {

namespace {

constexpr int kHeaderLines = 3;

QString path(const char* text) {
    return QString::fromLatin1(text);
}

} // namespace

std::optional<QJsonObject> headersOfText(const QString& text) {
    QJsonObject headers;
    for (const QString& line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        const qsizetype colon = trimmed.indexOf(u':');
        const QString value = trimmed.mid(colon + 1).trimmed();
        if (colon < 1 || value.isEmpty())
            return std::nullopt;
        headers.insert(trimmed.left(colon).trimmed().toLower(), value);
    }
    return headers;
}

QString textOfHeaders(const QJsonObject& headers) {
    QStringList lines;
    for (auto it = headers.begin(); it != headers.end(); ++it)
        lines.append(it.key() + QStringLiteral(": ") + it.value().toString());
    return lines.join(u'\n');
}

TelemetryCard::TelemetryCard(FormBinding& binding, GatewayLink& link, QWidget* parent)
    : Card(tr("Telemetry"), parent)
    , m_binding(binding)
    , m_link(link) {
    auto* endpoint = new QLineEdit(this);
    endpoint->setPlaceholderText(tr("nowhere"));
    FormField* field =
        bindField::text(binding, path("otlp_endpoint"), tr("traces go to (OpenTelemetry)"), endpoint, true);
    field->setHint(
        tr("OTLP over HTTP; /v1/traces and /v1/metrics follow. Prompts and answers are never sent."));
    content()->addWidget(field);
    addHeaders();
    auto* name = new QLineEdit(this);
    auto* ratio = new QDoubleSpinBox(this);
    ratio->setRange(0, 100);
    ratio->setDecimals(1);
    ratio->setSuffix(QStringLiteral(" %"));
    ratio->setButtonSymbols(QAbstractSpinBox::NoButtons);
    guardWheel(ratio);
    content()->addLayout(
        sideBySide({bindField::text(binding, path("otlp_service_name"), tr("name of this gateway"), name),
                    bindField::decimal(binding, path("otlp_sample_ratio"),
                                       tr("share of the traces that begin here"), ratio, 100)}));
    addMetrics();

    auto* row = makeRow(8);
    m_test = new QPushButton(tr("Test the collector"), this);
    connect(m_test, &QPushButton::clicked, this, &TelemetryCard::test);
    row->addWidget(m_test);
    m_outcome = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_outcome->setTextFormat(Qt::PlainText); // a collector's own words
    m_outcome->setWordWrap(true);
    row->addWidget(m_outcome, 1);
    content()->addLayout(row);
    m_state = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->hide();
    content()->addWidget(m_state);
}

void TelemetryCard::addHeaders() {
    auto* edit = new QPlainTextEdit(this);
    edit->setPlaceholderText(QStringLiteral("authorization: Bearer \u2026"));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * kHeaderLines +
                         2 * static_cast<int>(edit->document()->documentMargin()) + 2 * edit->frameWidth());
    auto* field = new FormField(tr("headers, one per line"), edit, this);
    field->setHint(tr("Values are secrets: once saved they show their last characters only."));
    field->setParam(path("otlp_headers"));
    content()->addWidget(field);
    FormBinding::Field bound;
    bound.path = path("otlp_headers");
    bound.label = field->label();
    bound.read = [edit] {
        const auto headers = headersOfText(edit->toPlainText());
        return headers ? QJsonValue(*headers) : QJsonValue(edit->toPlainText());
    };
    bound.write = [edit](const QJsonValue& value) { edit->setPlainText(textOfHeaders(value.toObject())); };
    bound.showError = [field](const QString& error) { field->setError(error); };
    bound.check = [edit] {
        return headersOfText(edit->toPlainText()) ? QString() : tr("A line is a name, a colon and a value.");
    };
    bound.say = [](const QJsonValue& value) {
        return value.toObject().keys().join(QStringLiteral(", ")); // never a value
    };
    bound.editor = edit;
    m_binding.add(std::move(bound));
    connect(edit, &QPlainTextEdit::textChanged, &m_binding, &FormBinding::touch);
}

void TelemetryCard::addMetrics() {
    auto* row = makeRow(10);
    auto* metrics = new ToggleSwitch(tr("Metrics as well"), this);
    metrics->setObjectName(path("otlp_metrics"));
    row->addWidget(metrics);
    auto* text = makeLabel(tr("Metrics as well"), ColorRole::Text, -0.25, QFont::Normal, this);
    text->setBuddy(metrics);
    row->addWidget(text, 1);
    content()->addLayout(row);
    FormBinding::Field bound;
    bound.path = path("otlp_metrics");
    bound.label = tr("metrics by OpenTelemetry");
    bound.read = [metrics] { return QJsonValue(metrics->isChecked()); };
    bound.write = [metrics](const QJsonValue& value) { metrics->setChecked(value.toBool(true)); };
    bound.editor = metrics;
    m_binding.add(std::move(bound));
    connect(metrics, &QAbstractButton::toggled, &m_binding, &FormBinding::touch);
}

void TelemetryCard::test() {
    QJsonObject patch;
    const QJsonObject edits = m_binding.patch();
    for (auto it = edits.begin(); it != edits.end(); ++it) {
        if (it.key().startsWith(QLatin1String("otlp_")))
            patch.insert(it.key(), it.value());
    }
    m_test->setEnabled(false);
    m_outcome->setText(tr("Asking\u2026"));
    m_link.send("POST", QStringLiteral("/telemetry/test"), patch, this, [this](const GatewayReply& reply) {
        m_test->setEnabled(true);
        if (!reply.ok()) {
            m_outcome->setText(reply.errorMessage());
            return;
        }
        const bool ok = reply.json.value(u"ok").toBool();
        m_outcome->setText(
            ok ? tr("The collector took it after %1 ms.")
                     .arg(QLocale().toString(reply.json.value(u"latency_ms").toDouble(), 'f', 0))
               : gatewaySentence(reply.json.value(u"error").toString()));
    });
}

void TelemetryCard::setStatus(const QJsonObject& telemetry) {
    const QString state = telemetry.value(u"state").toString();
    const auto number = [&](const char* name) {
        return QLocale().toString(telemetry.value(QLatin1String(name)).toInteger());
    };
    QString text;
    if (state == QLatin1String("waiting"))
        text = tr("Nothing has been sent yet.");
    else if (state == QLatin1String("ok") || state == QLatin1String("failing"))
        text = tr("Spans sent: %1, waiting: %2, refused: %3, lost: %4")
                   .arg(number("spans_exported"), number("spans_waiting"), number("spans_rejected"),
                        number("spans_dropped"));
    if (const QString error = telemetry.value(u"last_error").toString(); !error.isEmpty())
        text += u'\n' + gatewaySentence(error);
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

QString TelemetryCard::outcome() const {
    return m_outcome->text();
}

QString TelemetryCard::state() const {
    return m_state->text();
}

} // namespace tollgate::ui
