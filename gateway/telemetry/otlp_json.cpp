#include "gateway/telemetry/otlp_json.h"

#include "gateway/wire/json_writer.h"

#include <charconv>
#include <cmath>

namespace tollgate {

void appendJsonText(std::string& out, std::string_view text) {
    JsonWriter(out).text(text);
}

void appendNumber(std::string& out, std::int64_t number) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void appendReal(std::string& out, double number) {
    char digits[32];
    if (!std::isfinite(number))
        number = 0;
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

OtlpAttributes::OtlpAttributes(std::string& out)
    : m_out(out) {
    m_out += "\"attributes\":[";
}

void OtlpAttributes::begin(std::string_view key, std::string_view type) {
    m_out += m_first ? "{\"key\":\"" : ",{\"key\":\"";
    m_first = false;
    m_out += key;
    m_out += "\",\"value\":{\"";
    m_out += type;
}

void OtlpAttributes::text(std::string_view key, std::string_view value) {
    if (value.empty())
        return;
    begin(key, "stringValue\":");
    appendJsonText(m_out, value);
    m_out += "}}";
}

void OtlpAttributes::integer(std::string_view key, std::int64_t value) {
    begin(key, "intValue\":\"");
    appendNumber(m_out, value);
    m_out += "\"}}";
}

void OtlpAttributes::real(std::string_view key, double value) {
    begin(key, "doubleValue\":");
    appendReal(m_out, value);
    m_out += "}}";
}

void OtlpAttributes::flag(std::string_view key, bool value) {
    begin(key, "boolValue\":");
    m_out += value ? "true}}" : "false}}";
}

std::string otlpResource(std::string_view serviceName, std::string_view version, std::string_view instance) {
    std::string out = "\"resource\":{";
    OtlpAttributes attributes(out);
    attributes.text("service.name", serviceName);
    attributes.text("service.version", version);
    attributes.text("service.instance.id", instance);
    attributes.text("telemetry.sdk.name", "tollgate");
    attributes.text("telemetry.sdk.language", "cpp");
    attributes.text("telemetry.sdk.version", version);
    attributes.end();
    return out + "},";
}

} // namespace tollgate
