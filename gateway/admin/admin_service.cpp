#include "gateway/admin/admin_service.h"

#include "gateway/admin/admin_core.h"
#include "gateway/admin/config_file.h"
#include "gateway/admin/flag_automation.h"
#include "gateway/admin/openapi.h"
#include "gateway/admin/snapshot_builder.h"

namespace tollgate {

namespace {

/// The stream itself is the edge's business; here it is only known, so that it is documented.
Outcome<AdminResponse> eventsAreAStream(const Call&) {
    return tl::unexpected(badRequest("events are a stream: ask for them over HTTP"));
}

} // namespace

AdminService::AdminService(AdminContext context)
    : m_core(std::make_unique<AdminCore>(std::move(context)))
    , m_automation(std::make_unique<FlagAutomation>(*m_core)) {
    m_core->onFollow([this] { m_automation->follow(); });
    addPromptRoutes(m_table, *m_core); // before the resources: /prompts/export is no prompt
    addResourceRoutes(m_table, *m_core);
    addProviderRoutes(m_table, *m_core);
    addModelRoutes(m_table, *m_core);
    addKeyRoutes(m_table, *m_core);
    addUseRoutes(m_table, *m_core);
    addRestoreRoutes(m_table, *m_core);
    addFlagRoutes(m_table, *m_core);
    addLedgerRoutes(m_table, *m_core);
    addRerateRoutes(m_table, *m_core);
    addJobRoutes(m_table, *m_core);
    addSystemRoutes(m_table, *m_core);
    addConfigRoutes(m_table, *m_core);
    addUndoRoutes(m_table, *m_core);
    addWorkRoutes(m_table, *m_core);
    addRetentionRoutes(m_table, *m_core);
    m_table.add("GET", "/events", {"What happens, as it happens (server-sent events)", "system"},
                eventsAreAStream);
    m_table.add("GET", "/openapi.json", {"This document", "system"},
                [this](const Call&) -> Outcome<AdminResponse> {
                    return jsonResponse(200, openApiDocument(m_table));
                });
}

AdminService::~AdminService() = default;

tl::expected<std::vector<std::string>, std::string> AdminService::start() {
    auto loaded = loadSnapshot(m_core->context().repository, m_core->context().secrets);
    if (!loaded)
        return tl::unexpected(loaded.error());
    m_core->begin(std::move(loaded->snapshot));
    return std::move(loaded->warnings);
}

void AdminService::tick() {
    m_automation->tick();
    m_core->refreshPrices();
    m_core->undoBin().expire(m_core->context().clock.unixMs());
    m_core->writeLog().expire(m_core->context().clock.unixMs());
}

void AdminService::handle(const AdminRequest& request, const Reply& reply) {
    m_table.dispatch(request, reply);
}

tl::expected<void, std::string> AdminService::applyConfigFile(std::string_view text,
                                                              const std::string& fileName) {
    if (auto applied = applyConfigText(*m_core, text, fileName, false); !applied)
        return tl::unexpected(std::move(applied.error()));
    return {};
}

} // namespace tollgate
