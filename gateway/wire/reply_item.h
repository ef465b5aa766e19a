#pragma once
// One item of an OpenAI Responses conversation as it is kept: its bytes and the id that an item_reference
// names it by.

#include <string>

namespace tollgate {

struct ReplyItem {
    std::string id; ///< empty: it has none
    std::string json;
    friend bool operator==(const ReplyItem&, const ReplyItem&) = default;
};

} // namespace tollgate
