#pragma once
// Which path is spoken in which dialect: what the edge serves and what route/explain takes.

#include "gateway/dialects/dialect.h"

#include <span>
#include <string>
#include <string_view>

namespace tollgate {

struct DialectRoute {
    std::string_view path;
    const Dialect& (*dialect)();
    std::string_view method = "POST";
};

/// All with a fixed path.
std::span<const DialectRoute> dialectRoutes();

/// Google's paths name the model and what to do with it. Null: no such call.
const Dialect* geminiDialectAt(std::string_view path);

/// Null: nothing is asked of a model there.
const Dialect* dialectAt(std::string_view path);

enum class CallerFamily { OpenAi, Anthropic, Google };

/// Whose SDK asks, where no dialect tells: by Google's and Anthropic's paths and headers.
CallerFamily callerFamily(const HttpRequest& request);
/// An error as that SDK reads it.
std::string refusalBody(const HttpRequest& request, const Error& error);

} // namespace tollgate
