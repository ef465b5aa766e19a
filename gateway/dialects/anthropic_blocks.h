#pragma once
// Content blocks of Anthropic messages → parts. What a part has no place for is noted as an extra parameter
// under its full path ("messages[0].content[1].citations"), so that it ends up in the translation receipt.
// Protocol: platform.claude.com/docs/en/api/messages, ContentBlockParam of @anthropic-ai/sdk.

#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <tl/expected.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

std::optional<CacheMark> anthropicCacheMark(const boost::json::object& object);

class AnthropicBlockReader {
public:
    /// `leftovers` must outlive the reader.
    explicit AnthropicBlockReader(std::vector<ExtraParam>& leftovers)
        : m_leftovers(leftovers) {}

    /// A string or an array of blocks; `at` is its path. Errors: InvalidRequest that names the field.
    tl::expected<std::vector<ContentPart>, Error> read(const boost::json::value& content,
                                                       const std::string& at);
    /// Notes the members of `object` that are named, where they say something.
    void leave(const boost::json::object& object, const std::string& at,
               std::initializer_list<std::string_view> names);

private:
    using Read = tl::expected<void, Error>;
    using Parts = std::vector<ContentPart>;

    Read block(const boost::json::object& object, const std::string& at, Parts& parts);
    Read image(const boost::json::object& object, const std::string& at, Parts& parts);
    Read document(const boost::json::object& object, const std::string& at, Parts& parts);
    Read toolUse(const boost::json::object& object, const std::string& at, Parts& parts);
    Read toolResult(const boost::json::object& object, const std::string& at, Parts& parts);
    void thinking(const boost::json::object& object, bool redacted, Parts& parts);
    void searchResult(const boost::json::object& object, Parts& parts);

    std::vector<ExtraParam>& m_leftovers;
    std::vector<std::pair<std::string, ContentPart>> m_callProofs; ///< by the id of the call they belong to
};

} // namespace tollgate
