#include "ui/models/line_diff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace tollgate::ui {
namespace {

constexpr qsizetype kMostCells = 4'000'000; ///< of the table; 2000 by 2000 lines

QStringList linesOf(const QString& text) {
    if (text.isEmpty())
        return {};
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

void append(QList<DiffLine>& out, DiffLine::Kind kind, const QStringList& lines) {
    for (const QString& line : lines)
        out.append({kind, line});
}

/// The middle of both texts, without what they begin and end with in common.
void diffMiddle(QList<DiffLine>& out, const QStringList& a, const QStringList& b) {
    using Kind = DiffLine::Kind;
    const qsizetype n = a.size();
    const qsizetype m = b.size();
    if (n == 0 || m == 0 || n * m > kMostCells) {
        append(out, Kind::Removed, a);
        append(out, Kind::Added, b);
        return;
    }
    // common[i][j]: the longest common part of a from i and b from j.
    const auto width = static_cast<std::size_t>(m + 1);
    std::vector<int> common(static_cast<std::size_t>(n + 1) * width, 0);
    const auto at = [width](qsizetype i, qsizetype j) {
        return static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j);
    };
    for (qsizetype i = n - 1; i >= 0; --i)
        for (qsizetype j = m - 1; j >= 0; --j)
            common[at(i, j)] = a[i] == b[j] ? common[at(i + 1, j + 1)] + 1
                                            : std::max(common[at(i + 1, j)], common[at(i, j + 1)]);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < n || j < m) {
        if (i < n && j < m && a[i] == b[j]) {
            out.append({Kind::Same, a[i]});
            ++i;
            ++j;
        } else if (i < n && (j == m || common[at(i + 1, j)] >= common[at(i, j + 1)])) {
            out.append({Kind::Removed, a[i++]});
        } else {
            out.append({Kind::Added, b[j++]});
        }
    }
}

} // namespace

QList<DiffLine> lineDiff(const QString& before, const QString& after) {
    const QStringList a = linesOf(before);
    const QStringList b = linesOf(after);
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    QList<DiffLine> out;
    append(out, DiffLine::Kind::Same, a.mid(0, head));
    diffMiddle(out, a.mid(head, a.size() - head - tail), b.mid(head, b.size() - head - tail));
    append(out, DiffLine::Kind::Same, a.mid(a.size() - tail));
    return out;
}

QString diffText(const QList<DiffLine>& lines, int context) {
    QStringList shown;
    bool leftOut = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        bool near = false;
        for (qsizetype j = std::max<qsizetype>(0, i - context);
             j <= std::min(lines.size() - 1, i + context) && !near; ++j)
            near = lines[j].kind != DiffLine::Kind::Same;
        if (near) {
            const QString sign = lines[i].kind == DiffLine::Kind::Added     ? QStringLiteral("+ ")
                                 : lines[i].kind == DiffLine::Kind::Removed ? QStringLiteral("- ")
                                                                            : QStringLiteral("  ");
            shown << sign + lines[i].text;
        } else if (!leftOut) {
            shown << QStringLiteral("…");
        }
        leftOut = !near;
    }
    return shown.join(u'\n');
}

} // namespace tollgate::ui
