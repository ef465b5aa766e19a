#include "ui/pages/forms/form_binding.h"

#include "ui/pages/forms/json_path.h"

#include <algorithm>

namespace tollgate::ui {

void FormBinding::add(Field field) {
    if (!field.say)
        field.say = &sayJson;
    m_slots.push_back({std::move(field), QJsonValue(QJsonValue::Undefined), false});
}

FormBinding::Slot* FormBinding::find(const QString& path) {
    const auto it = std::find_if(m_slots.begin(), m_slots.end(),
                                 [&](const Slot& slot) { return slot.field.path == path; });
    Q_ASSERT_X(it != m_slots.end(), "FormBinding", qPrintable(path));
    return &*it;
}

void FormBinding::setCheck(const QString& path, std::function<QString()> check) {
    find(path)->field.check = std::move(check);
}

void FormBinding::setSay(const QString& path, std::function<QString(const QJsonValue&)> say) {
    find(path)->field.say = std::move(say);
}

void FormBinding::fixAfterCreation(const QString& path) {
    find(path)->field.fixedAfterCreation = true;
}

void FormBinding::onlyWhen(const QString& path, std::function<bool()> applies) {
    find(path)->field.applies = std::move(applies);
}

QJsonValue FormBinding::read(const Slot& slot) const {
    if (slot.field.applies && !slot.field.applies())
        return valueAt(m_original, slot.field.path);
    return slot.field.read();
}

QJsonValue FormBinding::value(const QString& path) const {
    for (const Slot& slot : m_slots)
        if (slot.field.path == path)
            return read(slot);
    return QJsonValue(QJsonValue::Undefined);
}

void FormBinding::load(const QJsonObject& object, bool isNew) {
    m_loading = true;
    m_original = object;
    m_isNew = isNew;
    clearErrors();
    for (Slot& slot : m_slots) {
        slot.field.write(valueAt(object, slot.field.path));
        if (slot.field.fixedAfterCreation && slot.field.editor)
            slot.field.editor->setEnabled(isNew);
    }
    // After all are written: one editor may follow another (a picker's choices, a field that hides).
    for (Slot& slot : m_slots)
        slot.baseline = read(slot);
    m_loading = false;
    Q_EMIT loaded();
    Q_EMIT changed();
}

void FormBinding::fill(const QJsonObject& values, Missing missing) {
    m_loading = true;
    for (Slot& slot : m_slots) {
        const QJsonValue value = valueAt(values, slot.field.path);
        if (!value.isUndefined() || missing == Missing::Clears)
            slot.field.write(value);
    }
    m_loading = false;
    Q_EMIT changed();
}

void FormBinding::rebase(const QJsonObject& object) {
    // Only what changed is written: a text being typed keeps its cursor while live facts come in.
    struct Moved {
        Slot* slot;
        QJsonValue edit; ///< undefined: not edited
    };
    std::vector<Moved> moved;
    for (Slot& slot : m_slots)
        if (valueAt(object, slot.field.path) != valueAt(m_original, slot.field.path))
            moved.push_back({&slot, differs(slot) ? read(slot) : QJsonValue(QJsonValue::Undefined)});
    m_original = object;
    if (moved.empty())
        return;
    m_loading = true;
    for (const Moved& one : moved)
        one.slot->field.write(valueAt(object, one.slot->field.path));
    for (const Moved& one : moved)
        one.slot->baseline = read(*one.slot);
    for (const Moved& one : moved)
        if (!one.edit.isUndefined())
            one.slot->field.write(one.edit);
    m_loading = false;
    Q_EMIT loaded();
    Q_EMIT changed();
}

bool FormBinding::differs(const Slot& slot) const {
    if (slot.field.fixedAfterCreation && !m_isNew)
        return false;
    return read(slot) != slot.baseline;
}

QJsonObject FormBinding::current() const {
    QJsonObject object = m_original;
    for (const Slot& slot : m_slots)
        if (m_isNew || differs(slot))
            object = withValueAt(object, slot.field.path, read(slot));
    return object;
}

QJsonObject FormBinding::patch() const {
    return mergePatch(m_original, current());
}

bool FormBinding::isDirty() const {
    return std::any_of(m_slots.begin(), m_slots.end(), [this](const Slot& slot) { return differs(slot); });
}

QList<FieldChange> FormBinding::changes() const {
    QList<FieldChange> list;
    for (const Slot& slot : m_slots)
        if (differs(slot))
            list.append({slot.field.label, slot.field.say(slot.baseline), slot.field.say(read(slot))});
    return list;
}

bool FormBinding::checkAll() {
    clearErrors();
    QWidget* first = nullptr;
    bool fine = true;
    for (Slot& slot : m_slots) {
        const QString message = slot.field.check ? slot.field.check() : QString();
        if (message.isEmpty())
            continue;
        fine = false;
        setError(slot, message);
        if (!first)
            first = slot.field.editor;
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return fine;
}

bool FormBinding::showError(const QString& param, const QString& message) {
    Slot* best = nullptr;
    for (Slot& slot : m_slots)
        if (slot.field.showError && isAbout(param, slot.field.path) &&
            (!best || slot.field.path.size() > best->field.path.size()))
            best = &slot;
    if (!best)
        return false;
    // "targets[1].weight": the field is the table, the rest of the path says where in it.
    const QString inside = param.mid(best->field.path.size());
    setError(*best, inside.isEmpty() ? message : QString(param + QStringLiteral(": ") + message));
    if (best->field.editor)
        best->field.editor->setFocus(Qt::OtherFocusReason);
    return true;
}

void FormBinding::setError(Slot& slot, const QString& message) {
    slot.wrong = !message.isEmpty();
    if (slot.field.showError)
        slot.field.showError(message);
}

void FormBinding::clearErrors() {
    for (Slot& slot : m_slots)
        if (slot.wrong)
            setError(slot, {});
}

void FormBinding::touch() {
    if (m_loading)
        return;
    Q_EMIT changed();
}

} // namespace tollgate::ui
