#pragma once
// The query language of Traffic and of `filter=`: `user:alice status:>=400 latency:>1s -provider:openai
// text`. Terms are joined by "and"; a comma list is "any of"; `-` negates; `*` at the end is "begins with";
// quotes keep spaces. Parsing never fails silently: the error names the term and where it stands. Pure; any
// thread.

#include "gateway/config/snapshot.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tollgate {

struct FilterError {
    std::string message;      ///< plain words, naming what is allowed
    std::string term;         ///< as typed
    std::size_t position = 0; ///< of the term: bytes from the start
};

using SqlValue = std::variant<std::int64_t, std::string>;

/// A condition with `?` placeholders and their values in order; empty text: no condition.
struct SqlCondition {
    std::string text;
    std::vector<SqlValue> values;
};

enum class FilterField {
    Text,
    User,
    Project,
    Key,
    Provider,
    Model,
    Alias,
    Flag,
    Arm,
    Prompt,
    PromptVersion,
    Status,
    Outcome,
    Latency,
    Ttft,
    Cost,
    Tokens,
    Note,
    Trace,
    Route,
    Stream,
    At,
};
enum class FilterOp { Equal, Prefix, Less, LessEqual, Greater, GreaterEqual, Unknown };

struct FilterValue {
    FilterOp op = FilterOp::Equal; ///< Unknown: `cost:unknown`, a request without a price
    std::string text;              ///< of text fields; of a prefix without its `*`
    std::int64_t number = 0;       ///< status, µs, nanodollars, tokens, 0 or 1, ms since the epoch
    std::int64_t numberEnd = 0;    ///< exclusive; a class like 4xx, a day; equal to `number`: a single value
    std::vector<std::string> keyIds; ///< of keys that go by that name
    std::string shown;               ///< as typed, without the operator
};

struct FilterTerm {
    FilterField field = FilterField::Text;
    bool negated = false;
    std::vector<FilterValue> values; ///< any of
    std::string typed;
    std::size_t position = 0;
};

class Filter {
public:
    /// `nowMs` resolves `at:>-2h` and `at:today`; `config` (may be null) resolves names of keys.
    static tl::expected<Filter, FilterError> parse(std::string_view text, std::int64_t nowMs = 0,
                                                   const ConfigSnapshot* config = nullptr);

    bool empty() const { return m_terms.empty(); }
    const std::vector<FilterTerm>& terms() const { return m_terms; }
    /// Plain words: "user is alice and status is at least 400 and the text contains “timeout”".
    std::string describe() const;

    /// The terms over what rollups are kept by: the columns of ledger_dims `d`.
    SqlCondition dimensionSql() const;
    /// The other terms, over requests `r`; what stands in ledger_dims and ledger_shapes is looked up there
    /// once and not once per row.
    SqlCondition requestSql() const;
    /// Those of requestSql() that are about the time alone.
    SqlCondition timeSql() const;
    /// Whether dimensionSql() is all there is, so that rollups can answer it.
    bool dimensionsOnly() const;

private:
    std::vector<FilterTerm> m_terms;
};

} // namespace tollgate
