#include "ui/pages/forms/resource_editor.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/forms/json_path.h"

namespace tollgate::ui {

ResourceEditor::ResourceEditor(GatewayLink* link, QObject* parent)
    : QObject(parent)
    , m_link(link) {}

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
        m_undo = {};
        withStored(spec, spec.idOf(body), answer,
                   [this, spec](const QJsonObject& object) { Q_EMIT created(spec, object); });
    });
}

/// Secrets cannot be sent back: the gateway's bin has those that went; those that came where none were go
/// again.
ResourceEditor::Undo ResourceEditor::withCredentials(Undo undo, const QJsonObject& before,
                                                     const QJsonObject& patch) {
    if (undo.spec.hasBin && patch.contains(u"credentials")) {
        undo.restoreFirst = !before.value(u"credentials").toObject().isEmpty();
        if (!undo.restoreFirst)
            undo.body.insert(u"credentials", QJsonValue::Null);
    }
    return undo.body.isEmpty() && !undo.restoreFirst ? Undo() : undo;
}

void ResourceEditor::patch(const ResourceSpec& spec, const QJsonObject& before, const QJsonObject& patch) {
    const QString id = spec.idOf(before);
    send("PATCH", spec.pathOf(id), patch, [this, spec, id, before, patch](const QJsonObject& answer) {
        withStored(spec, id, answer, [this, spec, id, before, patch](const QJsonObject& object) {
            remember(spec, before, object);
            // What others changed meanwhile is not ours to take back.
            const Undo undo{Undo::Kind::Patch, spec, id, within(m_undo.body, patch), false};
            m_undo = withCredentials(undo, before, patch);
            Q_EMIT patched(spec, before, object);
        });
    });
}

void ResourceEditor::remember(const ResourceSpec& spec, const QJsonObject& before, const QJsonObject& after) {
    const QJsonObject back = mergePatch(spec.withoutComputed(after), spec.withoutComputed(before));
    m_undo = back.isEmpty() ? Undo() : Undo{Undo::Kind::Patch, spec, spec.idOf(after), back, false};
}

void ResourceEditor::remove(const ResourceSpec& spec, const QJsonObject& object) {
    send("DELETE", spec.pathOf(spec.idOf(object)), {}, [this, spec, object](const QJsonObject&) {
        m_undo = {};
        if (spec.hasBin)
            m_undo = {Undo::Kind::Restore, spec, spec.idOf(object), {}, false};
        else if (spec.restorable)
            m_undo = {Undo::Kind::Recreate, spec, spec.idOf(object), spec.withoutComputed(object), false};
        Q_EMIT removed(spec, object);
    });
}

bool ResourceEditor::undo() {
    if (m_busy || !canUndo())
        return false;
    const Undo undo = std::exchange(m_undo, {});
    const auto done = [this, undo](const QJsonObject& answer) {
        withStored(undo.spec, undo.id, answer,
                   [this, undo](const QJsonObject& object) { Q_EMIT undone(undo.spec, object); });
    };
    if (undo.kind == Undo::Kind::Recreate)
        send("POST", undo.spec.collection, undo.body, done);
    else if (undo.kind == Undo::Kind::Restore)
        send("POST", undo.spec.pathOf(undo.id) + u"/restore"_qs, {}, done);
    else if (!undo.restoreFirst)
        send("PATCH", undo.spec.pathOf(undo.id), undo.body, done);
    else
        send("POST", undo.spec.pathOf(undo.id) + u"/restore"_qs, {},
             [this, undo, done](const QJsonObject& answer) {
                 if (undo.body.isEmpty())
                     done(answer);
                 else
                     send("PATCH", undo.spec.pathOf(undo.id), undo.body, done);
             });
    return true;
}

} // namespace tollgate::ui
