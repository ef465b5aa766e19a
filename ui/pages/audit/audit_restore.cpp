#include "ui/pages/audit/audit_restore.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/audit/audit_text.h"
#include "ui/pages/forms/json_path.h"
#include "ui/pages/forms/undo_stack.h"

#include <utility>

namespace tollgate::ui {

namespace {

bool isSettings(const QString& kind) {
    return kind == QLatin1String("settings");
}

} // namespace

AuditRestore::AuditRestore(GatewayLink& link, UndoStack& undo, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_undo(undo) {}

bool AuditRestore::isPossible(const QJsonObject& entry, const QJsonValue& state) {
    const QString kind = entry.value(u"kind").toString();
    return state.isObject() && (isSettings(kind) || specs::byKind(kind) != nullptr);
}

void AuditRestore::plan(const QJsonObject& entry, const QJsonObject& state) {
    m_kind = entry.value(u"kind").toString();
    m_subject = entry.value(u"subject").toString();
    m_method.clear();
    m_now = {};
    const ResourceSpec* spec = specs::byKind(m_kind);
    const QString item = isSettings(m_kind) ? QStringLiteral("/settings") : spec->pathOf(m_subject);
    m_link.get(item, this, [this, spec, item, state, generation = ++m_generation](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        const QJsonObject wanted = spec ? spec->withoutComputed(state) : state;
        if (reply.status == 404 && spec && spec->restorable) {
            m_method = "POST";
            m_path = spec->collection;
            m_body = wanted;
            Q_EMIT planned(jsonDiff(QJsonValue::Null, wanted), true);
            return;
        }
        if (reply.status == 404 && spec && spec->hasBin) { // with its secret, while the gateway has it
            m_method = "POST";
            m_path = item + u"/restore"_qs;
            m_body = {};
            Q_EMIT planned(jsonDiff(QJsonValue::Null, wanted), true);
            return;
        }
        if (!reply.ok()) {
            Q_EMIT failed(reply.status == 404 ? tr("It was deleted and cannot be made again.")
                                              : reply.errorMessage());
            return;
        }
        const QJsonObject now = spec ? spec->withoutComputed(reply.json) : reply.json;
        m_method = "PATCH";
        m_now = reply.json;
        m_path = item;
        m_body = mergePatch(now, wanted);
        // Versions of a prompt are never changed: only what points to them.
        if (m_kind == QLatin1String("prompt"))
            m_body.remove(u"versions");
        if (m_body.isEmpty())
            Q_EMIT nothingToDo();
        else
            Q_EMIT planned(jsonDiff(now, wanted), false);
    });
}

void AuditRestore::apply() {
    if (m_method.isEmpty())
        return;
    const QByteArray method = std::exchange(m_method, {});
    m_link.send(method, m_path, m_body, this, [this, method](const GatewayReply& reply) {
        if (reply.ok())
            Q_EMIT restored(m_kind, m_subject, remember(method, reply.json));
        else
            Q_EMIT failed(reply.errorMessage());
    });
}

/// What was changed goes back; what was made again goes.
int AuditRestore::remember(const QByteArray& method, const QJsonObject& answer) {
    const ResourceSpec* known = specs::byKind(m_kind);
    const ResourceSpec spec = known ? *known : ResourceSpec{QStringLiteral("/settings"), {}, {}, {}};
    const QString name = tr("restore %1 %2").arg(auditText::kind(m_kind), m_subject);
    if (method == "PATCH")
        return m_undo.pushPatch(name, spec, m_now, answer, m_body);
    UndoStep step;
    step.kind = UndoStep::Kind::Remove;
    step.name = name;
    step.spec = spec;
    step.id = spec.idOf(answer);
    step.after = answer;
    return step.id.isEmpty() ? 0 : m_undo.push(std::move(step));
}

} // namespace tollgate::ui
