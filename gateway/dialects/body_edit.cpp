#include "gateway/dialects/body_edit.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

void BodyEdits::replace(BodySpan place, std::string text) {
    m_edits.push_back({place, std::move(text)});
}

std::string BodyEdits::applied() {
    // Stable: insertions at one place keep the order in which they were asked for.
    std::ranges::stable_sort(m_edits, {}, [](const Edit& edit) { return edit.place.offset; });
    std::size_t size = m_body.size();
    for (const Edit& edit : m_edits)
        size += edit.text.size();
    std::string result;
    result.reserve(size);
    std::size_t at = 0;
    for (const Edit& edit : m_edits) {
        result.append(m_body.substr(at, edit.place.offset - at)).append(edit.text);
        at = edit.place.offset + edit.place.length;
    }
    result.append(m_body.substr(at));
    return result;
}

void setMember(BodyEdits& edits, const RequestEnvelope& envelope, BodySpan place, std::string_view name,
               std::string value) {
    if (place.length > 0)
        edits.replace(place, std::move(value));
    else
        edits.insert(envelope.objectStart, quotedJson(name) + ":" + value + ",");
}

std::string quotedJson(std::string_view text) {
    return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

} // namespace tollgate
