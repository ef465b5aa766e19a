// Client keys: the secret is made or taken here, shown once and kept as bcrypt.
#include "gateway/admin/random_id.h"
#include "gateway/admin/references.h"
#include "gateway/admin/resource_type.h"
#include "gateway/config/codec_parts.h"
#include "gateway/policy/key_hash.h"
#include "gateway/policy/key_ring.h"

namespace tollgate {

namespace {

constexpr std::size_t kShortestSecret = 12;
constexpr std::size_t kLongestSecret = 72; // bcrypt reads no further

/// A secret that is brought along instead of being made here.
Outcome<std::string> givenSecret(const boost::json::object& given) {
    const auto* value = given.if_contains("secret");
    if (value == nullptr || value->is_null())
        return std::string();
    if (!value->is_string())
        return tl::unexpected(invalid("secret", "must be a text"));
    std::string secret(value->get_string());
    if (secret.size() < kShortestSecret || secret.size() > kLongestSecret || wordMistake(secret))
        return tl::unexpected(invalid("secret", "must be 12 to 72 visible ASCII characters"));
    return secret;
}

class KeyType final : public TypedResource<ClientKey> {
public:
    explicit KeyType(const AdminContext& context)
        : TypedResource(ResourceKind::Key, "keys", "id")
        , m_context(context) {}

    boost::json::object show(const ConfigSnapshot& world, const std::string& id) const override {
        boost::json::object json = declare(world, id);
        json.emplace("last_used_at", timeOf(m_context.ledger.lastUsed(id), id));
        return json;
    }
    boost::json::array showAll(const ConfigSnapshot& world,
                               const std::vector<std::string>& ids) const override {
        const auto lastUsed = m_context.ledger.lastUsed({});
        boost::json::array all;
        for (const std::string& id : ids) {
            boost::json::object json = declare(world, id);
            json.emplace("last_used_at", timeOf(lastUsed, id));
            all.push_back(std::move(json));
        }
        return all;
    }
    boost::json::object exported(const ConfigSnapshot& world, const std::string& id) const override {
        boost::json::object json = declare(world, id);
        json.stable_erase("prefix");
        json.stable_erase("created_at");
        json.stable_erase("old_secret_until");
        return json;
    }

    Outcome<Stored> store(ConfigDraft& draft, const StoreRequest& request) const override {
        Parsed<ClientKey> parsed = keyFromJson(request.given);
        if (!parsed)
            return tl::unexpected(invalid(parsed.error()));
        const bool create = request.id.empty();
        const auto secret =
            create || request.declarative ? givenSecret(request.given) : Outcome<std::string>();
        if (!secret)
            return tl::unexpected(secret.error());
        for (const auto& [id, other] : draft.world().keys) {
            if (other.name == parsed->name && id != request.id)
                return tl::unexpected(conflict("a key named " + other.name + " is there already", "name"));
        }
        if (!request.declarative) {
            // Before bcrypt is paid for; a document may name a project that comes with it.
            if (auto mistake = referencesOf(draft.world(), *parsed))
                return tl::unexpected(invalid(*mistake));
        }
        return create ? make(draft, *parsed, *secret, request) : replace(draft, *parsed, *secret, request);
    }

    std::string identify(const ConfigSnapshot& world, const boost::json::object& given,
                         const std::vector<std::string>& taken) const override {
        if (std::string id = TypedResource::identify(world, given, taken); !id.empty())
            return id;
        const auto* name = given.if_contains("name");
        for (const auto& [id, key] : world.keys) {
            if (name != nullptr && name->is_string() && std::string_view(name->get_string()) == key.name)
                return id;
        }
        return {};
    }

    std::optional<std::string> usedBy(const ConfigSnapshot& world, const std::string& id) const override {
        return userOfKey(world, id);
    }

protected:
    Parsed<ClientKey> parse(const boost::json::object& json) const override { return keyFromJson(json); }
    std::optional<FieldError> referencesOf(const ConfigSnapshot& world, const ClientKey& key) const override {
        return key.project.empty() ? std::nullopt : missingProject(world, key.project, "project");
    }

private:
    static bool setSecret(ClientKey& key, const std::string& secret) {
        key.retired.reset();
        key.bcrypt = hashKeySecret(secret);
        key.prefix = secret.substr(0, KeyRing::kPrefixLength);
        return !key.bcrypt.empty();
    }

    Outcome<Stored> make(ConfigDraft& draft, ClientKey key, std::string secret,
                         const StoreRequest& request) const {
        if (key.id.empty() || !request.declarative)
            key.id = randomId("key_");
        if (secret.empty())
            secret = makeKeySecret();
        if (!setSecret(key, secret))
            return tl::unexpected(internalError("bcrypt failed"));
        key.createdAtMs = m_context.clock.unixMs();
        Stored stored{key.id, true, std::move(secret)};
        draft.put(std::move(key));
        return stored;
    }

    Outcome<Stored> replace(ConfigDraft& draft, ClientKey key, const std::string& secret,
                            const StoreRequest& request) const {
        const ClientKey& old = at(draft.world(), request.id);
        if (!key.id.empty() && key.id != request.id)
            return tl::unexpected(invalid("id", "cannot be changed"));
        key.id = request.id;
        key.bcrypt = old.bcrypt;
        key.prefix = old.prefix;
        key.createdAtMs = old.createdAtMs;
        key.retired = old.retired;
        if (!secret.empty() && !verifyKeySecret(secret, old.bcrypt) && !setSecret(key, secret))
            return tl::unexpected(internalError("bcrypt failed"));
        return Stored{request.id, draft.put(std::move(key)), {}};
    }

    static boost::json::value timeOf(const Answer<LastUses>& lastUses, const std::string& id) {
        if (!lastUses)
            return nullptr;
        const auto at = lastUses->find(id);
        return at == lastUses->end() ? boost::json::value(nullptr) : timeOrNull(at->second);
    }

    const AdminContext& m_context;
};

} // namespace

std::unique_ptr<ResourceType> makeKeyType(const AdminContext& context) {
    return std::make_unique<KeyType>(context);
}

} // namespace tollgate
