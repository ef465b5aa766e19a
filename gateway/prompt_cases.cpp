#include "gateway/prompt_cases.h"

#include "gateway/admin/config_text.h"
#include "gateway/config/field_reader.h"
#include "gateway/prompts/prompt_file.h"
#include "gateway/prompts/prompt_template.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tollgate {

namespace {

namespace fs = std::filesystem;

/// A name that is also a file's.
std::optional<std::string> caseNameMistake(std::string_view name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.';
    };
    if (name.starts_with('.') || !std::ranges::all_of(name, fits))
        return "must have letters, digits, _, - and dots only: a snapshot is named after it";
    return std::nullopt;
}

bool readExpectations(FieldReader& in, PromptCase& out) {
    bool any = false;
    in.nested("expect", [&](FieldReader& expect) {
        expect.text("system", out.system, {false, 1024 * 1024, nullptr});
        expect.text("user", out.user, {false, 1024 * 1024, nullptr});
        expect.text("model", out.model);
        expect.texts("contains", out.contains, {true, 65536, nullptr});
        expect.texts("contains_not", out.containsNot, {true, 65536, nullptr});
        expect.text("error", out.error);
        any = out.system || out.user || out.model || !out.contains.empty() || !out.containsNot.empty() ||
              out.error;
        if (!any)
            expect.fail("", "says nothing; there are system, user, model, contains, contains_not, error");
    });
    return any;
}

class Reader {
public:
    tl::expected<PromptTests, std::string> read(const fs::path& directory) {
        std::error_code failure;
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(directory, failure)) {
            const std::string extension = entry.path().extension().string();
            if (entry.is_regular_file() && (extension == ".yaml" || extension == ".yml"))
                files.push_back(entry.path());
        }
        if (failure)
            return tl::unexpected(directory.string() + ": " + failure.message());
        std::ranges::sort(files);
        for (const fs::path& file : files) {
            if (auto mistake = readFile(file); !mistake.empty())
                return tl::unexpected(mistake);
        }
        if (m_tests.cases.empty())
            return tl::unexpected(directory.string() + ": no file there has cases");
        return std::move(m_tests);
    }

private:
    std::string readFile(const fs::path& path) {
        m_file = path.filename().string();
        auto text = fileText(path);
        if (!text)
            return m_file + ": cannot be read";
        m_text = *std::move(text);
        const auto document = parseConfigText(m_text);
        if (!document)
            return m_file + ":" + std::to_string(document.error().line) + ": " + document.error().message;
        if (const auto* prompts = document->if_contains("prompts")) {
            if (auto mistake = readPrompts(*prompts); !mistake.empty())
                return mistake;
        }
        if (!document->contains("cases"))
            return {};
        FieldReader in(*document);
        in.each("cases", [this](FieldReader& item) { readCase(item); });
        in.raw("prompts");
        const auto done = in.finish(true);
        return done ? std::string() : at(done.error());
    }

    std::string readPrompts(const boost::json::value& prompts) {
        if (prompts.is_object()) {
            const auto entries = readPromptFile(prompts.get_object());
            if (!entries)
                return at(entries.error());
            for (const PromptFileEntry& entry : *entries) {
                if (auto mistake = add(planPromptEntry(nullptr, entry, 0).prompt); !mistake.empty())
                    return mistake;
            }
            return {};
        }
        if (!prompts.is_array())
            return at({"prompts", "must be a mapping of names or a list"});
        for (std::size_t i = 0; i < prompts.get_array().size(); ++i) {
            const std::string where = "prompts[" + std::to_string(i) + "]";
            const boost::json::value& item = prompts.get_array()[i];
            if (!item.is_object())
                return at({where, "must be an object"});
            auto prompt = promptFromJson(item.get_object());
            if (!prompt)
                return at({where + "." + prompt.error().param, prompt.error().message});
            if (auto mistake = add(*std::move(prompt)); !mistake.empty())
                return mistake;
        }
        return {};
    }

    std::string add(Prompt prompt) {
        const std::string name = prompt.name;
        if (!m_tests.prompts.emplace(name, std::move(prompt)).second)
            return m_file + ": the prompt " + name + " is there twice";
        return {};
    }

    void readCase(FieldReader& item) {
        PromptCase one;
        item.text("name", one.name, {true, 100, caseNameMistake});
        item.text("prompt", one.prompt, {true, 128, nullptr});
        item.text("version", one.version, {false, 32, nullptr});
        item.object("variables", one.variables);
        one.snapshot = !readExpectations(item, one);
        item.boolean("snapshot", one.snapshot);
        if (one.error && one.snapshot)
            item.fail("snapshot", "cannot be had of what must not render");
        if (std::ranges::find(m_tests.cases, one.name, &PromptCase::name) != m_tests.cases.end())
            item.fail("name", "is another case's");
        const std::string param = "cases[" + std::to_string(casesIn(m_file)) + "]";
        one.where = m_file + ":" + std::to_string(lineOfField(m_text, param));
        m_tests.cases.push_back(std::move(one));
    }

    /// How many cases of that file there are already.
    std::size_t casesIn(const std::string& file) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            m_tests.cases, [&](const PromptCase& one) { return one.where.starts_with(file + ":"); }));
    }

    std::string at(const FieldError& error) const {
        return m_file + ":" + std::to_string(lineOfField(m_text, error.param)) + ": " + error.param + " " +
               error.message;
    }

    PromptTests m_tests;
    std::string m_file;
    std::string m_text;
};

} // namespace

std::optional<std::string> fileText(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

tl::expected<PromptTests, std::string> readPromptTests(const fs::path& directory) {
    return Reader().read(directory);
}

} // namespace tollgate
