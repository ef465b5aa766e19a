#pragma once
// What the playground sends: a request in one of the three dialects, made of what stands in its fields. Texts
// that are JSON already (earlier messages, tools, other parameters) go out byte by byte. Pure.
// platform.openai.com/docs/api-reference/chat/create and /responses/create;
// docs.anthropic.com/en/api/messages

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

#include <tl/expected.hpp>

namespace tollgate::ui {

enum class PlayDialect { Chat, Responses, Messages };

QString dialectName(PlayDialect dialect); ///< for people: the name of the API
QString dialectId(PlayDialect dialect);   ///< as the ledger has it: "openai_chat"
QString dialectPath(PlayDialect dialect); ///< "/v1/chat/completions"
std::optional<PlayDialect> dialectOf(const QString& ledgerId);

struct PlayImage {
    QString name;
    QByteArray mime; ///< "image/png"; empty: `url` says where it is
    QByteArray bytes;
    QString url = {};
    friend bool operator==(const PlayImage&, const PlayImage&) = default;
};

struct PlayPrompt {
    PlayDialect dialect = PlayDialect::Chat;
    QString system;
    QString earlier; ///< a JSON array: messages (Responses: items) between system and user, in the dialect
    QString user;
    std::optional<double> temperature;
    std::optional<int> maxTokens;
    bool stream = true;
    QString tools; ///< a JSON array in the dialect; empty for none
    QString more;  ///< a JSON object with whatever else the dialect takes; empty for nothing
    QList<PlayImage> images;
    friend bool operator==(const PlayPrompt&, const PlayPrompt&) = default;

    bool isEmpty() const; ///< nothing that would be missed
};

struct PlayProblem {
    enum class Field { User, Earlier, Tools, More, Model };
    Field field = Field::User;
    QString text; ///< for people
};

/// Messages requires a limit (max_tokens): this one is sent where none is set.
constexpr int kMessagesTokens = 4'096;

/// `continuation`: elements that follow the user's message, each a JSON text: answers and results of tools.
tl::expected<QByteArray, PlayProblem> playBody(const PlayPrompt& prompt, const QString& model,
                                               const QList<QByteArray>& continuation = {});

/// The same as a version of a stored prompt: POST /prompts or /prompts/{name}/versions.
QJsonObject versionBody(const PlayPrompt& prompt, const QString& model, const QString& note);

/// What of a prompt a version does not hold, in words for people, in the order of the fields.
QStringList leftOutOfVersion(const PlayPrompt& prompt);

/// An image as a part of a message of the dialect.
QJsonObject imagePart(PlayDialect dialect, const PlayImage& image);

/// By what stands at the beginning of the file; empty for what is no image that models take.
QByteArray imageMime(const QByteArray& bytes);

/// The tools of one dialect as another one writes them; what is no function stays as it is. The text itself
/// when it is no array.
QString toolsFor(PlayDialect dialect, const QString& tools);

} // namespace tollgate::ui
