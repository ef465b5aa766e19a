#include "ui/pages/connect/client_detail.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/pages/connect/file_card.h"
#include "ui/pages/connect/seen_card.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/segmented_control.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace tollgate::ui {
namespace {

constexpr int kKeyNames = 20; ///< "claude-code", "claude-code-2", …
constexpr int kProbeMs = 30'000;

bool isLoopback(const QString& address) {
    return address.startsWith(QLatin1String("127.")) || address.startsWith(QLatin1String("localhost:")) ||
           address.startsWith(QLatin1String("[::1]:")) || address.startsWith(QLatin1String("0.0.0.0:")) ||
           address.startsWith(QLatin1String("[::]:"));
}

} // namespace

ClientDetail::ClientDetail(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context) {
    auto* column = makeColumn(12);
    setLayout(column);
    m_title = makeLabel({}, ColorRole::Text, 2, QFont::DemiBold, this);
    m_text = makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, this);
    m_text->setWordWrap(true);
    m_note = makeLabel({}, ColorRole::Warning, -0.25, QFont::Normal, this);
    m_note->setWordWrap(true);
    for (QLabel* label : {m_title, m_text, m_note})
        column->addWidget(label);
    column->addWidget(keyCard());
    column->addWidget(sampleCard());
    m_file = new FileCard(this);
    column->addWidget(m_file);
    column->addWidget(probeCard());
    m_seen = new SeenCard(this);
    column->addWidget(m_seen);
    column->addStretch(1);
    connect(m_file, &FileCard::told, this,
            [this](const QString& text) { m_context.messages->success(text); });
    connect(m_file, &FileCard::failed, this,
            [this](const QString& text) { m_context.messages->error(text); });
    connect(m_file, &FileCard::written, this, &ClientDetail::sendProbe);
    connect(m_seen, &SeenCard::opened, this, [this](const QString& id) {
        Q_EMIT navigate(QStringLiteral("traffic"), QStringLiteral("trace:") + id);
    });
    connect(m_context.link, &GatewayLink::stateChanged, this, &ClientDetail::refresh);
}

QWidget* ClientDetail::keyCard() {
    auto* card = new Card(tr("Key and model"), this);
    m_model = new NamePicker(tr("an alias or provider/model"), card);
    m_model->setObjectName(QStringLiteral("clientModel"));
    m_key = new QLineEdit(card);
    m_key->setObjectName(QStringLiteral("clientKey"));
    m_key->setFont(Theme::of(this).monoFont(-0.25));
    m_key->setPlaceholderText(tr("paste a client key"));
    card->content()->addLayout(
        sideBySide({new FormField(tr("model"), m_model, card), new FormField(tr("key"), m_key, card)}));
    auto* row = makeRow(12);
    m_keyHint = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, card);
    m_keyHint->setWordWrap(true);
    row->addWidget(m_keyHint, 1);
    row->addWidget(new CopyButton(
        tr("key"), [this] { return m_key->text(); }, card));
    m_create = new QPushButton(tr("Create a key"), card);
    m_create->setObjectName(QStringLiteral("createKey"));
    row->addWidget(m_create);
    card->content()->addLayout(row);
    connect(m_create, &QPushButton::clicked, this, [this] { createKey(1); });
    connect(m_key, &QLineEdit::textChanged, this, &ClientDetail::refresh);
    connect(m_model, &QComboBox::currentTextChanged, this, &ClientDetail::refresh);
    return card;
}

QWidget* ClientDetail::sampleCard() {
    auto* card = new Card(tr("By hand"), this);
    auto* row = makeRow(8);
    for (const ClientKind& kind : clientKinds()) { // all at once: one made later would be last for Tab
        auto* tabs = new SegmentedControl(tr("Kind of settings"), card);
        for (const ClientSample& sample : kind.samples({}))
            tabs->addSegment(sample.title, sample.title);
        tabs->hide();
        row->addWidget(tabs);
        m_tabsOf.insert(kind.id, tabs);
        connect(tabs, &SegmentedControl::currentChanged, this, &ClientDetail::showSample);
    }
    row->addStretch(1);
    row->addWidget(new CopyButton(
        tr("settings"), [this] { return m_sample->toPlainText(); }, card));
    card->content()->addLayout(row);
    m_sample = makeCodeView(tr("Settings to copy"), card);
    m_sample->setObjectName(QStringLiteral("sample"));
    card->content()->addWidget(m_sample);
    return card;
}

QWidget* ClientDetail::probeCard() {
    auto* card = new Card(tr("Try it"), this);
    card->setCaption(tr("a short request through the gateway, as this program sends it"));
    auto* row = makeRow(10);
    m_probe = new QPushButton(tr("Send a probe"), card);
    m_probe->setObjectName(QStringLiteral("probe"));
    m_probeBadge = new Badge({}, Tone::Neutral, card);
    m_probeText = makeLabel({}, ColorRole::Text, -0.5, QFont::Normal, card);
    m_probeText->setWordWrap(true);
    row->addWidget(m_probe);
    row->addWidget(m_probeBadge);
    row->addWidget(m_probeText, 1);
    card->content()->addLayout(row);
    connect(m_probe, &QPushButton::clicked, this, &ClientDetail::sendProbe);
    return card;
}

void ClientDetail::setKind(const ClientKind& kind, const QString& home) {
    m_kind = kind;
    m_home = home;
    delete m_probing;
    delete m_asking;
    m_title->setText(kind.title);
    m_text->setText(kind.text);
    m_probeBadge->hide();
    m_probeText->clear();
    for (SegmentedControl* tabs : std::as_const(m_tabsOf))
        tabs->hide();
    m_tabs = m_tabsOf.value(kind.id);
    m_tabs->show();
    m_file->setSubject(kind, home, {});
    setNote({});
    refresh();
    askRoute();
}

void ClientDetail::setModels(const QStringList& names) {
    const QString before = m_model->name();
    m_model->setNames(names);
    if (before.isEmpty() && !names.isEmpty())
        m_model->setName(names.contains(QStringLiteral("chat-default")) ? QStringLiteral("chat-default")
                                                                        : names.first());
}

void ClientDetail::setSeen(const QList<ClientsSeen::Seen>& seen) {
    m_seen->setSeen(seen);
}

void ClientDetail::forget() {
    m_key->clear();
    m_keyHint->clear();
    m_probeText->clear();
    m_probeBadge->hide();
}

ClientTarget ClientDetail::target(bool placeholders) const {
    const QString key = m_key->text().trimmed();
    const QString model = m_model->name();
    return {DataCall::reachable(m_context.link->url()), key.isEmpty() && placeholders ? tr("YOUR_KEY") : key,
            model.isEmpty() && placeholders ? tr("YOUR_MODEL") : model};
}

void ClientDetail::refresh() {
    if (!m_kind.samples)
        return;
    const QString key = m_key->text().trimmed();
    m_create->setEnabled(m_context.link->state() == LinkState::Listening);
    m_probe->setEnabled(!key.isEmpty() && !m_model->name().isEmpty() && !m_probing);
    if (key.isEmpty())
        m_keyHint->setText(
            tr("A key of its own shows what this program costs, and can be taken away alone."));
    showSample();
    m_file->setTarget(target(false));
}

void ClientDetail::showSample() {
    const QString wanted = m_tabs->current();
    for (const ClientSample& sample : m_kind.samples(target(true)))
        if (sample.title == wanted)
            showCode(m_sample, sample.text);
}

void ClientDetail::setNote(const QString& text) {
    QStringList parts{text, m_kind.caution};
    if (m_kind.needsPublicAddress && isLoopback(m_context.link->address()))
        parts.prepend(
            tr("%1 calls from its maker's servers: an address of this machine is out of their reach. "
               "It takes a public address with TLS in front of the gateway.")
                .arg(m_kind.title));
    parts.removeAll(QString());
    m_note->setText(parts.join(u' '));
    m_note->setVisible(!parts.isEmpty());
}

/// Whether the gateway speaks what this client speaks at all. A route that takes only POST answers a GET with
/// 405, one that is not there with 404; neither is a request that the ledger would hold.
void ClientDetail::askRoute() {
    if (m_context.link->state() != LinkState::Listening)
        return;
    DataRequest request;
    request.method = "GET";
    request.path = QString(m_kind.probePath).replace(QStringLiteral("{model}"), QStringLiteral("none"));
    request.timeoutMs = kProbeMs;
    m_asking = new DataCall(m_network, *m_context.link, request, this);
    connect(m_asking, &DataCall::finished, this, [this](const DataReply& reply) {
        const bool missing = reply.status == 404;
        const QString refusal =
            tr("This gateway does not speak the API of %1: it would not reach a model, so "
               "nothing is written.")
                .arg(m_kind.title);
        m_file->setSubject(m_kind, m_home, missing ? refusal : QString());
        setNote(missing ? refusal : QString());
    });
}

void ClientDetail::createKey(int attempt) {
    const QString name = attempt == 1 ? m_kind.id : QStringLiteral("%1-%2").arg(m_kind.id).arg(attempt);
    m_create->setEnabled(false);
    m_context.link->send(
        "POST", QStringLiteral("/keys"), {{QStringLiteral("name"), name}}, this,
        [this, name, attempt, id = m_kind.id, before = m_key->text()](const GatewayReply& reply) {
            m_create->setEnabled(true);
            if (reply.status == 409 && attempt < kKeyNames)
                return createKey(attempt + 1);
            if (!reply.ok())
                return m_context.messages->error(reply.errorMessage());
            const QString secret = reply.json.value(u"secret").toString();
            // Another client is shown and has a key already: the secret must not be lost for that.
            if (id != m_kind.id && m_key->text() != before)
                return m_context.messages->ask(
                    tr("Key %1 is made. Its secret can be copied now, and never again.").arg(name),
                    {{tr("Copy the secret"), [secret] { QGuiApplication::clipboard()->setText(secret); }}});
            m_key->setText(secret);
            m_keyHint->setText(
                tr("Key %1 is made. Its secret is shown here until you leave the page, and never "
                   "again.")
                    .arg(name));
        });
}

void ClientDetail::sendProbe() {
    delete m_probing;
    const ClientTarget target = this->target(false);
    DataRequest request;
    request.path = QString(m_kind.probePath).replace(QStringLiteral("{model}"), target.model);
    request.body = m_kind.probeBody(target.model);
    request.secret = target.secret;
    request.timeoutMs = kProbeMs;
    m_probeBadge->set(tr("asking"), Tone::Neutral);
    m_probeBadge->show();
    m_probeText->clear();
    m_probing = new DataCall(m_network, *m_context.link, request, this);
    m_probe->setEnabled(false);
    connect(m_probing, &DataCall::finished, this, &ClientDetail::probed);
}

void ClientDetail::probed(const DataReply& reply) {
    m_probing->deleteLater();
    m_probing = nullptr;
    if (reply.ok()) {
        m_probeBadge->set(tr("works"), Tone::Good);
        m_probeText->setText(tr("%1/%2 answered in %3, attempts: %4.")
                                 .arg(reply.header("x-tollgate-provider"), reply.header("x-tollgate-model"),
                                      format::milliseconds(reply.totalMs),
                                      reply.header("x-tollgate-attempts")));
    } else {
        m_probeBadge->set(tr("failed"), Tone::Bad);
        m_probeText->setText(reply.problem());
    }
    refresh();
}

QString ClientDetail::probeText() const {
    return m_probeText->text();
}

} // namespace tollgate::ui
