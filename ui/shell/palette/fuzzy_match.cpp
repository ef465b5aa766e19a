#include "ui/shell/palette/fuzzy_match.h"

#include <QStringView>

#include <algorithm>
#include <vector>

namespace tollgate::ui {
namespace {

constexpr int kLetter = 4;
constexpr int kTogether = 7; ///< follows the letter before it
constexpr int kWordStart = 8;
constexpr int kTextStart = 4; ///< on top of kWordStart
constexpr int kGap = 1;       ///< for every letter left out between two matched ones
constexpr int kNever = -1'000'000;
constexpr int kKeywordShare = 3; ///< a keyword is worth a third of a name
constexpr int kMaxText = 160;    ///< what lies behind is not looked at
constexpr int kMaxTerm = 32;

bool startsWord(QStringView text, qsizetype at) {
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

int letterScore(QStringView text, qsizetype at) {
    return kLetter + (startsWord(text, at) ? kWordStart : 0) + (at == 0 ? kTextStart : 0);
}

bool sameLetter(QChar a, QChar b) {
    return a.toCaseFolded() == b.toCaseFolded();
}

bool isSubsequence(QStringView term, QStringView text) {
    qsizetype found = 0;
    for (const QChar letter : text)
        if (found < term.size() && sameLetter(letter, term[found]))
            ++found;
    return found == term.size();
}

/// best[i][j]: the best score of the first i + 1 letters of the term with the last of them at text[j].
struct Table {
    Table(qsizetype terms, qsizetype texts)
        : width(static_cast<std::size_t>(texts))
        , cells(static_cast<std::size_t>(terms * texts), kNever)
        , from(static_cast<std::size_t>(terms * texts), -1) {}
    std::size_t at(qsizetype i, qsizetype j) const {
        return static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j);
    }
    std::size_t width;
    std::vector<int> cells;
    std::vector<int> from; ///< where the letter before stood
};

void fillRow(Table& table, qsizetype i, QStringView term, QStringView text) {
    int apart = kNever; // best of the row before, with a gap in between
    int apartAt = -1;
    for (qsizetype j = 0; j < text.size(); ++j) {
        if (i > 0 && j >= 2) {
            const int candidate = table.cells[table.at(i - 1, j - 2)];
            if (candidate > apart) {
                apart = candidate;
                apartAt = static_cast<int>(j - 2);
            }
            apart -= kGap;
        }
        if (!sameLetter(term[i], text[j]))
            continue;
        int best = i == 0 ? 0 : apart;
        int from = i == 0 ? -1 : apartAt;
        if (i > 0 && j > 0 && table.cells[table.at(i - 1, j - 1)] + kTogether >= best) {
            best = table.cells[table.at(i - 1, j - 1)] + kTogether;
            from = static_cast<int>(j - 1);
        }
        if (best <= kNever / 2)
            continue;
        table.cells[table.at(i, j)] = best + letterScore(text, j);
        table.from[table.at(i, j)] = from;
    }
}

std::optional<FuzzyMatch> matchTerm(QStringView term, QStringView whole) {
    const QStringView text = whole.left(kMaxText);
    if (term.size() > kMaxTerm || !isSubsequence(term, text))
        return std::nullopt;
    Table table(term.size(), text.size());
    for (qsizetype i = 0; i < term.size(); ++i)
        fillRow(table, i, term, text);
    const qsizetype last = term.size() - 1;
    qsizetype end = 0;
    for (qsizetype j = 1; j < text.size(); ++j)
        if (table.cells[table.at(last, j)] > table.cells[table.at(last, end)])
            end = j;
    FuzzyMatch match;
    match.score = table.cells[table.at(last, end)];
    for (qsizetype i = last, j = end; i >= 0; --i) {
        match.positions.prepend(static_cast<int>(j));
        j = table.from[table.at(i, j)];
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& pattern, const QString& text, const QString& keywords) {
    FuzzyMatch whole;
    const QStringList terms = pattern.split(u' ', Qt::SkipEmptyParts);
    for (const QString& term : terms) {
        if (const auto inText = matchTerm(term, text)) {
            whole.score += inText->score;
            whole.positions += inText->positions;
        } else if (const auto inKeywords = matchTerm(term, keywords)) {
            whole.score += inKeywords->score / kKeywordShare;
        } else {
            return std::nullopt;
        }
    }
    std::sort(whole.positions.begin(), whole.positions.end());
    whole.positions.erase(std::unique(whole.positions.begin(), whole.positions.end()), whole.positions.end());
    if (!terms.isEmpty()) // of two that fit equally well, the shorter one is meant
        whole.score -= static_cast<int>(std::min<qsizetype>(text.size(), kMaxText)) / 8;
    return whole;
}

} // namespace tollgate::ui
