#pragma once
// What the generic list, create, get, replace, patch and delete need to know of one kind of resource.

#include "gateway/admin/admin_context.h"
#include "gateway/admin/config_draft.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

struct StoreRequest {
    const boost::json::object& given;
    std::string id;           ///< empty: create
    bool declarative = false; ///< from the configuration document: ids and secrets in it count
};

struct Stored {
    std::string id;
    bool changed = true;
    std::string secret; ///< of a key, to be shown once
};

class ResourceType {
public:
    ResourceType(ResourceKind kind, std::string_view collection, std::string_view identity)
        : m_kind(kind)
        , m_collection(collection)
        , m_identity(identity) {}
    virtual ~ResourceType() = default;

    ResourceKind kind() const { return m_kind; }
    std::string_view collection() const { return m_collection; } ///< "aliases": path and list of the document
    std::string_view identity() const { return m_identity; }     ///< field and path parameter: "alias"
    /// The path of one resource below the collection.
    virtual std::string itemPattern() const {
        return "/" + std::string(m_collection) + "/{" + std::string(m_identity) + "}";
    }
    virtual std::string idOf(const std::map<std::string, std::string, std::less<>>& pathParams) const {
        return pathParams.find(m_identity)->second;
    }

    /// In the order of lists.
    virtual std::vector<std::string> ids(const ConfigSnapshot& world) const = 0;
    virtual bool contains(const ConfigSnapshot& world, const std::string& id) const = 0;
    /// Whether it is written down, as opposed to known by itself (the price catalogue).
    virtual bool isStored(const ConfigSnapshot& world, const std::string& id) const {
        return contains(world, id);
    }
    /// What was configured, secrets masked: for the audit log and as the base of a patch.
    virtual boost::json::object declare(const ConfigSnapshot& world, const std::string& id) const = 0;
    /// What the API answers: declare() and what the gateway knows besides.
    virtual boost::json::object show(const ConfigSnapshot& world, const std::string& id) const {
        return declare(world, id);
    }
    /// A page of a list: the same as show() for each, at the cost of one.
    virtual boost::json::array showAll(const ConfigSnapshot& world,
                                       const std::vector<std::string>& ids) const {
        boost::json::array all;
        for (const std::string& id : ids)
            all.push_back(show(world, id));
        return all;
    }
    /// In the configuration document, fit for another gateway.
    virtual boost::json::object exported(const ConfigSnapshot& world, const std::string& id) const {
        return declare(world, id);
    }

    /// Validates the fields and puts the resource into the draft. References are not checked yet: a document
    /// may name what comes later in it.
    virtual Outcome<Stored> store(ConfigDraft& draft, const StoreRequest& request) const = 0;
    /// What the resource names and the world does not hold.
    virtual std::optional<FieldError> references(const ConfigSnapshot& world,
                                                 const std::string& id) const = 0;
    virtual void remove(ConfigDraft& draft, const std::string& id) const = 0;
    /// Who still needs it: "alias chat-default"; nothing: it may go.
    virtual std::optional<std::string> usedBy(const ConfigSnapshot& /*world*/,
                                              const std::string& /*id*/) const {
        return std::nullopt;
    }
    virtual void patch(boost::json::value& document, const boost::json::object& patch) const;
    /// Which resource an entry of the configuration document means; empty: a new one. `taken` are those that
    /// entries before it meant.
    virtual std::string identify(const ConfigSnapshot& world, const boost::json::object& given,
                                 const std::vector<std::string>& taken) const;

private:
    ResourceKind m_kind;
    std::string_view m_collection;
    std::string_view m_identity;
};

/// store() with the audit entry filled in.
Outcome<Stored> storeAudited(const ResourceType& type, ConfigDraft& draft, const StoreRequest& request);
void removeAudited(const ResourceType& type, ConfigDraft& draft, const std::string& id);

/// The common ground of all kinds that live in one map of the snapshot.
template <typename T>
class TypedResource : public ResourceType {
public:
    using ResourceType::ResourceType;

    std::vector<std::string> ids(const ConfigSnapshot& world) const override {
        std::vector<std::string> names;
        for (const auto& entry : map(world))
            names.push_back(entry.first);
        std::ranges::sort(names);
        return names;
    }
    bool contains(const ConfigSnapshot& world, const std::string& id) const override {
        return map(world).find(id) != map(world).end();
    }
    boost::json::object declare(const ConfigSnapshot& world, const std::string& id) const override {
        return toJson(at(world, id));
    }
    Outcome<Stored> store(ConfigDraft& draft, const StoreRequest& request) const override {
        boost::json::object given = request.given;
        const bool create = request.id.empty();
        if (!create && !given.contains(identity()))
            given.emplace(identity(), request.id);
        Parsed<T> parsed = parse(given);
        if (!parsed)
            return tl::unexpected(invalid(parsed.error()));
        const std::string id = ResourceTraits<T>::id(*parsed);
        if (create && isStored(draft.world(), id))
            return tl::unexpected(conflict(std::string(toString(kind())) + " " + id + " is there already",
                                           std::string(identity())));
        if (!create && id != request.id)
            return tl::unexpected(invalid(std::string(identity()), "cannot be changed"));
        if (const auto known = map(draft.world()).find(id); known != map(draft.world()).end())
            complete(*parsed, &known->second, request);
        else
            complete(*parsed, nullptr, request);
        Stored stored{id, draft.put(*std::move(parsed)), {}};
        return stored;
    }
    void remove(ConfigDraft& draft, const std::string& id) const override { draft.template remove<T>(id); }
    std::optional<FieldError> references(const ConfigSnapshot& world, const std::string& id) const override {
        return referencesOf(world, at(world, id));
    }

protected:
    virtual Parsed<T> parse(const boost::json::object& json) const = 0;
    /// Adds what nobody declares; `before` is null for a new one.
    virtual void complete(T& /*value*/, const T* /*before*/, const StoreRequest& /*request*/) const {}
    virtual std::optional<FieldError> referencesOf(const ConfigSnapshot& /*world*/,
                                                   const T& /*value*/) const {
        return std::nullopt;
    }
    static const ByName<T>& map(const ConfigSnapshot& world) { return world.*ResourceTraits<T>::kMap; }
    static const T& at(const ConfigSnapshot& world, const std::string& id) {
        return map(world).find(id)->second;
    }
};

/// All kinds, in the order in which they may name each other.
std::vector<std::unique_ptr<ResourceType>> makeResourceTypes(const AdminContext& context);

std::unique_ptr<ResourceType> makeProviderType(const AdminContext& context);
std::unique_ptr<ResourceType> makeModelType(const AdminContext& context);
std::unique_ptr<ResourceType> makeAliasType();
std::unique_ptr<ResourceType> makeProjectType();
std::unique_ptr<ResourceType> makeKeyType(const AdminContext& context);
std::unique_ptr<ResourceType> makeBudgetType(const AdminContext& context);
std::unique_ptr<ResourceType> makeFlagType(const AdminContext& context);
std::unique_ptr<ResourceType> makePromptType(const AdminContext& context);

} // namespace tollgate
