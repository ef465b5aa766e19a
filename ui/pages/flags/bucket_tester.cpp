#include "ui/pages/flags/bucket_tester.h"

#include "ui/models/api_words.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/flags/flag_text.h"
#include "ui/widgets/badge.h"

#include <QLineEdit>

namespace tollgate::ui {

BucketTester::BucketTester(GatewayLink* link, QWidget* parent)
    : QWidget(parent)
    , m_link(link) {
    auto* row = makeRow(6);
    setLayout(row);
    m_subject = new QLineEdit(this);
    m_subject->setObjectName(QStringLiteral("testerSubject"));
    m_subject->setMaximumWidth(Theme::of(this).px(172));
    row->addWidget(m_subject, 1);
    m_bucketWord = makeLabel(tr("bucket"), ColorRole::Text, -0.5, QFont::Normal, this);
    m_bucket = makeLabel({}, ColorRole::Text, -0.5, QFont::DemiBold, this);
    m_arrow = makeLabel(QStringLiteral("→"), ColorRole::Text, -0.5, QFont::Normal, this);
    m_serve = new Badge({}, Tone::Accent, this);
    m_reason = makeWrappingLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    row->addSpacing(Theme::of(this).px(4));
    for (QWidget* part : {static_cast<QWidget*>(m_bucketWord), static_cast<QWidget*>(m_bucket),
                          static_cast<QWidget*>(m_arrow), static_cast<QWidget*>(m_serve)})
        row->addWidget(part);
    row->addWidget(m_reason, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, &BucketTester::ask);
    connect(m_subject, &QLineEdit::textEdited, this, [this] {
        clear();
        m_pause.start();
    });
    connect(m_subject, &QLineEdit::returnPressed, this, &BucketTester::ask);
    clear();
}

void BucketTester::setFlag(const QString& key, const QString& stickyBy, double rolloutPercent) {
    const bool same = m_key == key && m_stickyBy == stickyBy;
    m_key = key;
    m_stickyBy = stickyBy.isEmpty() ? QStringLiteral("user") : stickyBy;
    m_percent = rolloutPercent;
    m_subject->setPlaceholderText(tr("try one: %1").arg(words::subject(m_stickyBy)));
    const int needed =
        m_subject->fontMetrics().horizontalAdvance(m_subject->placeholderText()) + Theme::of(this).px(26);
    m_subject->setMinimumWidth(needed);
    m_subject->setMaximumWidth(qMax(needed, Theme::of(this).px(172)));
    m_subject->setAccessibleName(tr("Which arm does this one get: %1").arg(words::subject(m_stickyBy)));
    setVisible(!key.isEmpty());
    if (!same)
        m_subject->clear();
    clear();
    if (!m_subject->text().isEmpty())
        m_pause.start();
}

void BucketTester::clear() {
    for (QWidget* part : {static_cast<QWidget*>(m_bucketWord), static_cast<QWidget*>(m_bucket),
                          static_cast<QWidget*>(m_arrow), static_cast<QWidget*>(m_serve)})
        part->hide();
    m_reason->clear();
}

void BucketTester::ask() {
    m_pause.stop();
    const QString subject = m_subject->text().trimmed();
    if (subject.isEmpty() || m_key.isEmpty())
        return;
    QJsonObject body{{QStringLiteral("user"), QJsonValue::Null},
                     {QStringLiteral("project"), QJsonValue::Null}};
    body.insert(m_stickyBy, subject);
    m_link->send("POST", specs::flags().pathOf(m_key) + QStringLiteral("/evaluate"), body, this,
                 [this, subject, key = m_key](const GatewayReply& reply) {
                     if (key == m_key && subject == m_subject->text().trimmed())
                         show(reply);
                 });
}

void BucketTester::show(const GatewayReply& reply) {
    clear();
    if (!reply.ok()) {
        m_reason->setText(reply.errorMessage());
        return;
    }
    const QString serve = reply.json.value(u"serve").toString();
    const bool hasBucket = reply.json.value(u"bucket").isDouble();
    const int bucket = reply.json.value(u"bucket").toInt();
    m_bucket->setText(QString::number(bucket));
    m_serve->set(words::arm(serve), serve == QLatin1String("canary") ? Tone::Warning : Tone::Accent);
    m_reason->setText(flagText::reason(reply.json.value(u"reason").toString(), bucket, m_percent));
    m_bucketWord->setVisible(hasBucket);
    m_bucket->setVisible(hasBucket);
    m_arrow->setVisible(hasBucket);
    m_serve->show();
}

QString BucketTester::resultText() const {
    if (m_serve->isHidden())
        return m_reason->text();
    return tr("bucket %1 → %2 · %3").arg(m_bucket->text(), m_serve->text(), m_reason->text());
}

} // namespace tollgate::ui
