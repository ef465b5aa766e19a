#pragma once
// A caller's own body with a few values changed; every other byte stays as it was.

#include "gateway/dialects/dialect.h"

#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// Edits must not overlap. Views must live until applied().
class BodyEdits {
public:
    explicit BodyEdits(std::string_view body)
        : m_body(body) {}

    /// A place of length 0 is an insertion.
    void replace(BodySpan place, std::string text);
    void insert(std::size_t offset, std::string text) { replace({offset, 0}, std::move(text)); }
    std::string_view at(BodySpan place) const { return m_body.substr(place.offset, place.length); }

    std::string applied();

private:
    struct Edit {
        BodySpan place;
        std::string text;
    };
    std::string_view m_body;
    std::vector<Edit> m_edits;
};

/// Replaces the member's value; a member that was absent goes to the start of the object.
void setMember(BodyEdits& edits, const RequestEnvelope& envelope, BodySpan place, std::string_view name,
               std::string value);

/// A JSON string with its quotes.
std::string quotedJson(std::string_view text);

} // namespace tollgate
