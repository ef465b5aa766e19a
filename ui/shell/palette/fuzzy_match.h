#pragma once
// How well a few typed letters fit a name: each term must appear in it in order, not necessarily together.
// Letters that stand together, begin words or begin the name count more. Pure functions, any thread.

#include <QList>
#include <QString>

#include <optional>

namespace tollgate::ui {

struct FuzzyMatch {
    int score = 0;
    QList<int> positions; ///< of the matched letters in the text, ascending
};

/// Terms are separated by spaces and may come in any order; every one must fit the text or, for less, the
/// keywords (which are not highlighted). An empty pattern fits everything with score 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString& pattern, const QString& text,
                                     const QString& keywords = {});

} // namespace tollgate::ui
