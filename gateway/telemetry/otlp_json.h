#pragma once
// Pieces of OTLP in JSON (github.com/open-telemetry/opentelemetry-proto, docs/specification.md, "JSON
// Protobuf Encoding"): names in lowerCamelCase, 64-bit integers as decimal strings, ids as hex, enumerations
// as numbers.

#include <cstdint>
#include <string>
#include <string_view>

namespace tollgate {

/// `"quoted"`, with bytes that are no UTF-8 replaced.
void appendJsonText(std::string& out, std::string_view text);
void appendNumber(std::string& out, std::int64_t number);
void appendReal(std::string& out, double number);

/// Writes `"attributes":[…]`. An empty text is left out.
class OtlpAttributes {
public:
    explicit OtlpAttributes(std::string& out);
    void text(std::string_view key, std::string_view value);
    void integer(std::string_view key, std::int64_t value);
    void real(std::string_view key, double value);
    void flag(std::string_view key, bool value);
    void end() { m_out += ']'; }

private:
    void begin(std::string_view key, std::string_view type);

    std::string& m_out;
    bool m_first = true;
};

/// `"resource":{…},` of everything this process says.
std::string otlpResource(std::string_view serviceName, std::string_view version, std::string_view instance);

} // namespace tollgate
