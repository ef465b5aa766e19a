#include "gateway/prompt_check.h"

#include "gateway/config/codec_parts.h"
#include "gateway/prompt_cases.h"
#include "gateway/prompts/prompt_file.h"
#include "gateway/prompts/prompt_template.h"
#include "gateway/text_diff.h"
#include "gateway/wire/json_text.h"

#include <boost/json/array.hpp>
#include <openssl/sha.h>

#include <array>
#include <fstream>
#include <set>

namespace tollgate {

namespace {

namespace fs = std::filesystem;

/// As document 001 hashes what it has rendered.
std::string hashOf(std::string_view text) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string hash;
    for (std::size_t i = 0; i < 6; ++i)
        hash.append({kHex[digest[i] >> 4U], kHex[digest[i] & 15U]});
    return hash;
}

boost::json::value linesOf(std::string_view text) {
    boost::json::array lines;
    while (true) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return lines;
        text.remove_prefix(end + 1);
    }
}

/// Texts as lists of lines: a change shows in a diff of the file as the lines it is.
std::string snapshotText(const PromptVersion& version, const RenderedPrompt& rendered) {
    const auto field = [](std::string_view name, const boost::json::value& value) {
        return "  \"" + std::string(name) + "\": " + toJsonText(value);
    };
    const auto lines = [](std::string_view name, std::string_view text) {
        std::string block = "  \"" + std::string(name) + "\": [";
        bool first = true;
        const boost::json::value all = linesOf(text);
        for (const boost::json::value& line : all.get_array()) {
            block.append(first ? "\n    " : ",\n    ").append(toJsonText(line));
            first = false;
        }
        return block + "\n  ]";
    };
    std::string text = "{\n";
    text += field("model", valueOrNull(version.model)) + ",\n";
    text += field("temperature", valueOrNull(version.temperature)) + ",\n";
    text += field("max_tokens", valueOrNull(version.maxTokens)) + ",\n";
    text += lines("system", rendered.system) + ",\n";
    text += lines("user", rendered.user) + ",\n";
    text += field("hash", boost::json::value(hashOf(rendered.system + "\n" + rendered.user))) + "\n}\n";
    return text;
}

std::string_view trimmedEnd(std::string_view text) {
    return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
}

class Check {
public:
    Check(const fs::path& directory, Snapshots snapshots)
        : m_snapshots(directory / "snapshots")
        , m_write(snapshots == Snapshots::Write) {}

    PromptCheck run(const PromptTests& tests) {
        for (const PromptCase& one : tests.cases)
            judge(tests, one);
        noteForgotten(tests);
        m_result.report +=
            std::to_string(m_result.passed) + " passed, " + std::to_string(m_result.failed) + " failed" +
            (m_written > 0 ? ", " + std::to_string(m_written) + " snapshots written" : std::string()) + "\n";
        return std::move(m_result);
    }

private:
    void judge(const PromptTests& tests, const PromptCase& one) {
        m_wrong.clear();
        std::string label = one.name + " (" + one.prompt;
        const auto prompt = tests.prompts.find(one.prompt);
        const PromptVersion* version = nullptr;
        if (prompt == tests.prompts.end()) {
            wrong("there is no prompt " + one.prompt);
        } else {
            const std::string& wanted = one.version.empty() ? prompt->second.defaultVersion : one.version;
            version = findVersion(prompt->second, wanted);
            label += " " + wanted;
            if (version == nullptr)
                wrong("prompt " + one.prompt + " has no version " + wanted);
        }
        if (version != nullptr)
            judgeVersion(*version, one);
        ++(m_wrong.empty() ? m_result.passed : m_result.failed);
        m_result.report += (m_wrong.empty() ? "ok    " : "FAIL  ") + label + ")" +
                           (m_wrong.empty() ? "" : "  " + one.where) + "\n" + m_wrong;
    }

    void judgeVersion(const PromptVersion& version, const PromptCase& one) {
        const auto rendered = renderComplete(version, one.variables);
        if (!rendered) {
            const std::string& said = rendered.error().message;
            if (!one.error)
                wrong("cannot be rendered: " + rendered.error().param + ": " + said);
            else if (said.find(*one.error) == std::string::npos)
                wrong("fails with “" + said + "”, not with “" + *one.error + "”");
            return;
        }
        if (one.error)
            wrong("renders, though it must fail with “" + *one.error + "”");
        expectText("system", one.system, rendered->system);
        expectText("user", one.user, rendered->user);
        if (one.model && version.model != one.model)
            wrong("is for the model " + version.model.value_or("(none)") + ", not " + *one.model);
        const auto has = [&](const std::string& text) {
            return rendered->system.find(text) != std::string::npos ||
                   rendered->user.find(text) != std::string::npos;
        };
        for (const std::string& text : one.contains) {
            if (!has(text))
                wrong("does not contain “" + text + "”");
        }
        for (const std::string& text : one.containsNot) {
            if (has(text))
                wrong("contains “" + text + "”");
        }
        if (one.snapshot)
            compare(one, snapshotText(version, *rendered));
    }

    void expectText(std::string_view name, const std::optional<std::string>& wanted,
                    const std::string& found) {
        if (!wanted || *wanted == found)
            return;
        wrong("the " + std::string(name) + " text is not what is expected (-) but (+)");
        m_wrong += lineDifference(*wanted, found, "        ");
    }

    void compare(const PromptCase& one, const std::string& now) {
        const fs::path file = m_snapshots / (one.name + ".json");
        const auto saved = fileText(file);
        if (saved == now)
            return;
        if (m_write) {
            std::error_code failure;
            fs::create_directories(m_snapshots, failure);
            std::ofstream out(file, std::ios::binary | std::ios::trunc);
            out << now;
            out.close();
            if (!out)
                wrong("its snapshot cannot be written to " + file.string());
            else
                ++m_written;
        } else if (!saved) {
            wrong("has no snapshot yet; --update writes it");
        } else {
            wrong("has changed since its snapshot (-); --update takes the new text (+)");
            m_wrong += lineDifference(trimmedEnd(*saved), trimmedEnd(now), "        ");
        }
    }

    void noteForgotten(const PromptTests& tests) {
        std::set<std::string> known;
        for (const PromptCase& one : tests.cases) {
            if (one.snapshot)
                known.insert(one.name + ".json");
        }
        std::error_code failure;
        std::set<std::string> forgotten;
        for (const auto& entry : fs::directory_iterator(m_snapshots, failure)) {
            const std::string name = entry.path().filename().string();
            if (!known.contains(name))
                forgotten.insert(name);
        }
        for (const std::string& name : forgotten)
            m_result.report += "note  snapshots/" + name + " is no case's any more\n";
    }

    void wrong(const std::string& what) { m_wrong += "      " + what + "\n"; }

    const fs::path m_snapshots;
    const bool m_write;
    PromptCheck m_result;
    std::string m_wrong; ///< with the case at hand
    int m_written = 0;
};

} // namespace

PromptCheck checkPrompts(const fs::path& directory, Snapshots snapshots) {
    const auto tests = readPromptTests(directory);
    if (!tests) {
        PromptCheck check;
        check.broken = tests.error();
        return check;
    }
    return Check(directory, snapshots).run(*tests);
}

} // namespace tollgate
