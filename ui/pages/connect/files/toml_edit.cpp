#include "ui/pages/connect/files/toml_edit.h"

namespace tollgate::ui {
namespace {

struct Line {
    QByteArray text;       ///< with its line end
    bool inString = false; ///< begins inside a string over several lines
    bool isTable = false;
    QByteArray table; ///< "a.b" of [a.b], without spaces and quotes
    QByteArray key;   ///< of `key = value`, without spaces and quotes; dotted keys as they are
};

QByteArray bare(const QByteArray& name) {
    QByteArray out;
    for (const char letter : name)
        if (letter != ' ' && letter != '\t' && letter != '"' && letter != '\'')
            out += letter;
    return out;
}

/// Whether a string over several lines is open after this line: "" none, else its quotes.
QByteArray openAfter(const QByteArray& line, QByteArray open) {
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!open.isEmpty()) {
            if (open[0] == '"' && line[i] == '\\') {
                ++i;
            } else if (line.mid(i, open.size()) == open) {
                i += open.size() - 1;
                open.clear();
            }
            continue;
        }
        if (line[i] == '#')
            break;
        if (line[i] != '"' && line[i] != '\'')
            continue;
        const QByteArray triple(3, line[i]);
        open = line.mid(i, 3) == triple ? triple : QByteArray(1, line[i]);
        i += open.size() - 1;
    }
    return open.size() == 3 ? open : QByteArray(); // others end with their line
}

void readHead(Line& line) {
    const QByteArray trimmed = line.text.trimmed();
    if (trimmed.startsWith('[')) {
        line.isTable = true;
        const qsizetype depth = trimmed.startsWith("[[") ? 2 : 1;
        line.table = bare(trimmed.mid(depth, trimmed.indexOf(']') - depth));
        return;
    }
    const qsizetype equals = trimmed.indexOf('=');
    if (equals > 0 && !trimmed.startsWith('#'))
        line.key = bare(trimmed.left(equals));
}

std::optional<QList<Line>> read(const QByteArray& text) {
    QList<Line> lines;
    QByteArray open;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        Line line;
        line.text = text.mid(at, end < 0 ? -1 : end + 1 - at);
        line.inString = !open.isEmpty();
        if (!line.inString)
            readHead(line);
        open = openAfter(line.text, open);
        lines.append(line);
        at = end < 0 ? text.size() : end + 1;
    }
    if (!open.isEmpty())
        return std::nullopt;
    return lines;
}

QByteArray quoted(const QString& value) {
    QByteArray text = value.toUtf8();
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r");
    return '"' + text + '"';
}

QByteArray assignment(const QPair<QByteArray, QString>& value, const QByteArray& end) {
    return value.first + " = " + quoted(value.second) + end;
}

qsizetype firstTable(const QList<Line>& lines) {
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (lines[i].isTable)
            return i;
    return lines.size();
}

/// The lines of one value, which may go on over several.
qsizetype valueEnd(const QList<Line>& lines, qsizetype at) {
    ++at;
    while (at < lines.size() && lines[at].inString)
        ++at;
    return at;
}

void setRoot(QList<Line>& lines, const QPair<QByteArray, QString>& value, const QByteArray& end) {
    Line fresh;
    fresh.text = assignment(value, end);
    fresh.key = value.first;
    const qsizetype root = firstTable(lines);
    for (qsizetype i = 0; i < root; ++i) {
        if (lines[i].key != value.first)
            continue;
        lines.remove(i, valueEnd(lines, i) - i);
        lines.insert(i, fresh);
        return;
    }
    // After the root's last line with something in it, not after the space before the first table.
    qsizetype place = root;
    while (place > 0 && lines[place - 1].text.trimmed().isEmpty())
        --place;
    if (place > 0 && !lines[place - 1].text.endsWith('\n'))
        lines[place - 1].text += end;
    lines.insert(place, fresh);
}

/// Tables and dotted keys that begin or hold the one we write, in a form we do not touch.
bool inTheWay(const QList<Line>& lines, const QByteArray& table) {
    const QByteArray parent = table.left(table.lastIndexOf('.'));
    const QByteArray below = table + '.';
    QByteArray current;
    for (const Line& line : lines) {
        if (line.isTable)
            current = line.table;
        if (line.key.isEmpty())
            continue;
        const QByteArray path = current.isEmpty() ? line.key : QByteArray(current + '.' + line.key);
        const bool holds = path == parent || path == table;
        const bool dotted = path.startsWith(below) && !QByteArray(current + '.').startsWith(below);
        if (holds || dotted)
            return true;
    }
    return false;
}

} // namespace

std::optional<QByteArray> changeToml(const QByteArray& text, const TomlChange& change) {
    auto lines = read(text);
    if (!lines || inTheWay(*lines, change.table))
        return std::nullopt;
    const QByteArray end = text.contains("\r\n") ? QByteArray("\r\n") : QByteArray("\n");
    for (const auto& value : change.root)
        setRoot(*lines, value, end);

    QByteArray own = '[' + change.table + ']' + end;
    for (const auto& value : change.values)
        own += assignment(value, end);
    QByteArray out;
    bool skipping = false;
    bool written = false;
    for (qsizetype i = 0; i < lines->size(); ++i) {
        const Line& line = lines->at(i);
        if (line.isTable) {
            skipping = line.table == change.table;
            if (skipping && !written) {
                out += own;
                written = true;
            }
        }
        // Comments and space that lead to the next table belong to it.
        const bool filler = line.text.trimmed().isEmpty() || line.text.trimmed().startsWith('#');
        if (!skipping || (filler && !line.inString))
            out += line.text;
    }
    if (!written) {
        if (!out.isEmpty() && !out.endsWith('\n'))
            out += end;
        out += (out.isEmpty() ? QByteArray() : end) + own;
    }
    return out;
}

} // namespace tollgate::ui
