#include "ui/pages/models/models_page.h"

#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/models/model_form.h"
#include "ui/pages/models/model_table.h"
#include "ui/shell/console_state.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/tag_edit.h"

#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>

namespace tollgate::ui {

namespace {
constexpr qint64 kLargestFile = 32LL * 1024 * 1024; // as large as the gateway takes
} // namespace

ModelsPage::ModelsPage(const UiContext& context, QWidget* parent)
    : ResourcePage(context, parent) {
    m_names = new ResourceCatalogue(context.link, {ResourceCatalogue::Kind::Providers}, this);
    m_models = new ResourceListModel(context.link, specs::models(), this);
    m_models->setPresenter([this](const QJsonObject& model) { return look(model); });
    m_table = new ModelTable(m_models, this);
    auto* table = new TableView(tr("Models"), this);
    table->setObjectName(QStringLiteral("models"));
    Words words{tr("Models"), tr("Find models"), tr("New model"), tr("No models yet"),
                tr("A provider brings the models whose list prices are known; others are added here.")};
    words.wide = true;
    build(m_table, table, {m_models}, words);
    auto* header = table->horizontalHeader();
    table->setSortingEnabled(true);
    header->setSortIndicator(ModelTable::Name, Qt::AscendingOrder);
    table->setColumnWidth(ModelTable::Name, theme().px(228));
    table->setColumnWidth(ModelTable::Input, theme().px(74));
    table->setColumnWidth(ModelTable::Output, theme().px(64));
    table->setColumnWidth(ModelTable::CacheRead, theme().px(64));
    table->setColumnWidth(ModelTable::CacheWrite, theme().px(90));
    table->setColumnWidth(ModelTable::Context, theme().px(81));
    table->setColumnWidth(ModelTable::Capabilities, theme().px(134));
    table->setColumnWidth(ModelTable::Source, theme().px(84));
    fitHeaders(table);
    if (ConsoleState* state = context.state)
        state->remember(QStringLiteral("models/columns"), header);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModelsPage::follow);

    m_panel = new DryRunPanel(link(), context.messages, undoStack(), this);
    m_panel->hide();
    connect(m_panel, &DryRunPanel::closed, this, [this] { closeInstead(); });
    connect(m_panel, &DryRunPanel::applied, this, [this] {
        closeInstead();
        m_models->refresh();
    });
}

void ModelsPage::activate() {
    m_names->setActive(true);
    ResourcePage::activate();
}

void ModelsPage::deactivate() {
    ResourcePage::deactivate();
    m_names->setActive(false);
}

RowLook ModelsPage::look(const QJsonObject& model) const {
    RowLook look;
    look.title = specs::models().idOf(model);
    QStringList capabilities;
    for (const QJsonValue& one : model.value(u"capabilities").toArray())
        capabilities << one.toString();
    look.searchText = capabilities.join(u' ') + u' ' + model.value(u"source").toString() +
                      (ModelTable::isUnpriced(model) ? u' ' + tr("unknown") : QString());
    return look;
}

const ResourceSpec& ModelsPage::specFor(const QString&) const {
    return specs::models();
}

ObjectForm* ModelsPage::formFor(const QString&, const QJsonObject&) {
    if (!m_form)
        m_form = new ModelForm(context(), m_names, this);
    return m_form;
}

void ModelsPage::startNew() {
    create(specs::models().collection, {{QStringLiteral("provider"), QString()},
                                        {QStringLiteral("model"), QString()},
                                        {QStringLiteral("input_usd_per_mtok"), QJsonValue::Null},
                                        {QStringLiteral("output_usd_per_mtok"), QJsonValue::Null},
                                        {QStringLiteral("capabilities"),
                                         QJsonArray{QStringLiteral("chat"), QStringLiteral("streaming")}}});
}

QJsonObject ModelsPage::copyOf(const QString&, const QJsonObject& object) const {
    QJsonObject copy = specs::models().withoutComputed(object);
    copy.insert(u"model", QString(object.value(u"model").toString() + QStringLiteral("-copy")));
    return copy;
}

QString ModelsPage::nameOf(const ResourceSpec& spec, const QJsonObject& object) const {
    return spec.idOf(object);
}

QString ModelsPage::removalWarning(const QString&, const QJsonObject&) const {
    return tr("Its list price, if there is one, holds again.");
}

QString ModelsPage::summary() const {
    int unpriced = 0;
    for (int row = 0; row < m_models->rowCount(); ++row)
        unpriced += ModelTable::isUnpriced(m_models->objectAt(row)) ? 1 : 0;
    return tr("%1 models \u00b7 %2 without a price").arg(m_models->rowCount()).arg(unpriced);
}

int ModelsPage::chosenCount() const {
    return static_cast<int>(view()->selectionModel()->selectedRows().size());
}

QList<QWidget*> ModelsPage::extraTitleControls(QWidget* parent) {
    m_editChosen = new QPushButton(parent);
    m_editChosen->setObjectName(QStringLiteral("editChosen"));
    connect(m_editChosen, &QPushButton::clicked, this, &ModelsPage::editChosen);
    QPushButton* prices = makeMenuButton(MenuButtonKind::Framed, tr("Prices of many"), parent);
    setMenuButtonText(prices, tr("Prices"));
    connect(prices->menu()->addAction(tr("Import a LiteLLM cost map\u2026")), &QAction::triggered, this,
            &ModelsPage::chooseFile);
    connect(prices->menu()->addAction(tr("Price history again\u2026")), &QAction::triggered, this,
            &ModelsPage::rerate);
    follow();
    return {m_editChosen, prices};
}

void ModelsPage::follow() {
    if (!m_editChosen)
        return;
    const int count = chosenCount();
    m_editChosen->setText(count > 1 ? tr("Edit %n together", nullptr, count) : tr("Edit together"));
    m_editChosen->setEnabled(count > 1);
    m_editChosen->setToolTip(tr("Choose several rows with Ctrl or Shift first"));
}

QWidget* ModelsPage::bulkControls() {
    m_edit = {};
    auto* controls = new QWidget(this);
    auto* column = makeColumn(8);
    controls->setLayout(column);
    auto* percent = makeDecimal(0.01, 10'000, 2, tr(" %"), controls);
    percent->setObjectName(QStringLiteral("pricePercent"));
    percent->setValue(100);
    guardWheel(percent);
    auto* price = new FormField(tr("every price becomes"), percent, controls);
    price->setHint(tr("Percent of what it is."));
    auto* add = new TagEdit(tr("tools, vision \u2026"), controls);
    auto* remove = new TagEdit(tr("tools, vision \u2026"), controls);
    add->setObjectName(QStringLiteral("addCapabilities"));
    remove->setObjectName(QStringLiteral("removeCapabilities"));
    for (TagEdit* tags : {add, remove})
        tags->setCompletions(ModelForm::capabilities());
    column->addLayout(sideBySide({price, new FormField(tr("they can, too"), add, controls),
                                  new FormField(tr("they cannot"), remove, controls)}));
    const auto changed = [this, percent, add, remove] {
        m_edit = {percent->value(), add->tags(), remove->tags()};
        m_panel->preview();
    };
    connect(percent, &QDoubleSpinBox::valueChanged, controls, changed);
    connect(add, &TagEdit::tagsChanged, controls, changed);
    connect(remove, &TagEdit::tagsChanged, controls, changed);
    return controls;
}

void ModelsPage::editChosen() {
    QJsonArray models;
    for (const QModelIndex& row : view()->selectionModel()->selectedRows())
        models.append(row.data(ObjectRole).toJsonObject());
    if (models.size() < 2)
        return;
    leaveThen([this, models] {
        DryRunPanel::Task task = modelTasks::bulkEdit(models, [this] { return m_edit; });
        task.controls = bulkControls();
        runTask(std::move(task));
    });
}

void ModelsPage::runTask(DryRunPanel::Task task) {
    showInstead(m_panel);
    m_panel->start(std::move(task));
}

void ModelsPage::rerate() {
    leaveThen([this] { runTask(modelTasks::rerate()); });
}

void ModelsPage::chooseFile() {
    askForFile(this,
               {FileQuestion::For::Reading, tr("Import a LiteLLM cost map"), tr("Cost map (*.json)"), {}, {}},
               this, [this](const QString& path) { importFile(path); });
}

void ModelsPage::importFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile) {
        context().messages->error(file.isOpen() ? tr("%1 is too large for a cost map.").arg(path)
                                                : tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) {
        context().messages->error(tr("%1 is no cost map: %2").arg(path, error.errorString()));
        return;
    }
    leaveThen([this, path, map = document.object()] { runTask(modelTasks::import(path, map)); });
}

} // namespace tollgate::ui
