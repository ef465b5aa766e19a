// Prices and capabilities. Rows of the built-in catalogue are there by themselves; a stored row of the same
// name takes their place.
#include "gateway/admin/references.h"
#include "gateway/admin/resource_type.h"
#include "gateway/config/catalogue.h"

namespace tollgate {

namespace {

class ModelType final : public TypedResource<Model> {
public:
    ModelType()
        : TypedResource(ResourceKind::Model, "models", "model") {}

    std::string itemPattern() const override { return "/models/{provider}/{model...}"; }
    std::string idOf(const std::map<std::string, std::string, std::less<>>& pathParams) const override {
        return pathParams.find("provider")->second + "/" + pathParams.find("model")->second;
    }
    bool isStored(const ConfigSnapshot& world, const std::string& id) const override {
        return contains(world, id) && at(world, id).source != kBuiltInSource;
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
        return TypedResource::store(draft, {given, request.id, request.declarative});
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
};

} // namespace

std::unique_ptr<ResourceType> makeModelType() {
    return std::make_unique<ModelType>();
}

} // namespace tollgate
