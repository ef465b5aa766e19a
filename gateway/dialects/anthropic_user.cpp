#include "gateway/dialects/anthropic_user.h"

#include "gateway/dialects/json_read.h"

#include <boost/json.hpp>

namespace tollgate {

namespace {

constexpr std::string_view kUser = "user_";
constexpr std::string_view kAccount = "_account_";
constexpr std::string_view kSession = "_session_";

} // namespace

std::string anthropicPerson(std::string_view userId) {
    const std::size_t account = userId.find(kAccount);
    const std::size_t session = userId.find(kSession);
    if (userId.starts_with(kUser) && account != std::string_view::npos && session != std::string_view::npos &&
        account + kAccount.size() <= session + 1) {
        const std::size_t begin = account + kAccount.size();
        if (begin < session)
            return std::string(userId.substr(begin, session - begin));
        return std::string(userId.substr(kUser.size(), account - kUser.size()));
    }
    if (!userId.starts_with('{'))
        return std::string(userId);
    boost::system::error_code failure;
    const boost::json::value parsed = boost::json::parse({userId.data(), userId.size()}, failure);
    std::string person;
    if (const boost::json::object* names = failure ? nullptr : parsed.if_object()) {
        person = textOf(*names, "account_uuid");
        if (person.empty())
            person = textOf(*names, "device_id");
    }
    return person.empty() ? std::string(userId) : person;
}

} // namespace tollgate
