#include "gateway/text_diff.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tollgate {

namespace {

constexpr std::size_t kContext = 2;
/// Longest common subsequences take rows times columns; beyond that all is said to differ.
constexpr std::size_t kMaxCells = 4'000'000;

struct Line {
    char mark; ///< ' ', '-' or '+'
    std::string_view text;
};

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (true) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return lines;
        text.remove_prefix(end + 1);
    }
}

std::vector<Line> compared(const std::vector<std::string_view>& before,
                           const std::vector<std::string_view>& after) {
    const std::size_t rows = before.size();
    const std::size_t columns = after.size();
    std::vector<Line> lines;
    if (rows * columns > kMaxCells) {
        for (const std::string_view line : before)
            lines.push_back({'-', line});
        for (const std::string_view line : after)
            lines.push_back({'+', line});
        return lines;
    }
    // common[i][j]: how many lines the rests from i and j share.
    std::vector<std::uint32_t> common((rows + 1) * (columns + 1), 0);
    const auto at = [columns](std::size_t i, std::size_t j) { return i * (columns + 1) + j; };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;)
            common[at(i, j)] = before[i] == after[j] ? common[at(i + 1, j + 1)] + 1
                                                     : std::max(common[at(i + 1, j)], common[at(i, j + 1)]);
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && before[i] == after[j]) {
            lines.push_back({' ', before[i]});
            ++i;
            ++j;
        } else if (j == columns || (i < rows && common[at(i + 1, j)] >= common[at(i, j + 1)])) {
            lines.push_back({'-', before[i++]});
        } else {
            lines.push_back({'+', after[j++]});
        }
    }
    return lines;
}

} // namespace

std::string lineDifference(std::string_view before, std::string_view after, std::string_view indent) {
    if (before == after)
        return {};
    const std::vector<Line> lines = compared(linesOf(before), linesOf(after));
    std::vector<bool> shown(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].mark == ' ')
            continue;
        const std::size_t first = i - std::min(i, kContext);
        const std::size_t last = std::min(lines.size() - 1, i + kContext);
        std::fill(shown.begin() + static_cast<std::ptrdiff_t>(first),
                  shown.begin() + static_cast<std::ptrdiff_t>(last + 1), true);
    }
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!shown[i]) {
            if (i > 0 && shown[i - 1])
                text.append(indent).append("  …\n");
            continue;
        }
        text.append(indent).append(1, lines[i].mark).append(1, ' ').append(lines[i].text).append("\n");
    }
    return text;
}

} // namespace tollgate
