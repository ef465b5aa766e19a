#include "gateway/config_check.h"

#include "gateway/admin/config_document.h"
#include "gateway/admin/config_file.h"
#include "gateway/admin/config_text.h"
#include "gateway/ledger/schema.h"

#include <QFile>
#include <QTemporaryDir>

#include <boost/json/serialize.hpp>

#include <map>

namespace tollgate {

namespace {

class NobodyListens final : public EventSink {
public:
    bool heard() const override { return false; }
    void publish(std::string_view, boost::json::value) override {}
};

/// "2 providers, 1 alias"
std::string counted(const ConfigApplied& applied) {
    std::map<std::string, int> kinds;
    for (const boost::json::value& change : applied.changes)
        ++kinds[std::string(change.at("kind").as_string())];
    std::string text;
    for (const auto& [kind, count] : kinds)
        text += (text.empty() ? "" : ", ") + kind + ": " + std::to_string(count);
    return text.empty() ? "nothing" : text;
}

tl::expected<std::string, std::string> judge(const std::string& file, std::string_view text,
                                             const std::string& directory) {
    const std::string path = directory + "/check.db";
    auto database = openMigrated(path);
    if (!database)
        return tl::unexpected(database.error());

    const Clock& clock = Clock::system();
    const SecretBox box(MasterKey::generate());
    SnapshotCell snapshots;
    HealthBoard health(clock);
    BudgetBook budgets(clock);
    ResourceRepository repository(**database);
    LedgerReader reader(path, clock, nullptr, &snapshots);
    NobodyListens events;
    AdminContext context{clock, repository, snapshots, health, budgets, reader, events};
    context.secrets = &box;
    context.dataDirectory = directory;
    context.environment = systemEnvironment();
    AdminCore core(std::move(context));
    core.begin({});
    const auto applied = applyConfigText(core, text, file, true);
    if (!applied)
        return tl::unexpected(applied.error());
    return file + " is fine: " + counted(*applied);
}

} // namespace

tl::expected<std::string, std::string> checkConfigFile(const std::string& file) {
    QFile source(QString::fromStdString(file));
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(file + " cannot be read: " + source.errorString().toStdString());
    const QTemporaryDir directory;
    if (!directory.isValid())
        return tl::unexpected("no temporary directory: " + directory.errorString().toStdString());
    return judge(file, source.readAll().toStdString(), directory.path().toStdString());
}

tl::expected<std::string, std::string> configAsJson(std::string yaml) {
    AdminRequest request;
    request.contentType = "application/yaml";
    request.body = std::move(yaml);
    const auto document = configDocumentOf(request);
    if (!document)
        return tl::unexpected(document.error().message);
    return boost::json::serialize(*document);
}

} // namespace tollgate
