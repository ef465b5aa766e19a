#include "gateway/wire/json_writer.h"

#include "gateway/wire/utf8.h"

namespace tollgate {

namespace {

void escape(std::string& out, unsigned char byte) {
    constexpr char kHex[] = "0123456789abcdef";
    switch (byte) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
}

} // namespace

void JsonWriter::text(std::string_view value) {
    separate();
    m_out += '"';
    std::size_t at = 0;
    while (at < value.size()) {
        const std::size_t run = plainEnd(value, at);
        m_out.append(value, at, run - at);
        at = run;
        if (at == value.size())
            break;
        const auto byte = static_cast<unsigned char>(value[at]);
        if (byte < 0x80) {
            escape(m_out, byte);
            ++at;
        } else if (const std::size_t length = utf8Length(value.substr(at))) {
            m_out.append(value, at, length);
            at += length;
        } else {
            m_out += kReplacement;
            ++at;
        }
    }
    m_out += '"';
}

} // namespace tollgate
