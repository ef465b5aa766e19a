#include "ui/pages/playground/prompt_edit.h"

#include "ui/models/format.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

namespace tollgate::ui {
namespace {

constexpr double kDefaultTemperature = -0.1; ///< below the least one: not sent

QPlainTextEdit* textEdit(const QString& objectName, QWidget* parent) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setObjectName(objectName);
    edit->setTabChangesFocus(true);
    return edit;
}

} // namespace

PromptEdit::PromptEdit(QWidget* parent)
    : Card(tr("Prompt"), parent) {
    m_system = textEdit(QStringLiteral("system"), this);
    m_system->setFixedHeight(Theme::of(this).px(92));
    m_system->setPlaceholderText(tr("You are a concise assistant."));
    content()->addWidget(new FormField(tr("system message"), m_system, this));
    m_user = textEdit(QStringLiteral("user"), this);
    m_user->setMinimumHeight(Theme::of(this).px(90));
    m_userField = new FormField(tr("user message"), m_user, this);
    content()->addWidget(m_userField, 1);

    m_imageRow = new QWidget(this);
    m_imageLayout = makeRow(6);
    m_imageRow->setLayout(m_imageLayout);
    content()->addWidget(m_imageRow);

    m_temperature = makeDecimal(kDefaultTemperature, 2, 1, {}, this);
    m_temperature->setObjectName(QStringLiteral("temperature"));
    m_temperature->setSingleStep(0.1);
    m_temperature->setSpecialValueText(tr("default"));
    m_temperature->setValue(kDefaultTemperature);
    m_maxTokens = new OptionalNumberEdit(tr("default"), this);
    m_maxTokens->setObjectName(QStringLiteral("maxTokens"));
    guardWheel(m_temperature);
    content()->addLayout(sideBySide({new FormField(tr("temperature"), m_temperature, this),
                                     new FormField(tr("max tokens"), m_maxTokens, this)}));
    auto* row = makeRow(8);
    m_stream = new QCheckBox(tr("Stream"), this);
    m_stream->setObjectName(QStringLiteral("stream"));
    m_stream->setChecked(true);
    m_toolsToggle = new QPushButton(tr("Tools"), this);
    m_toolsToggle->setObjectName(QStringLiteral("toolsToggle"));
    m_toolsToggle->setAccessibleName(tr("Show the tools"));
    m_toolsToggle->setCheckable(true);
    auto* image = new QPushButton(tr("Attach an image"), this);
    image->setObjectName(QStringLiteral("attach"));
    row->addWidget(m_stream);
    row->addStretch(1);
    row->addWidget(m_toolsToggle);
    row->addWidget(image);
    content()->addLayout(row);
    m_tools = textEdit(QStringLiteral("tools"), this);
    m_tools->setFont(Theme::of(this).monoFont(-0.75));
    m_tools->setFixedHeight(Theme::of(this).px(132));
    m_tools->setPlaceholderText(
        QStringLiteral("[{\"type\": \"function\", \"function\": {\"name\": \"weather\",\n"
                       "  \"parameters\": {\"type\": \"object\", \"properties\": {}}}}]"));
    m_toolsField = new FormField(tr("tools, a JSON array"), m_tools, this);
    m_toolsField->hide();
    content()->addWidget(m_toolsField);
    connect(m_toolsToggle, &QPushButton::toggled, m_toolsField, &QWidget::setVisible);
    connect(image, &QPushButton::clicked, this, &PromptEdit::chooseImages);
    showImages();
}

PlayPrompt PromptEdit::prompt() const {
    PlayPrompt prompt;
    prompt.system = m_system->toPlainText();
    prompt.user = m_user->toPlainText();
    if (m_temperature->value() >= 0)
        prompt.temperature = m_temperature->value();
    if (const QJsonValue tokens = m_maxTokens->value(); tokens.isDouble())
        prompt.maxTokens = tokens.toInt();
    prompt.stream = m_stream->isChecked();
    prompt.tools = m_tools->toPlainText();
    prompt.images = m_images;
    return prompt;
}

void PromptEdit::setPrompt(const PlayPrompt& prompt) {
    m_system->setPlainText(prompt.system);
    m_user->setPlainText(prompt.user);
    m_temperature->setValue(prompt.temperature.value_or(kDefaultTemperature));
    m_maxTokens->setValue(prompt.maxTokens ? QJsonValue(*prompt.maxTokens) : QJsonValue());
    m_stream->setChecked(prompt.stream);
    m_tools->setPlainText(prompt.tools);
    m_toolsToggle->setChecked(!prompt.tools.isEmpty());
    m_images = prompt.images;
    showImages();
}

void PromptEdit::chooseImages() {
    auto* dialog = new QFileDialog(this, tr("Attach an image"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Images (*.png *.jpg *.jpeg *.gif *.webp)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        for (const QString& path : paths)
            if (const QString problem = attach(path); !problem.isEmpty())
                Q_EMIT refused(problem);
    });
    dialog->open();
}

QString PromptEdit::attach(const QString& path) {
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    qint64 all = file.size();
    for (const PlayImage& image : m_images)
        all += image.bytes.size();
    if (all > kMostImageBytes)
        return tr("%1 is too large: all images together may have %2.")
            .arg(name, format::bytes(kMostImageBytes));
    if (!file.open(QIODevice::ReadOnly))
        return tr("%1 cannot be read: %2").arg(name, file.errorString());
    PlayImage image{name, {}, file.readAll()};
    image.mime = imageMime(image.bytes);
    if (image.mime.isEmpty())
        return tr("%1 is no PNG, JPEG, GIF or WebP image.").arg(name);
    m_images.append(image);
    showImages();
    return {};
}

void PromptEdit::showImages() {
    while (QLayoutItem* item = m_imageLayout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // one of them may be what was clicked
        delete item;
    }
    for (int i = 0; i < m_images.size(); ++i) {
        auto* chip = new QPushButton(tr("%1 ×").arg(m_images.at(i).name.left(24)), m_imageRow);
        chip->setAccessibleName(tr("Remove the image %1").arg(m_images.at(i).name));
        setKind(chip, "chip");
        connect(chip, &QPushButton::clicked, this, [this, i] {
            m_images.removeAt(i);
            showImages();
        });
        m_imageLayout->addWidget(chip);
    }
    m_imageLayout->addStretch(1);
    m_imageRow->setVisible(!m_images.isEmpty());
}

void PromptEdit::showProblem(const PlayProblem& problem) {
    if (problem.field == PlayProblem::Field::Tools) {
        m_toolsToggle->setChecked(true);
        m_toolsField->setError(problem.text);
    } else {
        m_userField->setError(problem.text);
    }
}

void PromptEdit::clearProblems() {
    m_toolsField->clearError();
    m_userField->clearError();
}

} // namespace tollgate::ui
