#pragma once
// The applications and command line tools that can be pointed at the gateway: what each needs, in its own
// words, and how to recognise it in the ledger.

#include "ui/pages/connect/files/config_edits.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tollgate::ui {

struct ClientSample {
    QString title; ///< "Environment", "Python"
    QString text;
};

struct ClientKind {
    QString id;         ///< also the name of a key that is created for it
    QString title;      ///< its own name
    QString text;       ///< one sentence: what speaks which API
    QStringList agents; ///< how its User-Agent begins
    std::function<QList<ClientSample>(const ClientTarget&)> samples;
    QString file;                         ///< below the home directory; empty: it has none we write
    const char* folderVariable = nullptr; ///< environment variable that moves the folder of the file
    EditResult (*edit)(const QByteArray&, const ClientTarget&) = nullptr;
    QString afterwards;              ///< what to do when the file is written
    QString caution;                 ///< what does not work, whatever is configured
    bool needsPublicAddress = false; ///< its maker's servers call the gateway, not this machine
    QString probePath;
    QByteArray (*probeBody)(const QString& model) = nullptr;

    bool isAgent(const QString& userAgent) const;
    /// Where the file is; a variable counts only for the home directory of this user.
    QString pathBelow(const QString& home) const;
};

QList<ClientKind> clientKinds();

} // namespace tollgate::ui
