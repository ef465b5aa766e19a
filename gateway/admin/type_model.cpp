// Prices and capabilities. Rows of the built-in catalogue are there by themselves; a stored row of the same
// name takes their place. Prices have versions: a write adds one or, with the valid-from of one that is
// there, corrects it.
#include "gateway/admin/references.h"
#include "gateway/admin/resource_type.h"
#include "gateway/config/catalogue.h"
#include "gateway/config/codec_prices.h"
#include "gateway/config/merge_patch.h"
#include "gateway/config/price_sanity.h"
#include "gateway/config/price_versions.h"
#include "gateway/wire/clock.h"

#include <boost/json/value_from.hpp>

#include <algorithm>

namespace tollgate {

namespace {

/// Without the fields of prices.
boost::json::object withoutPrices(boost::json::object document) {
    for (const std::string_view name : priceFieldNames())
        document.erase(name);
    return document;
}

bool touchesPrices(const boost::json::object& patch) {
    return withoutPrices(patch).size() != patch.size();
}

/// Since when and from where is no difference.
bool chargesTheSame(Prices a, const Prices& b) {
    a.validFromMs = b.validFromMs;
    a.source = b.source;
    a.reference = b.reference;
    return a == b;
}

class ModelType final : public TypedResource<Model> {
public:
    explicit ModelType(const AdminContext& context)
        : TypedResource(ResourceKind::Model, "models", "model")
        , m_context(context) {}

    std::string itemPattern() const override { return "/models/{provider}/{model...}"; }
    std::string idOf(const std::map<std::string, std::string, std::less<>>& pathParams) const override {
        return pathParams.find("provider")->second + "/" + pathParams.find("model")->second;
    }
    bool isStored(const ConfigSnapshot& world, const std::string& id) const override {
        return contains(world, id) && !isBuiltIn(at(world, id));
    }
    /// With what looks wrong about the prices: in answers and in the audit log.
    boost::json::object declare(const ConfigSnapshot& world, const std::string& id) const override {
        const Model model = asOf(at(world, id), m_context.clock.unixMs());
        boost::json::object document = toJson(model);
        if (const auto warnings = priceWarnings(model); !warnings.empty())
            document["warnings"] = boost::json::value_from(warnings);
        return document;
    }
    boost::json::object exported(const ConfigSnapshot& world, const std::string& id) const override {
        return toJson(canonical(at(world, id)));
    }
    /// Other prices are another version, which holds from now on unless the patch says since when.
    void patch(boost::json::value& document, const boost::json::object& patch) const override {
        mergePatch(document, patch);
        // Null takes a member away, but here it is an instant: since ever.
        if (const auto* from = patch.if_contains("valid_from"); from != nullptr && from->is_null())
            document.get_object()["valid_from"] = nullptr;
        else if (from == nullptr && touchesPrices(patch))
            document.get_object().erase("valid_from");
        if (!patch.contains("history"))
            document.get_object().erase("history");
    }

    Outcome<Stored> store(ConfigDraft& draft, const StoreRequest& request) const override {
        boost::json::object given = request.given;
        if (!request.id.empty()) {
            const std::size_t cut = request.id.find('/');
            if (!given.contains("provider"))
                given.emplace("provider", request.id.substr(0, cut));
            if (!given.contains("model"))
                given.emplace("model", request.id.substr(cut + 1));
        }
        Parsed<Model> parsed = parse(given);
        if (!parsed)
            return tl::unexpected(invalid(parsed.error()));
        const std::string id = ResourceTraits<Model>::id(*parsed);
        if (request.id.empty() && isStored(draft.world(), id))
            return tl::unexpected(conflict("model " + id + " is there already", "model"));
        if (!request.id.empty() && id != request.id)
            return tl::unexpected(invalid(
                request.id.starts_with(parsed->provider + "/") ? "model" : "provider", "cannot be changed"));
        const Model* old = ConfigSnapshot::find(draft.world().models, id);
        const std::int64_t now = m_context.clock.unixMs();
        Model next = old == nullptr ? *std::move(parsed) : versioned(*std::move(parsed), given, *old, now);
        if (next.otherVersions.size() >= kMaxPriceVersions)
            return tl::unexpected(invalid("history", "holds " + std::to_string(kMaxPriceVersions) +
                                                         " versions already; give a shorter one"));
        return Stored{id, draft.put(asOf(std::move(next), now)), {}};
    }

    std::string identify(const ConfigSnapshot& world, const boost::json::object& given,
                         const std::vector<std::string>& /*taken*/) const override {
        const auto* provider = given.if_contains("provider");
        const auto* model = given.if_contains("model");
        if (provider == nullptr || model == nullptr || !provider->is_string() || !model->is_string())
            return {};
        const std::string id = std::string(provider->get_string()) + "/" + std::string(model->get_string());
        return isStored(world, id) ? id : std::string();
    }

protected:
    Parsed<Model> parse(const boost::json::object& json) const override {
        return modelFromJson(json).map([](Model model) {
            if (model.source.empty() || model.source == kBuiltInSource)
                model.source = "manual"; // whoever writes a row answers for it
            return model;
        });
    }
    std::optional<FieldError> referencesOf(const ConfigSnapshot& world, const Model& model) const override {
        return missingProvider(world, model.provider, "provider");
    }

private:
    /// What was known before goes on being known, unless the history was given with it. Without a valid-from
    /// the same prices are the version that holds, and others hold from now on.
    static Model versioned(Model next, const boost::json::object& given, const Model& old, std::int64_t now) {
        if (!given.contains("valid_from")) {
            const Prices& current = pricesAt(old, now);
            next.validFromMs = chargesTheSame(next, current) ? current.validFromMs : now;
        }
        const auto* history = given.if_contains("history");
        if (history != nullptr && !history->is_null()) {
            std::erase_if(next.otherVersions,
                          [&](const Prices& other) { return other.validFromMs == next.validFromMs; });
            return next;
        }
        next = withVersionsOf(std::move(next), old);
        // What is written stands above the catalogue from its instant on.
        std::erase_if(next.otherVersions, [&](const Prices& other) {
            return other.source == kBuiltInSource && other.validFromMs >= next.validFromMs;
        });
        return next;
    }

    const AdminContext& m_context;
};

} // namespace

std::unique_ptr<ResourceType> makeModelType(const AdminContext& context) {
    return std::make_unique<ModelType>(context);
}

} // namespace tollgate
