#pragma once
// Questions at a terminal, or over a pipe. Questions go to stderr, so that stdout holds results only.

#include <QString>

#include <optional>

namespace tollgate {

class Terminal {
public:
    void say(const QString& line);
    /// The answer, or `usual` when there is none; nothing at the end of the input.
    std::optional<QString> ask(const QString& question, const QString& usual = {});
    /// What is typed does not show.
    std::optional<QString> askSecret(const QString& question);
    std::optional<bool> askYes(const QString& question, bool usual);

private:
    std::optional<QString> line();
};

} // namespace tollgate
