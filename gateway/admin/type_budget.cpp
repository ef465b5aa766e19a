#include "gateway/admin/random_id.h"
#include "gateway/admin/references.h"
#include "gateway/admin/resource_type.h"
#include "gateway/config/codec_parts.h"

#include <QByteArray>
#include <QTimeZone>

namespace tollgate {

namespace {

class BudgetType final : public TypedResource<Budget> {
public:
    explicit BudgetType(const AdminContext& context)
        : TypedResource(ResourceKind::Budget, "budgets", "id")
        , m_context(context) {}

    boost::json::object show(const ConfigSnapshot& world, const std::string& id) const override {
        boost::json::object json = declare(world, id);
        const BudgetStatus status = m_context.budgets.status(id);
        json.emplace("spent_usd", status.spent.usd());
        json.emplace("reserved_usd", status.reserved.usd());
        json.emplace("state", toString(status.state));
        json.emplace("resets_at", timeOrNull(status.resetsAtMs));
        json.emplace("forecast_usd", status.forecast ? boost::json::value(status.forecast->usd())
                                                     : boost::json::value(nullptr));
        json.emplace("exhausted_at",
                     status.exhaustedAtMs ? timeOrNull(*status.exhaustedAtMs) : boost::json::value(nullptr));
        json.emplace("unpriced_requests", status.unpricedRequests);
        return json;
    }

    Outcome<Stored> store(ConfigDraft& draft, const StoreRequest& request) const override {
        Parsed<Budget> parsed = budgetFromJson(request.given);
        if (!parsed)
            return tl::unexpected(invalid(parsed.error()));
        if (!parsed->timezone.empty() && !QTimeZone(QByteArray::fromStdString(parsed->timezone)).isValid())
            return tl::unexpected(
                invalid("timezone", "must be a name such as Europe/Berlin, or null for UTC"));
        if (!request.id.empty()) {
            if (!parsed->id.empty() && parsed->id != request.id)
                return tl::unexpected(invalid("id", "cannot be changed"));
            parsed->id = request.id;
        } else if (parsed->id.empty() || !request.declarative) {
            parsed->id = randomId("bud_");
        }
        std::string id = parsed->id;
        const bool changed = draft.put(*std::move(parsed));
        return Stored{std::move(id), changed, {}};
    }

    /// An entry without an id means the budget of the same scope, subject, period and action.
    std::string identify(const ConfigSnapshot& world, const boost::json::object& given,
                         const std::vector<std::string>& taken) const override {
        if (given.contains("id"))
            return TypedResource::identify(world, given, taken);
        const Parsed<Budget> wanted = budgetFromJson(given);
        if (!wanted)
            return {}; // store() will say what is wrong
        std::string alike;
        for (const std::string& id : ids(world)) {
            const Budget& budget = at(world, id);
            if (budget.scope != wanted->scope || budget.subject != wanted->subject ||
                budget.period != wanted->period || budget.action != wanted->action ||
                std::ranges::find(taken, id) != taken.end())
                continue;
            Budget same = *wanted;
            same.id = id;
            if (toJson(same) == toJson(budget))
                return id; // of twins, the one that says just this
            if (alike.empty())
                alike = id;
        }
        return alike;
    }

protected:
    Parsed<Budget> parse(const boost::json::object& json) const override { return budgetFromJson(json); }

    std::optional<FieldError> referencesOf(const ConfigSnapshot& world, const Budget& budget) const override {
        if (!budget.downgradeTo.empty()) {
            if (auto mistake = missingAlias(world, budget.downgradeTo, "downgrade_to"))
                return mistake;
        }
        switch (budget.scope) {
        case BudgetScope::Project:
            return missingProject(world, budget.subject, "subject");
        case BudgetScope::Provider:
            return missingProvider(world, budget.subject, "subject");
        case BudgetScope::Key:
            if (!world.keys.contains(budget.subject))
                return FieldError{"subject", "names no key that there is: " + budget.subject};
            return std::nullopt;
        case BudgetScope::Global:
        case BudgetScope::User:
            break;
        }
        return std::nullopt;
    }

private:
    const AdminContext& m_context;
};

} // namespace

std::unique_ptr<ResourceType> makeBudgetType(const AdminContext& context) {
    return std::make_unique<BudgetType>(context);
}

} // namespace tollgate
