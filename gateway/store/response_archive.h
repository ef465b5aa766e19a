#pragma once
// Replies at rest: responses.db, mode 0600. All of it is used in one thread, the store's own.

#include "gateway/store/database.h"
#include "gateway/store/stored_response.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tollgate {

class ResponseArchive {
public:
    template <typename T = void>
    using Result = Database::Result<T>;

    static Result<std::unique_ptr<ResponseArchive>> open(const std::string& path);

    /// All in one transaction. A reply that is known already stays as it is.
    Result<> add(std::span<const std::shared_ptr<const StoredResponse>> responses);
    /// Nothing older than `sinceMs` is found.
    Result<std::optional<StoredResponse>> find(std::string_view owner, std::string_view id,
                                               std::int64_t sinceMs);
    /// The newest item of that id.
    Result<std::optional<std::string>> findItem(std::string_view owner, std::string_view itemId,
                                                std::int64_t sinceMs);
    /// Takes out what is older than `sinceMs`, and the oldest replies until no more than `maxBytes` are kept.
    /// A bounded step; true: there is more to do.
    Result<bool> trim(std::int64_t sinceMs, std::int64_t maxBytes);

    std::int64_t bytes() const { return m_bytes; }

private:
    explicit ResponseArchive(std::unique_ptr<Database> database)
        : m_database(std::move(database)) {}

    Result<> insert(const StoredResponse& response);
    Result<> insertItems(std::int64_t response, const StoredResponse& content);
    Result<> countBytes();

    std::unique_ptr<Database> m_database;
    std::int64_t m_bytes = 0; ///< of all replies kept
};

} // namespace tollgate
