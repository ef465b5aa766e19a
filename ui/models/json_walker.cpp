#include "ui/models/json_walker.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tollgate::ui {
namespace {

bool isSpace(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

} // namespace

const JsonWalker::Member* JsonWalker::Object::find(const QString& name) const {
    const Member* found = nullptr;
    for (const Member& member : members)
        if (member.name == name)
            found = &member;
    return found;
}

JsonWalker::Object JsonWalker::object(qsizetype at) const {
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

QList<QByteArray> JsonWalker::elements(qsizetype at) const {
    QList<QByteArray> found;
    qsizetype here = skipSpace(skipSpace(at) + 1);
    while (m_text[here] != ']') {
        const qsizetype end = skipValue(here);
        found.append(m_text.mid(here, end - here));
        here = skipSpace(end);
        if (m_text[here] == ',')
            here = skipSpace(here + 1);
    }
    return found;
}

qsizetype JsonWalker::skipSpace(qsizetype at) const {
    while (at < m_text.size() && isSpace(m_text[at]))
        ++at;
    return at;
}

qsizetype JsonWalker::skipString(qsizetype at) const {
    for (++at; m_text[at] != '"'; ++at)
        if (m_text[at] == '\\')
            ++at;
    return at + 1;
}

qsizetype JsonWalker::skipValue(qsizetype at) const {
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

QString JsonWalker::unquoted(qsizetype from, qsizetype to) const {
    return QJsonDocument::fromJson('[' + m_text.mid(from, to - from) + ']').array().first().toString();
}

QByteArray jsonQuoted(const QString& text) {
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

} // namespace tollgate::ui
