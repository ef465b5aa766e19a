#include "ui/pages/forms/resource_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_list_model.h"
#include "ui/pages/forms/change_preview.h"
#include "ui/pages/forms/detail_header.h"
#include "ui/pages/forms/object_form.h"
#include "ui/pages/forms/resource_delegate.h"
#include "ui/pages/forms/resource_editor.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemView>
#include <QScrollArea>

#include <algorithm>

namespace tollgate::ui {

ResourcePage::ResourcePage(const UiContext& context, QWidget* parent)
    : Page(context, parent) {
    m_undo = UndoStack::of(*context.link, context.messages);
    m_editor = new ResourceEditor(context.link, this, m_undo);
}

ResourcePage::~ResourcePage() = default;

ObjectForm* ResourcePage::form() const {
    return m_form;
}

// ---- opening ----

void ResourcePage::open(const QString& argument) {
    if (argument.isEmpty())
        return;
    if (argument == QLatin1String("new")) {
        leaveThen([this] { startNew(); });
        return;
    }
    m_wanted = allRead() ? QString() : argument; // until the lists are there
    for (ResourceListModel* source : m_sources) {
        if (source->rowOf(argument) < 0)
            continue;
        const QString collection = source->spec().collection;
        leaveThen([this, collection, argument] { openObject(collection, argument); });
        return;
    }
}

void ResourcePage::openObject(const QString& collection, const QString& id) {
    m_wanted.clear();
    const QJsonObject object = storedObject(collection, id);
    if (!object.isEmpty())
        showObject(collection, object, false);
}

void ResourcePage::create(const QString& collection, const QJsonObject& templateObject) {
    showObject(collection, templateObject, true);
}

void ResourcePage::showObject(const QString& collection, const QJsonObject& object, bool isNew) {
    ObjectForm* next = formFor(collection, object);
    if (m_form && m_form != next)
        m_form->setLive(false);
    m_form = next;
    m_currentCollection = collection;
    m_currentId = isNew ? QString() : specFor(collection).idOf(object);
    m_question->dismiss();
    addForm(next);
    m_forms->setCurrentWidget(next);
    m_forms->setEnabled(true);
    m_detail->setCurrentWidget(m_formSide);
    m_header->setActions(isNew ? QList<QAbstractButton*>() : next->actions());
    next->load(object, isNew);
    next->setLive(m_active && !isNew);
    m_scroll->ensureVisible(0, 0);
    selectCurrent();
    updateHeader();
    if (isNew)
        next->setFocus(Qt::OtherFocusReason);
    Q_EMIT statusChanged();
}

void ResourcePage::addForm(ObjectForm* form) {
    if (m_forms->indexOf(form) >= 0)
        return;
    m_forms->addWidget(form);
    connect(&form->binding(), &FormBinding::changed, this, &ResourcePage::updateHeader);
    connect(form, &ObjectForm::confirmRequested, this,
            [this](const QString& question, const QString& answer, const std::function<void()>& action) {
                m_question->ask(question, {{answer, action, "danger"}, {tr("Keep"), nullptr}});
            });
    connect(form, &ObjectForm::storedElsewhere, this, &ResourcePage::onStoredElsewhere);
}

void ResourcePage::prepare() {
    if (!m_form)
        addForm(formFor(m_sources.first()->spec().collection, {}));
}

void ResourcePage::showNothing() {
    if (m_form)
        m_form->setLive(false);
    m_form = nullptr;
    m_currentId.clear();
    m_currentCollection.clear();
    m_question->dismiss();
    m_preview->hide();
    m_detail->setCurrentIndex(0);
    selectCurrent();
    Q_EMIT dirtyChanged();
}

void ResourcePage::showInstead(QWidget* detail) {
    if (m_form)
        m_form->setLive(false);
    m_form = nullptr;
    m_currentId.clear();
    if (m_detail->indexOf(detail) < 0)
        m_detail->addWidget(detail);
    m_detail->setCurrentWidget(detail);
    selectCurrent();
    Q_EMIT dirtyChanged();
}

void ResourcePage::closeInstead() {
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex row = current.isValid() ? current.siblingAtColumn(0) : m_proxy.index(0, 0);
    if (row.isValid())
        openObject(row.data(CollectionRole).toString(), row.data(IdRole).toString());
    else
        showNothing();
}

void ResourcePage::leaveThen(std::function<void()> action) {
    if (!isDirty()) {
        action();
        return;
    }
    const QString name = m_form->binding().isNew() ? tr("the new %1").arg(specFor(m_currentCollection).noun)
                                                   : m_form->heading();
    m_question->ask(tr("Changes to %1 are not saved.").arg(name),
                    {{tr("Keep editing"), [this] { m_form->setFocus(); }},
                     {tr("Discard and go on"),
                      [this, action] {
                          m_form->load(m_form->binding().original(), m_form->binding().isNew());
                          m_form = nullptr;
                          action();
                      },
                      "danger"}});
}

// ---- page life ----

void ResourcePage::activate() {
    m_active = true;
    for (ResourceListModel* source : m_sources)
        source->setActive(true);
    if (m_form)
        m_form->setLive(!m_form->binding().isNew());
}

void ResourcePage::deactivate() {
    m_active = false;
    for (ResourceListModel* source : m_sources)
        source->setActive(false);
    if (m_form)
        m_form->setLive(false);
}

bool ResourcePage::isDirty() const {
    return m_form && m_form->isDirty();
}

bool ResourcePage::save() {
    if (!m_form || m_editor->isBusy() || (!m_form->binding().isNew() && !isDirty()))
        return true;
    // Editors that take their text when they are left (tags, numbers) take it now.
    if (QWidget* focused = focusWidget(); focused && m_form->isAncestorOf(focused)) {
        focused->clearFocus();
        focused->setFocus(Qt::OtherFocusReason);
    }
    if (!m_form->binding().checkAll())
        return false;
    const ResourceSpec& spec = specFor(m_currentCollection);
    m_sent = m_form->binding().current();
    if (m_form->binding().isNew())
        m_editor->create(spec, m_form->body());
    else
        m_editor->patch(spec, m_form->binding().original(), m_form->patch());
    return true;
}

void ResourcePage::revert() {
    if (!m_form)
        return;
    m_question->dismiss();
    if (!m_form->binding().isNew()) {
        m_form->load(m_form->binding().original(), false);
        return;
    }
    m_form = nullptr; // a form never saved simply goes
    const QModelIndex first = m_proxy.index(0, 0);
    if (first.isValid())
        openObject(first.data(CollectionRole).toString(), first.data(IdRole).toString());
    else
        showNothing();
}

void ResourcePage::duplicate() {
    if (!m_form || m_form->binding().isNew())
        return;
    const QString collection = m_currentCollection;
    const QJsonObject copy = copyOf(collection, m_form->binding().original());
    if (!copy.isEmpty())
        leaveThen([this, collection, copy] { create(collection, copy); });
}

QJsonObject ResourcePage::copyOf(const QString& collection, const QJsonObject& object) const {
    const ResourceSpec& spec = specFor(collection);
    QJsonObject copy = spec.withoutComputed(object);
    copy.insert(spec.idField, QString(spec.idOf(object) + QStringLiteral("-copy")));
    return copy;
}

void ResourcePage::requestRemove() {
    if (!m_form || m_form->binding().isNew())
        return;
    const QString collection = m_currentCollection;
    const QJsonObject object = m_form->binding().original();
    const ResourceSpec& spec = specFor(collection);
    QString question = tr("Delete %1 %2?").arg(spec.noun, m_form->heading());
    const QString warning = removalWarning(collection, object);
    if (!warning.isEmpty())
        question += u' ' + warning;
    m_question->ask(question,
                    {{tr("Delete"), [this, spec, object] { m_editor->remove(spec, object); }, "danger"},
                     {tr("Keep"), nullptr}});
}

void ResourcePage::undo() {
    m_undo->undoOrSay();
}

void ResourcePage::toggle(const QString& collection, const QJsonObject& object) {
    m_editor->patch(specFor(collection), object,
                    {{QStringLiteral("enabled"), !object.value(u"enabled").toBool(true)}});
}

// ---- what the gateway answered ----

void ResourcePage::connectEditor() {
    connect(m_editor, &ResourceEditor::busyChanged, this, &ResourcePage::updateHeader);
    connect(m_editor, &ResourceEditor::refused, this, &ResourcePage::onRefused);
    connect(m_editor, &ResourceEditor::created, this,
            [this](const ResourceSpec& spec, const QJsonObject& object) {
                const bool ours =
                    m_form && m_form->binding().isNew() && m_currentCollection == spec.collection;
                sourceOf(spec.collection)->put(withoutSecret(object));
                if (ours)
                    showObject(spec.collection, withoutSecret(object), false);
                context().messages->success(tr("Created %1 %2.").arg(spec.noun, nameOf(spec, object)));
                afterCreated(spec.collection, object);
            });
    connect(m_editor, &ResourceEditor::patched, this,
            [this](const ResourceSpec& spec, const QJsonObject&, const QJsonObject& object) {
                onStored(spec, object);
                context().messages->success(tr("Saved %1 %2.").arg(spec.noun, nameOf(spec, object)),
                                            undoAction());
            });
    // The stack is everybody's: of other pages' steps there is nothing to show here.
    connect(m_undo, &UndoStack::undone, this, [this](const UndoStep& step, const QJsonObject& object) {
        const bool ours = std::any_of(m_sources.begin(), m_sources.end(), [&step](const auto* source) {
            return source->spec().collection == step.spec.collection;
        });
        if (step.kind == UndoStep::Kind::Document || (ours && object.isEmpty())) {
            for (ResourceListModel* source : m_sources)
                source->refresh();
        } else if (ours) {
            onStored(step.spec, object);
            if (!isDirty())
                openObject(step.spec.collection, step.spec.idOf(object));
        }
    });
    connect(m_editor, &ResourceEditor::removed, this,
            [this](const ResourceSpec& spec, const QJsonObject& object) {
                const QString id = spec.idOf(object);
                if (m_currentCollection == spec.collection && m_currentId == id)
                    m_form = nullptr;
                sourceOf(spec.collection)->drop(id);
                if (!m_form)
                    onListRead();
                context().messages->info(tr("Deleted %1 %2.").arg(spec.noun, nameOf(spec, object)),
                                         undoAction());
            });
}

QList<MessageBar::Action> ResourcePage::undoAction() {
    const int step = m_editor->latestStep();
    return step == 0 ? QList<MessageBar::Action>() : QList<MessageBar::Action>{m_undo->action(step)};
}

void ResourcePage::onStored(const ResourceSpec& spec, const QJsonObject& object) {
    sourceOf(spec.collection)->put(object);
    if (!m_form || m_currentCollection != spec.collection || m_currentId != spec.idOf(object))
        return;
    // Edits made while the answer was under way stay; otherwise the form says what is stored.
    if (!m_sent.isEmpty() && m_form->binding().current() == m_sent)
        m_form->load(object, false);
    else
        m_form->rebase(object);
    m_sent = {};
    updateHeader();
}

void ResourcePage::onStoredElsewhere(const QString& collection, const QString& id, const QString& text) {
    const ResourceSpec spec = specFor(collection);
    const QJsonObject before = storedObject(collection, id);
    link().get(spec.pathOf(id), this, [this, spec, before, text](const GatewayReply& reply) {
        if (!reply.ok())
            return;
        m_editor->remember(spec, before, reply.json);
        onStored(spec, reply.json);
        context().messages->success(text, undoAction());
    });
}

void ResourcePage::onRefused(const QString& message, const QString& param) {
    m_sent = {};
    if (m_form && !param.isEmpty() && m_form->binding().showError(param, message))
        return;
    context().messages->error(param.isEmpty() ? message : tr("%1: %2").arg(param, message));
}

void ResourcePage::onListRead() {
    if (const QString wanted = std::exchange(m_wanted, {}); !wanted.isEmpty())
        open(wanted);
    if (!m_form && allRead() && m_detail->currentIndex() <= 1) {
        const QModelIndex first = m_proxy.index(0, 0);
        if (first.isValid())
            openObject(first.data(CollectionRole).toString(), first.data(IdRole).toString());
        else
            showNothing();
    } else if (m_form && !m_form->binding().isNew()) {
        const QJsonObject object = storedObject(m_currentCollection, m_currentId);
        if (object.isEmpty() && !isDirty()) {
            m_form = nullptr;
            onListRead();
            return;
        }
        if (!object.isEmpty() && object != m_form->binding().original())
            m_form->rebase(object);
        selectCurrent();
    }
    updateEmptyState();
    Q_EMIT statusChanged();
}

bool ResourcePage::allRead() const {
    return std::all_of(m_sources.begin(), m_sources.end(), [](const ResourceListModel* source) {
        return source->hasLoaded() || !source->failure().isEmpty();
    });
}

void ResourcePage::updateHeader() {
    if (m_form) {
        const FormBinding& binding = m_form->binding();
        const bool isNew = binding.isNew();
        const ResourceSpec& spec = specFor(m_currentCollection);
        m_header->setSubject(isNew ? tr("New %1").arg(spec.noun) : m_form->heading(), m_form->kindText(),
                             !isNew);
        m_header->setEnabledSwitch(!isNew && binding.original().contains(u"enabled"),
                                   binding.original().value(u"enabled").toBool(true));
        m_header->setMore(!isNew && canDuplicate(m_currentCollection), !isNew);
        m_header->setState(isDirty(), isNew, m_editor->isBusy());
        m_preview->setChanges(binding.changes(), isNew);
    }
    Q_EMIT dirtyChanged();
}

QString ResourcePage::nameOf(const ResourceSpec& spec, const QJsonObject& object) const {
    const QString name = object.value(u"name").toString();
    return name.isEmpty() ? spec.idOf(object) : name;
}

QJsonObject ResourcePage::withoutSecret(QJsonObject object) {
    object.remove(u"secret");
    return object;
}

QString ResourcePage::statusText() const {
    return summary();
}
QString ResourcePage::statusHint() const {
    return tr("Ctrl+S save · Esc discard · Ctrl+Z undo");
}

QString ResourcePage::removalWarning(const QString&, const QJsonObject&) const {
    return {};
}
void ResourcePage::afterCreated(const QString&, const QJsonObject&) {}
QList<QWidget*> ResourcePage::extraTitleControls(QWidget*) {
    return {};
}

} // namespace tollgate::ui
