#include "ui/pages/connect/files/json_edit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tollgate::ui {
namespace {

bool isSpace(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

QByteArray quoted(const QString& text) {
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// Walks a text that QJsonDocument has already found to be right.
class Walker {
public:
    explicit Walker(const QByteArray& text)
        : m_text(text) {}

    struct Member {
        QString name;
        qsizetype nameAt = 0;
        qsizetype valueAt = 0;
        qsizetype valueEnd = 0;
    };
    struct Object {
        qsizetype open = 0;  ///< of '{'
        qsizetype close = 0; ///< of '}'
        QList<Member> members;
        /// Readers take the last of equal names.
        const Member* find(const QString& name) const {
            const Member* found = nullptr;
            for (const Member& member : members)
                if (member.name == name)
                    found = &member;
            return found;
        }
    };

    Object object(qsizetype at) const {
        Object object;
        object.open = skipSpace(at);
        qsizetype here = skipSpace(object.open + 1);
        while (m_text[here] != '}') {
            Member member;
            member.nameAt = here;
            const qsizetype nameEnd = skipValue(here);
            member.name = unquoted(here, nameEnd);
            member.valueAt = skipSpace(skipSpace(nameEnd) + 1); // over the colon
            member.valueEnd = skipValue(member.valueAt);
            object.members.append(member);
            here = skipSpace(member.valueEnd);
            if (m_text[here] == ',')
                here = skipSpace(here + 1);
        }
        object.close = here;
        return object;
    }

    qsizetype skipSpace(qsizetype at) const {
        while (at < m_text.size() && isSpace(m_text[at]))
            ++at;
        return at;
    }

private:
    qsizetype skipString(qsizetype at) const {
        for (++at; m_text[at] != '"'; ++at)
            if (m_text[at] == '\\')
                ++at;
        return at + 1;
    }
    qsizetype skipValue(qsizetype at) const {
        if (m_text[at] == '"')
            return skipString(at);
        int depth = 0;
        while (at < m_text.size()) {
            const char letter = m_text[at];
            if (letter == '"') {
                at = skipString(at);
                continue;
            }
            if (letter == '{' || letter == '[')
                ++depth;
            else if ((letter == '}' || letter == ']') && --depth <= 0)
                return depth < 0 ? at : at + 1;
            else if (depth == 0 && (letter == ',' || isSpace(letter)))
                return at;
            ++at;
        }
        return at;
    }
    QString unquoted(qsizetype from, qsizetype to) const {
        return QJsonDocument::fromJson('[' + m_text.mid(from, to - from) + ']').array().first().toString();
    }

    const QByteArray& m_text;
};

/// What stands before the first member of an object, on its line; four spaces deeper for an empty one.
QByteArray indentOf(const QByteArray& text, const Walker::Object& object, const QByteArray& fallback) {
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
    const Walker walker(text);
    const Walker::Object object = walker.object(objectAt);
    if (const Walker::Member* member = object.find(name)) {
        QByteArray edited = text;
        return edited.replace(member->valueAt, member->valueEnd - member->valueAt, value);
    }
    const QByteArray end = lineEnd(text);
    const QByteArray own = indentOf(text, object, indent);
    QByteArray edited = text;
    if (object.members.isEmpty())
        return edited.replace(
            object.open, object.close + 1 - object.open,
            QByteArray('{' + end + indent + quoted(name) + ": " + value + end + closing + '}'));
    const bool oneLine = own.isEmpty() && text.lastIndexOf('\n', object.members.first().nameAt) < object.open;
    const QByteArray between = oneLine ? QByteArray(", ") : QByteArray(',' + end + own);
    return edited.insert(object.members.last().valueEnd, QByteArray(between + quoted(name) + ": " + value));
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
    const qsizetype root = Walker(edited).skipSpace(edited.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    const QByteArray outer = indentOf(edited, Walker(edited).object(root), "  ");
    const QByteArray indent = outer.isEmpty() ? QByteArray("  ") : outer;
    if (there.isUndefined())
        edited = withMember(edited, root, object, "{}", indent, {});
    for (const auto& [name, value] : members) {
        const Walker::Object whole = Walker(edited).object(root);
        edited = withMember(edited, whole.find(object)->valueAt, name, quoted(value),
                            QByteArray(indent + indent), indent);
    }
    return edited;
}

} // namespace tollgate::ui
