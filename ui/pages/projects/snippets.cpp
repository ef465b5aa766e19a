#include "ui/pages/projects/snippets.h"

namespace tollgate::ui::snippets {

QString make(Language language, const QString& url, const QString& secret, const QString& model) {
    QString text;
    switch (language) {
    case Language::Curl:
        text = QStringLiteral(
            "curl {url}/v1/chat/completions \\\n"
            "  -H 'Authorization: Bearer {secret}' -H 'Content-Type: application/json' \\\n"
            "  -d '{\"model\":\"{model}\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}'");
        break;
    case Language::Python:
        text = QStringLiteral(
            "from openai import OpenAI\n"
            "client = OpenAI(base_url=\"{url}/v1\", api_key=\"{secret}\")\n"
            "print(client.chat.completions.create(model=\"{model}\", "
            "messages=[{\"role\": \"user\", \"content\": \"Hello\"}]).choices[0].message.content)");
        break;
    case Language::Node:
        text = QStringLiteral(
            "import OpenAI from \"openai\";\n"
            "const client = new OpenAI({ baseURL: \"{url}/v1\", apiKey: \"{secret}\" });\n"
            "console.log((await client.chat.completions.create({ model: \"{model}\", "
            "messages: [{ role: \"user\", content: \"Hello\" }] })).choices[0].message.content);");
        break;
    }
    return text.replace(QStringLiteral("{url}"), url)
        .replace(QStringLiteral("{secret}"), secret)
        .replace(QStringLiteral("{model}"), model);
}

} // namespace tollgate::ui::snippets
