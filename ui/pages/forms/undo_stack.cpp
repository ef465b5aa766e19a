#include "ui/pages/forms/undo_stack.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/forms/json_path.h"

#include <algorithm>

namespace tollgate::ui {

QString UndoStep::path() const {
    return id.isEmpty() ? spec.collection : spec.pathOf(id);
}

UndoStack::UndoStack(GatewayLink& link, MessageBar* messages, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_messages(messages) {}

UndoStack* UndoStack::of(GatewayLink& link, MessageBar* messages) {
    auto* stack = link.findChild<UndoStack*>(QString(), Qt::FindDirectChildrenOnly);
    if (!stack)
        stack = new UndoStack(link, messages, &link);
    if (!stack->m_messages)
        stack->m_messages = messages;
    return stack;
}

int UndoStack::push(UndoStep step) {
    step.number = ++m_numbers;
    m_steps.append(step);
    if (m_steps.size() > kMost)
        m_steps.removeFirst();
    Q_EMIT changed();
    return step.number;
}

int UndoStack::pushPatch(const QString& name, const ResourceSpec& spec, const QJsonObject& before,
                         const QJsonObject& after, const QJsonObject& sent) {
    UndoStep step;
    step.name = name;
    step.spec = spec;
    step.id = spec.idField.isEmpty() ? QString() : spec.idOf(after);
    // What others changed meanwhile is not ours to take back.
    step.body = within(mergePatch(spec.withoutComputed(after), spec.withoutComputed(before)), sent);
    step.after = after;
    return step.body.isEmpty() ? 0 : push(std::move(step));
}

int UndoStack::pushDocument(const QString& name, const QJsonObject& answer) {
    UndoStep step;
    step.kind = UndoStep::Kind::Document;
    step.name = name;
    step.version = answer.value(u"config_version").toInteger();
    return step.version > 0 ? push(std::move(step)) : 0;
}

QString UndoStack::title() const {
    return m_steps.isEmpty() ? QString() : tr("Undo: %1").arg(m_steps.last().name);
}

MessageBar::Action UndoStack::action(int number) {
    return {tr("Undo"), [self = QPointer(this), number] {
                if (self) // the message may outlive the page that had it
                    self->undoOrSay(number);
            }};
}

void UndoStack::undoOrSay(int number) {
    if (!undo(number) && !m_busy && m_messages)
        m_messages->info(tr("There is nothing to undo."));
}

bool UndoStack::undo(int number) {
    const auto found = number == 0
                           ? m_steps.end() - (m_steps.isEmpty() ? 0 : 1)
                           : std::find_if(m_steps.begin(), m_steps.end(),
                                          [number](const UndoStep& one) { return one.number == number; });
    if (m_busy || found == m_steps.end())
        return false;
    m_busy = true;
    run(*found);
    return true;
}

void UndoStack::run(const UndoStep& given) {
    const UndoStep step = given;
    if (step.kind == UndoStep::Kind::Patch || step.kind == UndoStep::Kind::Remove)
        check(step);
    else
        write(step); // these the gateway refuses by itself where something is in the way
}

bool UndoStack::isAsLeft(const UndoStep& step, const QJsonObject& now) const {
    if (step.restoreFirst && now.value(u"credentials") != step.after.value(u"credentials"))
        return false;
    const QJsonObject differs =
        mergePatch(step.spec.withoutComputed(step.after), step.spec.withoutComputed(now));
    return step.kind == UndoStep::Kind::Remove ? differs.isEmpty() : within(differs, step.body).isEmpty();
}

void UndoStack::check(const UndoStep& step) {
    m_link.get(step.path(), this, [this, step](const GatewayReply& reply) {
        if (reply.status == 404)
            return fail(step, tr("it is gone"), false);
        if (!reply.ok())
            return fail(step, reply.errorMessage(), true);
        if (!isAsLeft(step, reply.json))
            return fail(step, tr("somebody changed it since, and that stays"), false);
        write(step);
    });
}

void UndoStack::write(const UndoStep& step) {
    const auto done = [this, step](const GatewayReply& reply) { answered(step, reply); };
    switch (step.kind) {
    case UndoStep::Kind::Recreate:
        return m_link.send("POST", step.spec.collection, step.body, this, done);
    case UndoStep::Kind::Restore:
        return m_link.send("POST", step.path() + u"/restore"_qs, {}, this, done);
    case UndoStep::Kind::Remove:
        return m_link.send("DELETE", step.path(), {}, this, done);
    case UndoStep::Kind::Document:
        return m_link.send("POST", u"/config/undo"_qs, {{u"config_version"_qs, step.version}}, this, done);
    case UndoStep::Kind::Patch:
        return patch(step);
    }
}

void UndoStack::patch(const UndoStep& step) {
    const auto done = [this, step](const GatewayReply& reply) { answered(step, reply); };
    if (!step.restoreFirst)
        return m_link.send("PATCH", step.path(), step.body, this, done);
    m_link.send("POST", step.path() + u"/restore"_qs, {}, this,
                [this, step, done](const GatewayReply& reply) {
                    if (reply.ok() && !step.body.isEmpty())
                        m_link.send("PATCH", step.path(), step.body, this, done);
                    else
                        done(reply);
                });
}

void UndoStack::answered(const UndoStep& step, const GatewayReply& reply) {
    if (!reply.ok()) // a gateway that cannot be reached has refused nothing
        return fail(step, reply.errorMessage(), reply.status == 0 || reply.status >= 500);
    const bool one = step.kind != UndoStep::Kind::Remove && step.kind != UndoStep::Kind::Document;
    if (!one)
        return finish(step, {});
    if (step.spec.idField.isEmpty() || reply.json.contains(step.spec.idField))
        return finish(step, reply.json);
    m_link.get(step.path(), this, [this, step](const GatewayReply& read) {
        finish(step, read.ok() ? read.json : QJsonObject());
    });
}

void UndoStack::finish(const UndoStep& step, const QJsonObject& object) {
    m_busy = false;
    m_steps.removeIf([&](const UndoStep& one) { return one.number == step.number; });
    const QString id = object.isEmpty() || step.spec.idField.isEmpty() ? step.id : step.spec.idOf(object);
    for (UndoStep& older : m_steps) // what was made again may have a new id
        if (older.spec.collection == step.spec.collection && older.id == step.id)
            older.id = id;
    if (m_messages) {
        if (m_steps.isEmpty())
            m_messages->success(tr("Undone: %1.").arg(step.name));
        else
            m_messages->success(tr("Undone: %1. Before it: %2.").arg(step.name, m_steps.last().name),
                                {action(m_steps.last().number)});
    }
    Q_EMIT changed();
    Q_EMIT undone(step, object);
}

void UndoStack::fail(const UndoStep& step, const QString& message, bool keep) {
    m_busy = false;
    if (!keep)
        m_steps.removeIf([&](const UndoStep& one) { return one.number == step.number; });
    if (m_messages)
        m_messages->error(tr("Not undone: %1 \u2013 %2").arg(step.name, message));
    Q_EMIT changed();
    Q_EMIT failed(step, message);
}

} // namespace tollgate::ui
