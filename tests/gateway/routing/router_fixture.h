#pragma once
// A router over a small configuration: providers a, b and c, and the alias "chat" → a/one, b/two, fallback
// c/mock.

#include "gateway/routing/router.h"

#include <memory>

namespace tollgate {

using Names = std::vector<std::string>;

template <typename T>
Names namesOf(const std::vector<T>& candidates) {
    Names names;
    for (const T& one : candidates)
        names.push_back(one.target.reference());
    return names;
}

class RouterFixture {
protected:
    void start() {
        m_snapshot = {};
        m_request = {};
        m_clock = std::make_unique<ManualClock>();
        m_health = std::make_unique<HealthBoard>(*m_clock);
        m_router = std::make_unique<Router>(*m_health);
        for (const char* name : {"a", "b", "c"}) {
            m_snapshot.providers[name].name = name;
            m_snapshot.providers[name].kind = ProviderKind::Simulated;
        }
        alias("chat", Strategy::Simple, {{"a", "one"}, {"b", "two"}}).fallbacks = {{"c", "mock"}};
    }

    tl::expected<Plan, Error> plan(std::string_view model, std::string_view user = "carol") {
        RouteRequest request = m_request;
        request.model = model;
        request.subject.user = user;
        return m_router->plan(m_snapshot, request);
    }
    Names chain(std::string_view model, std::string_view user = "carol") {
        const auto made = plan(model, user);
        return made ? namesOf(made->candidates) : Names{"error " + std::string(made.error().openAiCode())};
    }
    Alias& alias(std::string name, Strategy strategy, std::vector<Target> targets) {
        Alias& made = m_snapshot.aliases[name];
        made.alias = std::move(name);
        made.strategy = strategy;
        made.targets = std::move(targets);
        return made;
    }
    Flag& flag(std::string key, FlagType type) {
        Flag& made = m_snapshot.flags[key];
        made.key = std::move(key);
        made.type = type;
        return made;
    }
    Flag& canary(std::string key, double percent) {
        Flag& made = flag(std::move(key), FlagType::Canary);
        made.alias = "chat";
        made.stable = "a/one";
        made.canary = "a/new";
        made.rolloutPercent = percent;
        return made;
    }
    Model& model(std::string provider, std::string name) {
        Model& made = m_snapshot.models[provider + "/" + name];
        made.provider = std::move(provider);
        made.model = std::move(name);
        return made;
    }
    void open(std::string_view target) {
        for (int i = 0; i < 3; ++i)
            m_health->failed(target, "boom");
    }

    ConfigSnapshot m_snapshot;
    RouteRequest m_request;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HealthBoard> m_health;
    std::unique_ptr<Router> m_router;
};

} // namespace tollgate
