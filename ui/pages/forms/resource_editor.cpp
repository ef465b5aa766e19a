#include "ui/pages/forms/resource_editor.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/forms/json_path.h"
#include "ui/pages/forms/undo_stack.h"

namespace tollgate::ui {

namespace {

QString subjectOf(const ResourceSpec& spec, const QJsonObject& object) {
    const QString name = object.value(u"name").toString();
    return QStringLiteral("%1 %2").arg(spec.noun, name.isEmpty() ? spec.idOf(object) : name);
}

/// "switch off provider groq", where nothing else was changed.
QString changeOf(const ResourceSpec& spec, const QJsonObject& object, const QJsonObject& patch) {
    const QString subject = subjectOf(spec, object);
    if (patch.size() != 1 || !patch.contains(u"enabled"))
        return ResourceEditor::tr("change %1").arg(subject);
    return patch.value(u"enabled").toBool() ? ResourceEditor::tr("switch on %1").arg(subject)
                                            : ResourceEditor::tr("switch off %1").arg(subject);
}

} // namespace

ResourceEditor::ResourceEditor(GatewayLink* link, QObject* parent, UndoStack* undo)
    : QObject(parent)
    , m_link(link)
    , m_undo(undo ? undo : new UndoStack(*link, nullptr, this)) {
    connect(m_undo, &UndoStack::undone, this,
            [this](const UndoStep& step, const QJsonObject& object) { Q_EMIT undone(step.spec, object); });
}

void ResourceEditor::send(const QByteArray& method, const QString& path, const QJsonObject& body, Done done) {
    m_waiting.push_back([this, method, path, body, done = std::move(done)] {
        m_link->send(method, path, body, this, [this, done](const GatewayReply& reply) {
            m_busy = false;
            if (reply.ok())
                done(reply.json);
            else
                Q_EMIT refused(reply.errorMessage(), reply.errorParam());
            next();
        });
    });
    next();
}

void ResourceEditor::next() {
    const bool starts = !m_busy && !m_waiting.empty();
    if (starts) {
        m_busy = true;
        const auto write = std::move(m_waiting.front());
        m_waiting.pop_front();
        write();
    }
    Q_EMIT busyChanged();
}

void ResourceEditor::withStored(const ResourceSpec& spec, const QString& id, const QJsonObject& answer,
                                Done done) {
    if (answer.contains(spec.idField))
        done(answer);
    else
        send("GET", spec.pathOf(id), {}, std::move(done));
}

void ResourceEditor::create(const ResourceSpec& spec, const QJsonObject& body) {
    send("POST", spec.collection, body, [this, spec, body](const QJsonObject& answer) {
        m_latest = 0;
        withStored(spec, spec.idOf(body), answer,
                   [this, spec](const QJsonObject& object) { Q_EMIT created(spec, object); });
    });
}

/// Secrets cannot be sent back: the gateway's bin has those that went; those that came where none were go
/// again.
int ResourceEditor::pushPatch(const ResourceSpec& spec, const QJsonObject& before, const QJsonObject& after,
                              const QJsonObject& patch) {
    UndoStep step;
    step.name = changeOf(spec, after, patch);
    step.spec = spec;
    step.id = spec.idOf(after);
    // What others changed meanwhile is not ours to take back.
    step.body = within(mergePatch(spec.withoutComputed(after), spec.withoutComputed(before)), patch);
    step.after = after;
    if (spec.hasBin && patch.contains(u"credentials")) {
        step.restoreFirst = !before.value(u"credentials").toObject().isEmpty();
        if (!step.restoreFirst)
            step.body.insert(u"credentials", QJsonValue::Null);
    }
    return step.body.isEmpty() && !step.restoreFirst ? 0 : m_undo->push(std::move(step));
}

void ResourceEditor::patch(const ResourceSpec& spec, const QJsonObject& before, const QJsonObject& patch) {
    const QString id = spec.idOf(before);
    send("PATCH", spec.pathOf(id), patch, [this, spec, id, before, patch](const QJsonObject& answer) {
        withStored(spec, id, answer, [this, spec, before, patch](const QJsonObject& object) {
            m_latest = pushPatch(spec, before, object, patch);
            Q_EMIT patched(spec, before, object);
        });
    });
}

void ResourceEditor::remember(const ResourceSpec& spec, const QJsonObject& before, const QJsonObject& after) {
    const QJsonObject there = mergePatch(spec.withoutComputed(before), spec.withoutComputed(after));
    m_latest = m_undo->pushPatch(changeOf(spec, after, there), spec, before, after, there);
}

void ResourceEditor::remove(const ResourceSpec& spec, const QJsonObject& object) {
    send("DELETE", spec.pathOf(spec.idOf(object)), {}, [this, spec, object](const QJsonObject&) {
        UndoStep step;
        step.kind = spec.hasBin ? UndoStep::Kind::Restore : UndoStep::Kind::Recreate;
        step.name = tr("delete %1").arg(subjectOf(spec, object));
        step.spec = spec;
        step.id = spec.idOf(object);
        if (!spec.hasBin)
            step.body = spec.withoutComputed(object);
        m_latest = spec.hasBin || spec.restorable ? m_undo->push(std::move(step)) : 0;
        Q_EMIT removed(spec, object);
    });
}

bool ResourceEditor::undo() {
    return !m_busy && m_undo->undo();
}

} // namespace tollgate::ui
