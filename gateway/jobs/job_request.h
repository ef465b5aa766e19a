#pragma once
// What callers hand in for later: which dialect the body speaks, and what in it is ours and not the model's.

#include "gateway/jobs/job.h"
#include "gateway/wire/error.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// A request as its dialect's route takes it.
struct DeferredRequest {
    std::string path; ///< of a dialect
    std::string body;
    std::string model = {}; ///< that is asked for, for people
};

/// Any dialect's body, told by `path` (or `url`, as OpenAI's batches call it) or `dialect`, else by its
/// shape; `{"prompt"}` is one user's message. What is ours is taken out, streaming is turned off, and the
/// dialect has looked at the rest. Every other member is as it was. `anthropic`: the caller sent
/// anthropic-version. The error's param begins with `where`.
tl::expected<DeferredRequest, Error> deferredRequest(boost::json::object body, const HttpHeaders& headers,
                                                     std::string_view defaultModel,
                                                     const std::string& where = {});

/// The headers of a caller that mean something to the run of its request.
HttpHeaders keptHeaders(const HttpHeaders& headers);

/// The body of a request as an object.
tl::expected<boost::json::object, Error> objectOf(std::string_view body);

/// The text of a reply to `{"prompt"}`; empty when it has none.
std::string textOfReply(std::string_view reply);

Error mistakeIn(std::string param, std::string_view message);

/// What goes into every one of `count` requests must stay within 64 MiB in all.
tl::expected<void, Error> checkRepeated(std::size_t count, const boost::json::object& common);

} // namespace tollgate
