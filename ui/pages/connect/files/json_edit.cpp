#include "ui/pages/connect/files/json_edit.h"

#include "ui/models/json_walker.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tollgate::ui {
namespace {

/// What stands before the first member of an object, on its line; four spaces deeper for an empty one.
QByteArray indentOf(const QByteArray& text, const JsonWalker::Object& object, const QByteArray& fallback) {
    if (object.members.isEmpty())
        return fallback;
    const qsizetype at = object.members.first().nameAt;
    const qsizetype line = text.lastIndexOf('\n', at);
    if (line < object.open)
        return {}; // all on one line
    return text.mid(line + 1, at - line - 1);
}

QByteArray lineEnd(const QByteArray& text) {
    return text.contains("\r\n") ? QByteArray("\r\n") : QByteArray("\n");
}

QByteArray withMember(const QByteArray& text, qsizetype objectAt, const QString& name,
                      const QByteArray& value, const QByteArray& indent, const QByteArray& closing) {
    const JsonWalker walker(text);
    const JsonWalker::Object object = walker.object(objectAt);
    if (const JsonWalker::Member* member = object.find(name)) {
        QByteArray edited = text;
        return edited.replace(member->valueAt, member->valueEnd - member->valueAt, value);
    }
    const QByteArray end = lineEnd(text);
    const QByteArray own = indentOf(text, object, indent);
    QByteArray edited = text;
    if (object.members.isEmpty())
        return edited.replace(
            object.open, object.close + 1 - object.open,
            QByteArray('{' + end + indent + jsonQuoted(name) + ": " + value + end + closing + '}'));
    const bool oneLine = own.isEmpty() && text.lastIndexOf('\n', object.members.first().nameAt) < object.open;
    const QByteArray between = oneLine ? QByteArray(", ") : QByteArray(',' + end + own);
    return edited.insert(object.members.last().valueEnd,
                         QByteArray(between + jsonQuoted(name) + ": " + value));
}

} // namespace

std::optional<QByteArray> setJsonMembers(const QByteArray& text, const QString& object,
                                         const JsonMembers& members) {
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonValue there = document.object().value(object);
    if (!there.isUndefined() && !there.isObject())
        return std::nullopt;
    QByteArray edited = text;
    const qsizetype root = JsonWalker(edited).skipSpace(edited.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    const QByteArray outer = indentOf(edited, JsonWalker(edited).object(root), "  ");
    const QByteArray indent = outer.isEmpty() ? QByteArray("  ") : outer;
    if (there.isUndefined())
        edited = withMember(edited, root, object, "{}", indent, {});
    for (const auto& [name, value] : members) {
        const JsonWalker::Object whole = JsonWalker(edited).object(root);
        edited = withMember(edited, whole.find(object)->valueAt, name, jsonQuoted(value),
                            QByteArray(indent + indent), indent);
    }
    return edited;
}

} // namespace tollgate::ui
