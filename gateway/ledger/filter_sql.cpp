// From terms to SQL. Whatever a person typed reaches SQLite as a bound value only.
#include "gateway/ledger/filter.h"
#include "gateway/ledger/filter_fields.h"
#include "gateway/ledger/ledger_row.h"

#include <span>

namespace tollgate {

namespace {

/// For LIKE … ESCAPE '\'.
std::string likeEscaped(std::string_view text) {
    std::string escaped;
    for (const char character : text) {
        if (character == '%' || character == '_' || character == '\\')
            escaped += '\\';
        escaped += character;
    }
    return escaped;
}

class Builder {
public:
    void add(std::string_view text) { m_condition.text += text; }
    void bind(SqlValue value) { m_condition.values.push_back(std::move(value)); }
    SqlCondition take() { return std::move(m_condition); }
    bool empty() const { return m_condition.text.empty(); }

    void equalText(std::string_view column, const FilterValue& value) {
        if (value.op == FilterOp::Prefix && value.text.empty()) {
            add(std::string(column) + " <> ''");
        } else if (value.op == FilterOp::Prefix) {
            add("substr(" + std::string(column) + ", 1, length(?)) = ?");
            bind(value.text);
            bind(value.text);
        } else {
            add(std::string(column) + " = ?");
            bind(value.text);
        }
    }

    void compare(std::string_view column, const FilterValue& value) {
        const bool range = value.numberEnd > value.number;
        switch (value.op) {
        case FilterOp::Less:
            return one(column, " < ?", value.number);
        case FilterOp::LessEqual:
            return range ? one(column, " < ?", value.numberEnd) : one(column, " <= ?", value.number);
        case FilterOp::Greater:
            return range ? one(column, " >= ?", value.numberEnd) : one(column, " > ?", value.number);
        case FilterOp::GreaterEqual:
            return one(column, " >= ?", value.number);
        default:
            break;
        }
        if (!range)
            return one(column, " = ?", value.number);
        one(column, " >= ?", value.number);
        add(" AND ");
        one(column, " < ?", value.numberEnd);
    }

    void contains(std::string_view column, std::string_view text) {
        add("coalesce(" + std::string(column) + " LIKE ? ESCAPE '\\', 0)");
        bind("%" + likeEscaped(text) + "%");
    }

private:
    void one(std::string_view column, std::string_view comparison, std::int64_t number) {
        add(std::string(column) + std::string(comparison));
        bind(number);
    }

    SqlCondition m_condition;
};

/// Ids are searched in from this length on: a word is not looked for in random letters.
constexpr std::size_t kIdSearchLength = 6;

void containsAny(Builder& sql, std::span<const std::string_view> columns, std::string_view text) {
    bool first = true;
    for (const std::string_view column : columns) {
        if (!first)
            sql.add(" OR ");
        first = false;
        sql.contains(column, text);
    }
}

void anyText(Builder& sql, const FilterValue& value) {
    static constexpr std::string_view kDimensions[] = {
        "d.user", "d.project", "d.provider", "d.model", "d.alias", "d.flag", "d.prompt", "d.prompt_version"};
    static constexpr std::string_view kShapes[] = {"s.route", "s.requested_model", "s.note", "s.error_code"};
    static constexpr std::string_view kRows[] = {"r.error", "r.id", "r.trace_id"};
    sql.add("r.dim IN (SELECT d.id FROM ledger_dims d WHERE ");
    containsAny(sql, kDimensions, value.text);
    sql.add(") OR r.shape IN (SELECT s.id FROM ledger_shapes s WHERE ");
    containsAny(sql, kShapes, value.text);
    sql.add(") OR ");
    containsAny(sql, std::span(kRows).first(value.text.size() < kIdSearchLength ? 1 : 3), value.text);
}

void noteWord(Builder& sql, const FilterValue& value) {
    if (value.text.empty())
        return sql.equalText("s.note", value);
    sql.add("(' ' || s.note || ' ') LIKE ? ESCAPE '\\'");
    sql.bind("% " + likeEscaped(value.text) + (value.op == FilterOp::Prefix ? "%" : " %"));
}

/// A condition on the request's shape.
template <typename Condition>
void inShapes(Builder& sql, Condition condition) {
    sql.add("r.shape IN (SELECT s.id FROM ledger_shapes s WHERE ");
    condition();
    sql.add(")");
}

void key(Builder& sql, const FilterValue& value) {
    sql.equalText("d.key_id", value);
    for (const std::string& id : value.keyIds) {
        sql.add(" OR d.key_id = ?");
        sql.bind(id);
    }
}

void oneValue(Builder& sql, const FilterTerm& term, const FilterValue& value) {
    const FilterFieldInfo& info = filterField(term.field);
    switch (term.field) {
    case FilterField::Text:
        return anyText(sql, value);
    case FilterField::Note:
        return inShapes(sql, [&] { noteWord(sql, value); });
    case FilterField::Key:
        return key(sql, value);
    case FilterField::Model:
        sql.equalText("d.model", value);
        sql.add(" OR ");
        return sql.equalText("d.provider || '/' || d.model", value);
    case FilterField::Outcome:
        if (value.text == "failed")
            return sql.add("(r.bits & " + std::to_string(kFailedBit) + ") <> 0");
        [[fallthrough]];
    case FilterField::Route:
        return inShapes(sql, [&] { sql.equalText(info.column, value); });
    case FilterField::Trace:
        sql.equalText("r.id", value);
        sql.add(" OR coalesce(");
        sql.equalText("r.trace_id", value);
        return sql.add(", 0)");
    case FilterField::Stream:
        return sql.add("(r.bits & " + std::to_string(kStreamingBit) + (value.number ? ") <> 0" : ") = 0"));
    case FilterField::Tokens:
        return sql.compare("(r.input + r.cache_read + r.cache_write_5m + r.cache_write_1h + r.audio_input + "
                           "r.output + r.reasoning + r.audio_output)",
                           value);
    case FilterField::Cost:
        if (value.op == FilterOp::Unknown)
            return sql.add("r.cost IS NULL");
        [[fallthrough]];
    case FilterField::Ttft:
        sql.add("coalesce(");
        sql.compare(info.column, value);
        return sql.add(", 0)");
    default:
        break;
    }
    if (info.kind == FilterKind::Text)
        sql.equalText(info.column, value);
    else
        sql.compare(info.column, value);
}

template <typename Wanted>
SqlCondition conditionOf(const std::vector<FilterTerm>& terms, Wanted wanted) {
    Builder sql;
    for (const FilterTerm& term : terms) {
        if (!wanted(term))
            continue;
        if (!sql.empty())
            sql.add(" AND ");
        sql.add(term.negated ? "NOT (" : "(");
        bool first = true;
        for (const FilterValue& value : term.values) {
            sql.add(first ? "(" : " OR (");
            first = false;
            oneValue(sql, term, value);
            sql.add(")");
        }
        sql.add(")");
    }
    return sql.take();
}

} // namespace

SqlCondition Filter::dimensionSql() const {
    return conditionOf(m_terms, [](const FilterTerm& term) { return filterField(term.field).dimension; });
}

SqlCondition Filter::requestSql() const {
    return conditionOf(m_terms, [](const FilterTerm& term) { return !filterField(term.field).dimension; });
}

SqlCondition Filter::timeSql() const {
    return conditionOf(m_terms, [](const FilterTerm& term) { return term.field == FilterField::At; });
}

} // namespace tollgate
