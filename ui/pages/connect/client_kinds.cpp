#include "ui/pages/connect/client_kinds.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tollgate::ui {
namespace {

using Samples = QList<ClientSample>;

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

QString fill(const char* text, const ClientTarget& target) {
    return QString::fromLatin1(text)
        .replace(QStringLiteral("{url}"), target.baseUrl)
        .replace(QStringLiteral("{key}"), target.secret)
        .replace(QStringLiteral("{model}"), target.model);
}

QByteArray chatBody(const QString& model) {
    return QJsonDocument(
               QJsonObject{{QStringLiteral("model"), model},
                           {QStringLiteral("max_tokens"), 16},
                           {QStringLiteral("messages"),
                            QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                                   {QStringLiteral("content"), QStringLiteral("Say OK.")}}}}})
        .toJson(QJsonDocument::Compact);
}

QByteArray responsesBody(const QString& model) {
    return QJsonDocument(QJsonObject{{QStringLiteral("model"), model},
                                     {QStringLiteral("max_output_tokens"), 16},
                                     {QStringLiteral("input"), QStringLiteral("Say OK.")}})
        .toJson(QJsonDocument::Compact);
}

QByteArray geminiBody(const QString&) {
    return R"({"contents":[{"role":"user","parts":[{"text":"Say OK."}]}]})";
}

ClientSample openAiEnvironment(const ClientTarget& target) {
    return {tr("Environment"), fill("export OPENAI_BASE_URL={url}/v1\nexport OPENAI_API_KEY={key}", target)};
}

/// The program's own file as it would be if it held nothing else.
ClientSample wholeFile(const QString& title, EditResult (*edit)(const QByteArray&, const ClientTarget&),
                       const ClientTarget& target) {
    const EditResult text = edit({}, target);
    return {title, text ? QString::fromUtf8(*text).trimmed() : QString()};
}

/// The facts that every program has.
ClientKind makeKind(const char* id, const QString& title, const QString& text, const QStringList& agents) {
    ClientKind kind;
    kind.id = QString::fromLatin1(id);
    kind.title = title;
    kind.text = text;
    kind.agents = agents;
    return kind;
}

const QString kChat = QStringLiteral("/v1/chat/completions");

ClientKind openAiPython() {
    ClientKind kind = makeKind("openai-python", QStringLiteral("OpenAI SDK · Python"),
                               tr("Any program with the openai package. Two variables, no change of code."),
                               {QStringLiteral("OpenAI/Python"), QStringLiteral("AsyncOpenAI/Python")});
    kind.samples = [](const ClientTarget& target) {
        return Samples{
            openAiEnvironment(target),
            {QStringLiteral("Python"),
             fill("from openai import OpenAI\n\nclient = OpenAI(base_url=\"{url}/v1\", api_key=\"{key}\")\n"
                  "answer = client.chat.completions.create(\n    model=\"{model}\",\n"
                  "    messages=[{\"role\": \"user\", \"content\": \"Hello\"}],\n)\n"
                  "print(answer.choices[0].message.content)",
                  target)}};
    };
    kind.probePath = kChat;
    kind.probeBody = chatBody;
    return kind;
}

ClientKind openAiNode() {
    ClientKind kind = openAiPython();
    kind.id = QStringLiteral("openai-node");
    kind.title = QStringLiteral("OpenAI SDK · Node");
    kind.text = tr("Any program with the openai package of npm. Two variables, no change of code.");
    kind.agents = {QStringLiteral("OpenAI/JS")};
    kind.samples = [](const ClientTarget& target) {
        return Samples{openAiEnvironment(target),
                       {QStringLiteral("JavaScript"),
                        fill("import OpenAI from \"openai\";\n\n"
                             "const client = new OpenAI({ baseURL: \"{url}/v1\", apiKey: \"{key}\" });\n"
                             "const answer = await client.chat.completions.create({\n  model: \"{model}\",\n"
                             "  messages: [{ role: \"user\", content: \"Hello\" }],\n});\n"
                             "console.log(answer.choices[0].message.content);",
                             target)}};
    };
    return kind;
}

ClientKind anthropicSdk() {
    ClientKind kind =
        makeKind("anthropic-sdk", QStringLiteral("Anthropic SDK"),
                 tr("Programs with the anthropic package. The address has no /v1: the SDK adds it."),
                 {QStringLiteral("Anthropic/"), QStringLiteral("AsyncAnthropic/")});
    kind.samples = [](const ClientTarget& target) {
        return Samples{
            {tr("Environment"),
             fill("export ANTHROPIC_BASE_URL={url}\nexport ANTHROPIC_API_KEY={key}", target)},
            {QStringLiteral("Python"),
             fill("from anthropic import Anthropic\n\n"
                  "client = Anthropic(base_url=\"{url}\", api_key=\"{key}\")\n"
                  "answer = client.messages.create(\n    model=\"{model}\",\n    max_tokens=256,\n"
                  "    messages=[{\"role\": \"user\", \"content\": "
                  "\"Hello\"}],\n)\nprint(answer.content[0].text)",
                  target)},
            {QStringLiteral("JavaScript"),
             fill("import Anthropic from \"@anthropic-ai/sdk\";\n\n"
                  "const client = new Anthropic({ baseURL: \"{url}\", apiKey: \"{key}\" });\n"
                  "const answer = await client.messages.create({\n  model: \"{model}\",\n  max_tokens: 256,\n"
                  "  messages: [{ role: \"user\", content: \"Hello\" "
                  "}],\n});\nconsole.log(answer.content[0].text);",
                  target)}};
    };
    kind.probePath = QStringLiteral("/v1/messages");
    kind.probeBody = chatBody; // the same members in both dialects
    return kind;
}

ClientKind claudeCode() {
    ClientKind kind = anthropicSdk();
    kind.id = QStringLiteral("claude-code");
    kind.title = QStringLiteral("Claude Code");
    kind.text =
        tr("Speaks the Anthropic Messages API. The env block of its settings file wins over the shell.");
    kind.agents = {QStringLiteral("claude-cli"), QStringLiteral("claude-code")};
    kind.samples = [](const ClientTarget& target) {
        return Samples{
            wholeFile(QStringLiteral("settings.json"), claudeSettings, target),
            {tr("Environment"),
             fill("export ANTHROPIC_BASE_URL={url}\nexport ANTHROPIC_AUTH_TOKEN={key}\n"
                  "export ANTHROPIC_MODEL={model}\nexport ANTHROPIC_DEFAULT_HAIKU_MODEL={model}\nclaude",
                  target)}};
    };
    kind.file = QStringLiteral(".claude/settings.json");
    kind.folderVariable = "CLAUDE_CONFIG_DIR";
    kind.edit = claudeSettings;
    kind.afterwards = tr("Start claude again; /status shows the address and the token.");
    kind.caution = tr("When ANTHROPIC_API_KEY is set as well, it goes out beside the token: unset it.");
    return kind;
}

ClientKind codex() {
    ClientKind kind = makeKind("codex", QStringLiteral("Codex CLI"),
                               tr("Speaks the OpenAI Responses API to a provider of its configuration file."),
                               {QStringLiteral("codex"), QStringLiteral("Codex")});
    kind.samples = [](const ClientTarget& target) {
        return Samples{wholeFile(QStringLiteral("config.toml"), codexConfig, target)};
    };
    kind.file = QStringLiteral(".codex/config.toml");
    kind.folderVariable = "CODEX_HOME";
    kind.edit = codexConfig;
    kind.afterwards = tr("Start codex again: it reads the file only then.");
    kind.probePath = QStringLiteral("/v1/responses");
    kind.probeBody = responsesBody;
    return kind;
}

ClientKind geminiCli() {
    ClientKind kind =
        makeKind("gemini-cli", QStringLiteral("Gemini CLI"),
                 tr("Speaks only Google's own generateContent API."), {QStringLiteral("GeminiCLI")});
    kind.samples = [](const ClientTarget& target) {
        return Samples{wholeFile(QStringLiteral(".env"), geminiEnv, target)};
    };
    kind.file = QStringLiteral(".gemini/.env");
    kind.edit = geminiEnv;
    kind.afterwards = tr("Start gemini again and choose \"Use Gemini API key\" if it asks.");
    kind.probePath = QStringLiteral("/v1beta/models/{model}:generateContent");
    kind.probeBody = geminiBody;
    return kind;
}

ClientKind cursor() {
    ClientKind kind =
        makeKind("cursor", QStringLiteral("Cursor"),
                 tr("Settings, Models, API Keys: turn on OpenAI API Key and Override OpenAI Base URL."),
                 {QStringLiteral("Cursor")});
    kind.samples = [](const ClientTarget& target) {
        return Samples{{tr("Fields"), fill("OpenAI API Key             {key}\n"
                                           "Override OpenAI Base URL   {url}/v1\n"
                                           "Add model                  {model}",
                                           target)}};
    };
    kind.needsPublicAddress = true;
    kind.caution =
        tr("The override holds for all OpenAI models of Cursor; its Tab completion keeps its own.");
    kind.probePath = kChat;
    kind.probeBody = chatBody;
    return kind;
}

ClientKind langChain() {
    ClientKind kind = openAiPython();
    kind.id = QStringLiteral("langchain");
    kind.title = QStringLiteral("LangChain");
    kind.text = tr("ChatOpenAI, or any chain on top of it. It calls through the OpenAI SDK.");
    kind.samples = [](const ClientTarget& target) {
        return Samples{
            {QStringLiteral("Python"), fill("from langchain_openai import ChatOpenAI\n\n"
                                            "model = ChatOpenAI(\n    model=\"{model}\",\n"
                                            "    base_url=\"{url}/v1\",\n    api_key=\"{key}\",\n)\n"
                                            "print(model.invoke(\"Hello\").content)",
                                            target)},
            {QStringLiteral("JavaScript"),
             fill("import { ChatOpenAI } from \"@langchain/openai\";\n\n"
                  "const model = new ChatOpenAI({\n  model: \"{model}\",\n  apiKey: \"{key}\",\n"
                  "  configuration: { baseURL: \"{url}/v1\" },\n});\n"
                  "console.log((await model.invoke(\"Hello\")).content);",
                  target)}};
    };
    return kind;
}

ClientKind curl() {
    ClientKind kind = makeKind("curl", QStringLiteral("curl"), tr("The shortest way to see that it works."),
                               {QStringLiteral("curl/")});
    kind.samples = [](const ClientTarget& target) {
        return Samples{
            {tr("Chat"),
             fill("curl {url}/v1/chat/completions \\\n  -H 'Authorization: Bearer {key}' \\\n"
                  "  -H 'Content-Type: application/json' \\\n"
                  "  -d '{\"model\":\"{model}\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}'",
                  target)},
            {tr("Stream"),
             fill("curl -N {url}/v1/chat/completions \\\n  -H 'Authorization: Bearer {key}' \\\n"
                  "  -H 'Content-Type: application/json' \\\n"
                  "  -d "
                  "'{\"model\":\"{model}\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":"
                  "\"Hello\"}]}'",
                  target)},
            {tr("Models"), fill("curl {url}/v1/models -H 'Authorization: Bearer {key}'", target)}};
    };
    kind.probePath = kChat;
    kind.probeBody = chatBody;
    return kind;
}

} // namespace

bool ClientKind::isAgent(const QString& userAgent) const {
    for (const QString& agent : agents)
        if (userAgent.startsWith(agent))
            return true;
    return false;
}

QString ClientKind::pathBelow(const QString& home) const {
    const QString moved = folderVariable ? qEnvironmentVariable(folderVariable) : QString();
    if (!moved.isEmpty() && home == QDir::homePath())
        return moved + u'/' + file.section(u'/', 1);
    return home + u'/' + file;
}

QList<ClientKind> clientKinds() {
    return {claudeCode(), codex(),        geminiCli(), cursor(), openAiPython(),
            openAiNode(), anthropicSdk(), langChain(), curl()};
}

} // namespace tollgate::ui
