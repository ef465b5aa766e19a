#pragma once
// Appends JSON to a string, for the one place where building a document first would cost too much: the
// journal line of every request. Text that is not UTF-8 comes out with U+FFFD in place of the bad bytes.

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace tollgate {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out)
        : m_out(out) {}

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// `name` must need no escaping.
    void key(std::string_view name) {
        separate();
        m_out += '"';
        m_out += name;
        m_out += "\":";
        m_first = true; // the value follows without a comma
    }
    void text(std::string_view value);
    void number(std::int64_t value) {
        separate();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        m_out.append(digits, end);
    }
    void boolean(bool value) {
        separate();
        m_out += value ? "true" : "false";
    }

    // Members of an object that are left out when they say nothing.
    void member(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            key(name);
            text(value);
        }
    }
    void member(std::string_view name, std::int64_t value, std::int64_t absent = 0) {
        if (value != absent) {
            key(name);
            number(value);
        }
    }
    void flag(std::string_view name, bool value) {
        if (value) {
            key(name);
            boolean(true);
        }
    }

private:
    void separate() {
        if (!m_first)
            m_out += ',';
        m_first = false;
    }
    void open(char bracket) {
        separate();
        m_out += bracket;
        m_first = true;
    }
    void close(char bracket) {
        m_out += bracket;
        m_first = false;
    }

    std::string& m_out;
    bool m_first = true;
};

} // namespace tollgate
