#pragma once
// Who is meant by metadata.user_id. Claude Code packs its session into it, in one of two forms:
// "user_HASH_account_UUID_session_UUID", later the text of {"device_id","account_uuid","session_id"}. Who
// pays is the same from one session to the next; and several upstreams refuse a user of more than 64
// characters or with braces in it (looplj/axonhub#1669, anthropics/claude-code#56643).

#include <string>
#include <string_view>

namespace tollgate {

/// The account, else the device or hash; any other user as it is.
std::string anthropicPerson(std::string_view userId);

} // namespace tollgate
