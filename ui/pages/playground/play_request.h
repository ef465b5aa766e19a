#pragma once
// What the playground sends: an OpenAI chat completion made of what stands in its fields. Pure.

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

#include <tl/expected.hpp>

namespace tollgate::ui {

struct PlayImage {
    QString name;
    QByteArray mime; ///< "image/png"
    QByteArray bytes;
};

struct PlayPrompt {
    QString system;
    QString user;
    std::optional<double> temperature;
    std::optional<int> maxTokens;
    bool stream = true;
    QString tools; ///< a JSON array as typed; empty for none
    QList<PlayImage> images;
};

struct PlayProblem {
    enum class Field { User, Tools, Model };
    Field field = Field::User;
    QString text; ///< for people
};

/// platform.openai.com/docs/api-reference/chat/create: messages, tools, stream_options.include_usage, image
/// parts as data URLs.
tl::expected<QByteArray, PlayProblem> playBody(const PlayPrompt& prompt, const QString& model);

/// The same as a version of a stored prompt: POST /prompts or /prompts/{name}/versions.
QJsonObject versionBody(const PlayPrompt& prompt, const QString& model, const QString& note);

/// By what stands at the beginning of the file; empty for what is no image that models take.
QByteArray imageMime(const QByteArray& bytes);

} // namespace tollgate::ui
