#pragma once
// A request of the ledger as the playground's fields have it. Pure. Secrets cannot come with it: the ledger
// keeps no header that holds one, and the playground asks with its own key.

#include "ui/pages/playground/play_request.h"
#include "ui/pages/traffic/request_detail.h"

namespace tollgate::ui {

struct Replay {
    enum class Body {
        Whole,
        NotKept,   ///< capture was off
        Cut,       ///< longer than what is kept of one
        Unreadable ///< no JSON object, or not of this dialect
    };
    PlayPrompt prompt;
    QString target; ///< as the caller named it: an alias, "provider/model", a model
    Body body = Body::NotKept;
    bool possible = true; ///< false for embeddings: nothing that could be asked here
    bool translated =
        false;           ///< the caller's own route is none of the three: Chat Completions stands in for it
    QStringList leftOut; ///< of a translated body: what has no form here, as the body names it
    QByteArray bytes;    ///< the caller's own, when they can go out again as they were
    QList<QPair<QByteArray, QByteArray>> headers; ///< of the caller's, those that change what the body means
};

Replay replayOf(const RequestDetail& detail);

/// The caller's own bytes with another model; nothing else is touched.
QByteArray withModel(const QByteArray& body, const QString& model);

} // namespace tollgate::ui
