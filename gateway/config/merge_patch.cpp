#include "gateway/config/merge_patch.h"

#include <boost/json/object.hpp>

namespace tollgate {

void mergePatch(boost::json::value& target, const boost::json::value& patch) {
    if (!patch.is_object()) {
        target = patch;
        return;
    }
    if (!target.is_object())
        target = boost::json::object();
    boost::json::object& fields = target.get_object();
    for (const auto& entry : patch.get_object()) {
        if (entry.value().is_null()) {
            fields.stable_erase(entry.key());
            continue;
        }
        mergePatch(fields[entry.key()], entry.value());
    }
}

} // namespace tollgate
