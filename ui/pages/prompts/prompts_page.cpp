#include "ui/pages/prompts/prompts_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/resource_editor.h"
#include "ui/pages/forms/resource_list_view.h"
#include "ui/pages/models/dry_run_panel.h"
#include "ui/pages/prompts/prompt_form.h"
#include "ui/pages/prompts/prompt_tasks.h"
#include "ui/pages/prompts/version_text.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/menu_button.h"

#include <QFile>
#include <QMenu>
#include <QPushButton>

namespace tollgate::ui {

namespace {

constexpr qint64 kLargestFile = 8 * 1024 * 1024;

} // namespace

PromptsPage::PromptsPage(const UiContext& context, QWidget* parent)
    : ResourcePage(context, parent) {
    using Kind = ResourceCatalogue::Kind;
    m_names = new ResourceCatalogue(context.link, {Kind::Aliases, Kind::Models}, this);
    m_prompts = new ResourceListModel(context.link, specs::prompts(), this);
    m_prompts->setPresenter(&PromptsPage::look);
    m_export = new FileExport(this);
    connect(m_export, &FileExport::finished, this, [this](const QString& path, const QString& error) {
        if (error.isEmpty())
            this->context().messages->success(tr("The prompts are in %1.").arg(path));
        else
            this->context().messages->error(tr("%1 cannot be written: %2").arg(path, error));
    });
    build(m_prompts, new ResourceListView(this), {m_prompts},
          {tr("Prompts"), tr("Filter prompts"), tr("New prompt"), tr("No prompts yet"),
           tr("Keep a prompt here, with its variables and versions: applications name it and change with "
              "it, and an older version is one click away.")});
    m_panel = new DryRunPanel(*context.link, context.messages, undoStack(), this);
    m_panel->hide();
    connect(m_panel, &DryRunPanel::closed, this, [this] { closeInstead(); });
    connect(m_panel, &DryRunPanel::applied, this, [this] {
        m_prompts->refresh();
        closeInstead();
    });
}

void PromptsPage::activate() {
    m_names->setActive(true);
    ResourcePage::activate();
}

void PromptsPage::deactivate() {
    ResourcePage::deactivate();
    m_names->setActive(false);
}

RowLook PromptsPage::look(const QJsonObject& prompt) {
    RowLook look;
    look.title = prompt.value(u"name").toString();
    const QStringList versions = versionText::names(prompt);
    const QString standard = prompt.value(u"default").toString();
    look.subtitle = versions.size() == 1
                        ? tr("%1, the only version").arg(standard)
                        : tr("%1 of %n versions", nullptr, static_cast<int>(versions.size())).arg(standard);
    look.trailing = versionText::find(prompt, standard).value(u"model").toString();
    QStringList texts;
    for (const QString& version : versions)
        texts << versionText::find(prompt, version).value(u"note").toString();
    look.searchText = texts.join(u' ');
    return look;
}

const ResourceSpec& PromptsPage::specFor(const QString&) const {
    return specs::prompts();
}

ObjectForm* PromptsPage::formFor(const QString&, const QJsonObject& object) {
    if (!m_form) {
        m_form = new PromptForm(context(), m_names, this);
        connect(m_form, &PromptForm::defaultRequested, this, &PromptsPage::setDefault);
        connect(m_form, &PromptForm::pageRequested, this, &Page::navigate);
    }
    m_form->startFrom(object);
    return m_form;
}

void PromptsPage::startNew() {
    create(specs::prompts().collection, PromptForm::newPrompt());
}

/// A new prompt that begins with what the default version of the other says.
QJsonObject PromptsPage::copyOf(const QString&, const QJsonObject& object) const {
    QJsonObject copy = PromptForm::newPrompt();
    const QJsonObject version = versionText::find(object, object.value(u"default").toString());
    for (const char* field : {"system", "template", "model", "temperature", "max_tokens"})
        copy.insert(QLatin1String(field), version.value(QLatin1String(field)));
    copy.insert(u"name", QString(object.value(u"name").toString() + QStringLiteral("-copy")));
    return copy;
}

QString PromptsPage::removalWarning(const QString&, const QJsonObject& object) const {
    return tr("Applications that call it get 404; %n versions go with it.", nullptr,
              static_cast<int>(versionText::names(object).size()));
}

bool PromptsPage::save() {
    if (!form() || form()->binding().isNew())
        return ResourcePage::save();
    if (m_saving || !isDirty())
        return true;
    if (!form()->binding().checkAll())
        return false;
    m_saving = true;
    const QString name = currentId();
    const QString path = specs::prompts().pathOf(name);
    link().send("POST", path + QStringLiteral("/versions"), m_form->draft(), this,
                [this, name, path](const GatewayReply& reply) {
                    m_saving = false;
                    if (!reply.ok()) {
                        if (!form() || !form()->binding().showError(reply.errorParam(), reply.errorMessage()))
                            context().messages->error(reply.errorMessage());
                        return;
                    }
                    const QString version = reply.json.value(u"version").toString();
                    link().get(path, this, [this, name, version](const GatewayReply& stored) {
                        if (!stored.ok())
                            return;
                        m_prompts->put(stored.json);
                        showSaved(name, version);
                    });
                });
    return true;
}

void PromptsPage::showSaved(const QString& name, const QString& version) {
    if (currentId() == name) {
        m_form->showVersion(version);
        openObject(specs::prompts().collection, name);
    }
    const QString standard = m_prompts->object(name).value(u"default").toString();
    context().messages->success(
        tr("Saved as %1. Callers get %2 until another version is made the default.").arg(version, standard),
        {{tr("Make %1 the default").arg(version), [page = QPointer(this), name, version] {
              if (page && page->currentId() == name)
                  page->setDefault(version);
          }}});
}

void PromptsPage::setDefault(const QString& version) {
    editor().patch(specs::prompts(), m_prompts->object(currentId()), {{QStringLiteral("default"), version}});
}

QString PromptsPage::summary() const {
    int versions = 0;
    for (int row = 0; row < m_prompts->rowCount(); ++row)
        versions += static_cast<int>(versionText::names(m_prompts->objectAt(row)).size());
    return tr("%n prompt(s)", nullptr, m_prompts->rowCount()) + QStringLiteral(" · ") +
           tr("%n version(s)", nullptr, versions);
}

QList<QWidget*> PromptsPage::extraTitleControls(QWidget* parent) {
    QPushButton* file = makeMenuButton(MenuButtonKind::Framed, tr("Prompts as a file"), parent);
    setMenuButtonText(file, QStringLiteral("prompts.yaml"));
    connect(file->menu()->addAction(tr("Import…")), &QAction::triggered, this, &PromptsPage::chooseImport);
    connect(file->menu()->addAction(tr("Export…")), &QAction::triggered, this, &PromptsPage::chooseExport);
    return {file};
}

void PromptsPage::chooseImport() {
    askForFile(
        this, {FileQuestion::For::Reading, tr("Import prompts"), tr("Prompts (*.yaml *.yml *.json)"), {}, {}},
        this, [this](const QString& path) { importFile(path); });
}

void PromptsPage::importFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile) {
        context().messages->error(file.isOpen() ? tr("%1 is too large for a file of prompts.").arg(path)
                                                : tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    leaveThen([this, path, text = QString::fromUtf8(file.readAll())] {
        showInstead(m_panel);
        m_panel->start(promptTasks::import(path, text));
    });
}

void PromptsPage::chooseExport() {
    askForFile(this,
               {FileQuestion::For::Writing, tr("Export prompts"), {}, {}, QStringLiteral("prompts.yaml")},
               this, [this](const QString& path) { exportFile(path); });
}

void PromptsPage::exportFile(const QString& path) {
    link().get(QStringLiteral("/prompts/export"), this, [this, path](const GatewayReply& reply) {
        if (!reply.ok())
            return context().messages->error(reply.errorMessage());
        m_export->start(path, 1, [bytes = reply.bytes](qsizetype) { return bytes; });
    });
}

} // namespace tollgate::ui
