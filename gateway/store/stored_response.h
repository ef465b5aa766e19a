#pragma once
// What is kept of one OpenAI Responses reply, so that a later request can go on from it.

#include "gateway/wire/reply_item.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tollgate {

struct StoredResponse {
    std::string owner;            ///< the client key's id: nobody else ever sees it
    std::string id;               ///< "resp_…"
    std::string previousId;       ///< empty: the conversation begins here
    std::vector<ReplyItem> input; ///< the request's own items, not those of the replies before it
    std::vector<ReplyItem> output;
    std::int64_t createdMs = 0;

    std::size_t bytes() const {
        std::size_t total = owner.size() + id.size() + previousId.size();
        for (const auto* items : {&input, &output}) {
            for (const ReplyItem& item : *items)
                total += item.id.size() + item.json.size();
        }
        return total;
    }
};

} // namespace tollgate
