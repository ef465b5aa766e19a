#include "ui/pages/playground/prompt_edit.h"

#include "ui/models/format.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/playground/image_drop_edit.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QThreadPool>

namespace tollgate::ui {
namespace {

constexpr double kDefaultTemperature = -0.1; ///< below the least one: not sent

QPlainTextEdit* prepared(QPlainTextEdit* edit, const QString& objectName) {
    edit->setObjectName(objectName);
    edit->setTabChangesFocus(true);
    return edit;
}

QString toolExample(PlayDialect dialect) {
    return toolsFor(dialect, QStringLiteral(R"([
  {
    "type": "function",
    "function": {
      "name": "weather",
      "description": "The weather in a city now.",
      "parameters": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"]
      }
    }
  }
])"));
}

QString tooLarge(const QString& name) {
    return PromptEdit::tr("%1 is too large: all images together may have %2.")
        .arg(name, format::bytes(PromptEdit::kMostImageBytes));
}

qsizetype elementsIn(const QString& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    return document.isArray() ? document.array().size() : document.object().size();
}

} // namespace

PromptEdit::PromptEdit(QWidget* parent)
    : Card(tr("Prompt"), parent) {
    setAcceptDrops(true);
    m_dialectBox = new ChoiceBox(this);
    m_dialectBox->setObjectName(u"dialect"_qs);
    m_dialectBox->setAccessibleName(tr("Dialect the request is written in"));
    m_dialectBox->setToolTip(tr("Dialect the request is written in"));
    for (const PlayDialect one : {PlayDialect::Chat, PlayDialect::Responses, PlayDialect::Messages})
        m_dialectBox->addChoice(dialectId(one), dialectName(one));
    addHeaderWidget(m_dialectBox);
    m_tabs = new QTabWidget(this);
    m_tabs->setAccessibleName(tr("Parts of the prompt"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(makeMessageTab(), {});
    m_tabs->addTab(makeJsonTab(u"earlier"_qs, tr("messages between system and user, a JSON array"),
                               tr("As the dialect writes them: answers, tool calls and their results."),
                               m_earlier, m_earlierField),
                   {});
    m_tabs->addTab(makeJsonTab(u"tools"_qs, tr("tools, a JSON array"),
                               tr("What the model calls is shown with its answer; you say what comes back."),
                               m_tools, m_toolsField),
                   {});
    m_tabs->addTab(makeJsonTab(u"more"_qs, tr("other parameters, a JSON object"),
                               tr("Whatever the dialect takes: top_p, stop, tool_choice, reasoning…"), m_more,
                               m_moreField),
                   {});
    content()->addWidget(m_tabs, 1);
    m_temperature = makeDecimal(kDefaultTemperature, 2, 2, {}, this);
    m_temperature->setObjectName(u"temperature"_qs);
    m_temperature->setSingleStep(0.1);
    m_temperature->setSpecialValueText(tr("default"));
    m_temperature->setValue(kDefaultTemperature);
    m_maxTokens = new OptionalNumberEdit(tr("default"), this);
    m_maxTokens->setObjectName(u"maxTokens"_qs);
    guardWheel(m_temperature);
    content()->addLayout(sideBySide({new FormField(tr("temperature"), m_temperature, this),
                                     new FormField(tr("max tokens"), m_maxTokens, this)}));
    content()->addLayout(makeButtons());
    connect(m_dialectBox, &QComboBox::currentIndexChanged, this, &PromptEdit::followDialect);
    showImages();
    showCounts();
}

QWidget* PromptEdit::makeMessageTab() {
    auto* tab = new QWidget(m_tabs);
    auto* column = makeColumn(8);
    column->setContentsMargins(0, Theme::of(this).px(8), 0, 0);
    tab->setLayout(column);
    m_system = prepared(new QPlainTextEdit(tab), u"system"_qs);
    m_system->setFixedHeight(Theme::of(this).px(92));
    m_system->setPlaceholderText(tr("You are a concise assistant."));
    column->addWidget(new FormField(tr("system message"), m_system, tab));
    m_user = new ImageDropEdit(tab);
    prepared(m_user, u"user"_qs);
    m_user->setMinimumHeight(Theme::of(this).px(90));
    m_userField = new FormField(tr("user message"), m_user, tab);
    column->addWidget(m_userField, 1);
    m_imageRow = new QWidget(tab);
    m_imageLayout = new FlowLayout(m_imageRow, Theme::of(this).px(6));
    column->addWidget(m_imageRow);
    connect(m_user, &ImageDropEdit::filesGiven, this, &PromptEdit::attachAll);
    connect(m_user, &ImageDropEdit::imageGiven, this, [this](const QImage& image) { attach(image); });
    return tab;
}

QWidget* PromptEdit::makeJsonTab(const QString& objectName, const QString& label, const QString& hint,
                                 QPlainTextEdit*& edit, FormField*& field) {
    auto* tab = new QWidget(m_tabs);
    auto* column = makeColumn(8);
    column->setContentsMargins(0, Theme::of(this).px(8), 0, 0);
    tab->setLayout(column);
    edit = prepared(new QPlainTextEdit(tab), objectName);
    edit->setFont(Theme::of(this).monoFont(-0.75));
    field = new FormField(label, edit, tab);
    field->setLabelWraps();
    field->setHint(hint);
    column->addWidget(field, 1);
    if (objectName == u"tools"_qs) {
        auto* example = new QPushButton(tr("Put in an example"), tab);
        example->setObjectName(u"toolExample"_qs);
        setKind(example, "link");
        column->addWidget(example, 0, Qt::AlignLeft);
        connect(example, &QPushButton::clicked, this, &PromptEdit::addToolExample);
    }
    connect(edit, &QPlainTextEdit::textChanged, this, &PromptEdit::showCounts);
    return tab;
}

QLayout* PromptEdit::makeButtons() {
    auto* row = new FlowLayout(nullptr, Theme::of(this).px(8));
    m_stream = new QCheckBox(tr("Stream"), this);
    m_stream->setObjectName(u"stream"_qs);
    m_stream->setChecked(true);
    auto* image = new QPushButton(tr("Attach an image"), this);
    image->setObjectName(u"attach"_qs);
    image->setToolTip(tr("Images can be dropped here and pasted into the message, too"));
    row->addWidget(m_stream);
    row->addWidget(image);
    connect(image, &QPushButton::clicked, this, &PromptEdit::chooseImages);
    return row;
}

PlayPrompt PromptEdit::prompt() const {
    PlayPrompt prompt;
    prompt.dialect = m_dialect;
    prompt.system = m_system->toPlainText();
    prompt.earlier = m_earlier->toPlainText();
    prompt.user = m_user->toPlainText();
    if (m_temperature->value() >= 0)
        prompt.temperature = m_temperature->value();
    if (const QJsonValue tokens = m_maxTokens->value(); tokens.isDouble())
        prompt.maxTokens = tokens.toInt();
    prompt.stream = m_stream->isChecked();
    prompt.tools = m_tools->toPlainText();
    prompt.more = m_more->toPlainText();
    prompt.images = m_images;
    return prompt;
}

void PromptEdit::setPrompt(const PlayPrompt& prompt) {
    m_dialect = prompt.dialect;
    m_dialectBox->setId(dialectId(prompt.dialect));
    m_system->setPlainText(prompt.system);
    m_earlier->setPlainText(prompt.earlier);
    m_user->setPlainText(prompt.user);
    m_temperature->setValue(prompt.temperature.value_or(kDefaultTemperature));
    m_maxTokens->setValue(prompt.maxTokens ? QJsonValue(*prompt.maxTokens) : QJsonValue());
    m_stream->setChecked(prompt.stream);
    m_tools->setPlainText(prompt.tools);
    m_more->setPlainText(prompt.more);
    m_images = prompt.images;
    m_tabs->setCurrentIndex(MessageTab);
    clearProblems();
    showImages();
    showCounts();
}

/// Tools are written differently in each dialect; messages and parameters are the person's to change.
void PromptEdit::followDialect() {
    const PlayDialect now = dialectOf(m_dialectBox->id()).value_or(PlayDialect::Chat);
    if (now == m_dialect)
        return;
    const QString before = dialectName(m_dialect);
    m_dialect = now;
    const QString tools = m_tools->toPlainText();
    if (const QString converted = toolsFor(now, tools); converted != tools)
        m_tools->setPlainText(converted);
    clearProblems();
    const QString hint = tr("Written for %1: change what %2 does not take.").arg(before, dialectName(now));
    if (!m_earlier->toPlainText().trimmed().isEmpty())
        m_earlierField->setError(hint);
    if (!m_more->toPlainText().trimmed().isEmpty())
        m_moreField->setError(hint);
}

void PromptEdit::addToolExample() {
    if (m_tools->toPlainText().trimmed().isEmpty())
        m_tools->setPlainText(toolExample(m_dialect));
    m_tools->setFocus(Qt::OtherFocusReason);
}

void PromptEdit::showCounts() {
    const auto name = [this](int tab, const QString& text, qsizetype count) {
        m_tabs->setTabText(tab, count == 0 ? text : QStringLiteral("%1 · %2").arg(text).arg(count));
    };
    name(MessageTab, tr("Message"), 0);
    name(EarlierTab, tr("Earlier"), elementsIn(m_earlier->toPlainText()));
    name(ToolsTab, tr("Tools"), elementsIn(m_tools->toPlainText()));
    name(MoreTab, tr("More"), elementsIn(m_more->toPlainText()));
    Q_EMIT changed();
}

void PromptEdit::chooseImages() {
    askForFile(this,
               {FileQuestion::For::ReadingSeveral,
                tr("Attach an image"),
                tr("Images (*.png *.jpg *.jpeg *.gif *.webp)"),
                {},
                {}},
               this, [this](const QString& path) { attachAll({path}); });
}

void PromptEdit::attachAll(const QStringList& paths) {
    for (const QString& path : paths)
        if (const QString problem = attach(path); !problem.isEmpty())
            Q_EMIT refused(problem);
}

QString PromptEdit::attach(const QString& path) {
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (file.size() > kMostImageBytes) // never read
        return tooLarge(name);
    if (!file.open(QIODevice::ReadOnly))
        return tr("%1 cannot be read: %2").arg(name, file.errorString());
    PlayImage image{name, {}, file.readAll(), {}};
    image.mime = imageMime(image.bytes);
    if (image.mime.isEmpty())
        return tr("%1 is no PNG, JPEG, GIF or WebP image.").arg(name);
    return add(image);
}

void PromptEdit::attach(const QImage& image) {
    QThreadPool::globalInstance()->start([image, self = QPointer(this)] { // a screenshot takes its time
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        QMetaObject::invokeMethod(qApp, [bytes, self] {
            if (!self)
                return;
            if (const QString problem = self->add({PromptEdit::tr("pasted.png"), "image/png", bytes, {}});
                !problem.isEmpty())
                Q_EMIT self->refused(problem);
        });
    });
}

QString PromptEdit::add(const PlayImage& image) {
    qint64 all = image.bytes.size();
    for (const PlayImage& one : m_images)
        all += one.bytes.size();
    if (all > kMostImageBytes)
        return tooLarge(image.name);
    m_images.append(image);
    m_tabs->setCurrentIndex(MessageTab);
    showImages();
    return {};
}

void PromptEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void PromptEdit::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        attachAll(paths);
    else if (event->mimeData()->hasImage())
        attach(qvariant_cast<QImage>(event->mimeData()->imageData()));
    event->acceptProposedAction();
}

void PromptEdit::showImages() {
    while (QLayoutItem* item = m_imageLayout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // one of them may be what was clicked
        delete item;
    }
    for (int i = 0; i < m_images.size(); ++i) {
        const PlayImage& image = m_images.at(i);
        const QString name = image.mime.isEmpty() ? image.url : image.name;
        auto* chip = new QPushButton(tr("%1 ×").arg(name.left(24)), m_imageRow);
        chip->setAccessibleName(tr("Remove the image %1").arg(name));
        chip->setToolTip(image.mime.isEmpty() ? name.toHtmlEscaped() : format::bytes(image.bytes.size()));
        setKind(chip, "chip");
        connect(chip, &QPushButton::clicked, this, [this, i] {
            m_images.removeAt(i);
            showImages();
        });
        m_imageLayout->addWidget(chip);
    }
    m_imageRow->setVisible(!m_images.isEmpty());
    Q_EMIT changed();
}

void PromptEdit::showProblem(const PlayProblem& problem) {
    const auto show = [&](FormField* field, Tab tab) {
        m_tabs->setCurrentIndex(tab);
        field->setError(problem.text);
    };
    if (problem.field == PlayProblem::Field::Tools)
        show(m_toolsField, ToolsTab);
    else if (problem.field == PlayProblem::Field::Earlier)
        show(m_earlierField, EarlierTab);
    else if (problem.field == PlayProblem::Field::More)
        show(m_moreField, MoreTab);
    else
        show(m_userField, MessageTab);
}

void PromptEdit::clearProblems() {
    for (FormField* field : {m_toolsField, m_earlierField, m_moreField, m_userField})
        field->clearError();
}

} // namespace tollgate::ui
