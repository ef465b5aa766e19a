#pragma once
// Which programs call: the newest request of each User-Agent and key, kept in memory as records come, so that
// it is known however many requests came since. Bounded.

#include "gateway/config/snapshot.h"
#include "gateway/wire/record_observer.h"

#include <boost/json/array.hpp>

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace tollgate {

class LedgerReader;

class ClientBook final : public RecordObserver {
public:
    static constexpr std::size_t kMost = 500;         ///< beyond it the one longest unseen is forgotten
    static constexpr std::size_t kMostOfOneKey = 20;  ///< so that one caller cannot crowd out the others
    static constexpr std::size_t kLongestAgent = 512; ///< bytes; the rest is cut off

    /// In the ledger's thread.
    void recorded(Records records) override;
    /// What the ledger knows from before this process: the newest rows, and those of keys that are not among
    /// them. Once; again when the ledger could not be read. Control thread.
    void fill(LedgerReader& ledger);
    /// Newest first; `config` has the names of keys. Any thread.
    boost::json::array list(const ConfigSnapshot& config) const;

private:
    struct Seen {
        std::int64_t atMs = 0;
        int status = 0;
        std::string user;
        std::string traceId;
        std::string requestedModel;
        std::string provider;
        std::string model;
    };
    using Who = std::pair<std::string, std::string>; ///< key id, User-Agent

    void add(const boost::json::array& rows);
    void add(std::string_view keyId, std::string_view agent, Seen&& seen);
    void makeRoom(const std::string& keyId);

    mutable std::mutex m_mutex;
    std::map<Who, Seen> m_seen;
    bool m_filled = false; ///< control thread only
};

} // namespace tollgate
