#pragma once
// What a client's own configuration file looks like once the client is pointed at the gateway: only the few
// lines it takes change, every other byte stays. Pure functions, any thread.
//
// Formats: Claude Code settings.json, `env` block (code.claude.com/docs/en/settings and llm-gateway-connect);
// Codex config.toml, `model_providers` (developers.openai.com/codex/config-reference; root keys stand before
// tables); Gemini CLI ~/.gemini/.env (geminicli.com/docs/reference/configuration).

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace tollgate::ui {

struct ClientTarget {
    QString baseUrl; ///< "http://127.0.0.1:8655", no path
    QString secret;
    QString model; ///< an alias
};

/// The new content, or for people why it could not be made: the file is not what the client could read.
using EditResult = tl::expected<QByteArray, QString>;

EditResult claudeSettings(const QByteArray& before, const ClientTarget& target);
EditResult codexConfig(const QByteArray& before, const ClientTarget& target);
EditResult geminiEnv(const QByteArray& before, const ClientTarget& target);

} // namespace tollgate::ui
