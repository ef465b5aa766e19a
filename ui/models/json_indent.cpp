#include "ui/models/json_indent.h"

#include <algorithm>

namespace tollgate::ui {

namespace {

constexpr int kStep = 2;

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

void newLine(QByteArray& out, int depth) {
    out += '\n';
    out += QByteArray(std::min(depth, 64) * kStep, ' ');
}

/// The string that begins at `at`; how long it is with its quotes.
qsizetype stringLength(const QByteArray& text, qsizetype at) {
    qsizetype end = at + 1;
    while (end < text.size() && text[end] != '"')
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size()) - at;
}

} // namespace

QByteArray indentedJson(const QByteArray& text) {
    QByteArray out;
    out.reserve(text.size() * 3 / 2);
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            const qsizetype length = stringLength(text, at);
            if (!out.isEmpty() && (out.back() == '{' || out.back() == '['))
                newLine(out, depth);
            out += text.mid(at, length);
            at += length;
            continue;
        }
        ++at;
        if (isBlank(c))
            continue;
        if (c == '}' || c == ']') {
            depth = std::max(0, depth - 1);
            const char last = out.isEmpty() ? ' ' : out.back();
            if (last != '{' && last != '[')
                newLine(out, depth);
        } else if (!out.isEmpty() && (out.back() == '{' || out.back() == '[')) {
            newLine(out, depth);
        }
        out += c;
        if (c == '{' || c == '[')
            ++depth;
        else if (c == ',')
            newLine(out, depth);
        else if (c == ':')
            out += ' ';
    }
    return out;
}

} // namespace tollgate::ui
