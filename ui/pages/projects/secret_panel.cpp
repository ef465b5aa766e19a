#include "ui/pages/projects/secret_panel.h"

#include "ui/pages/projects/snippets.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/segmented_control.h"

#include <QPlainTextEdit>
#include <QPushButton>

namespace tollgate::ui {

SecretPanel::SecretPanel(QWidget* parent)
    : Card(tr("The secret of this key"), parent) {
    setCaption(tr("shown once: copy it now"));
    auto* row = makeRow(8);
    m_value = makeMonoLabel({}, ColorRole::Text, 0.5, this);
    m_value->setObjectName(QStringLiteral("secret"));
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(m_value);
    row->addWidget(new CopyButton(
        tr("secret"), [this] { return m_secret; }, this));
    row->addStretch(1);
    auto* done = new QPushButton(tr("Done, I have it"), this);
    done->setObjectName(QStringLiteral("secretDone"));
    setKind(done, "primary");
    connect(done, &QPushButton::clicked, this, &SecretPanel::forget);
    row->addWidget(done);
    content()->addLayout(row);

    auto* languages = makeRow(8);
    m_language = new SegmentedControl(tr("Language of the example"), this);
    m_language->addSegment(QStringLiteral("curl"), QStringLiteral("curl"));
    m_language->addSegment(QStringLiteral("python"), QStringLiteral("Python"));
    m_language->addSegment(QStringLiteral("node"), QStringLiteral("Node"));
    connect(m_language, &SegmentedControl::currentChanged, this, &SecretPanel::refresh);
    languages->addWidget(m_language);
    languages->addStretch(1);
    languages->addWidget(new CopyButton(
        tr("example"), [this] { return snippet(); }, this));
    content()->addLayout(languages);
    m_snippet = new QPlainTextEdit(this);
    m_snippet->setObjectName(QStringLiteral("snippet"));
    m_snippet->setAccessibleName(tr("Example"));
    m_snippet->setReadOnly(true);
    m_snippet->setTabChangesFocus(true);
    m_snippet->setFont(Theme::of(this).monoFont(-0.75));
    m_snippet->setFixedHeight(Theme::of(this).px(72));
    content()->addWidget(m_snippet);
    hide();
}

void SecretPanel::show(const QString& secret, const QString& url, const QString& model) {
    m_secret = secret;
    m_url = url;
    m_model = model;
    refresh();
    setVisible(true);
}

void SecretPanel::forget() {
    m_secret.clear();
    m_value->clear();
    m_snippet->clear();
    hide();
}

QString SecretPanel::snippet() const {
    return m_snippet->toPlainText();
}

void SecretPanel::refresh() {
    const QString id = m_language->current();
    const auto language = id == QLatin1String("python") ? snippets::Language::Python
                          : id == QLatin1String("node") ? snippets::Language::Node
                                                        : snippets::Language::Curl;
    m_value->setText(m_secret);
    m_snippet->setPlainText(m_secret.isEmpty() ? QString()
                                               : snippets::make(language, m_url, m_secret, m_model));
}

} // namespace tollgate::ui
