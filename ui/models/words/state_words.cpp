// How the gateway is: notices, the security self-check, secrets, databases, telemetry.

#include "ui/models/gateway_tables.h"

#include <QtGlobal>

#include <array>

namespace tollgate::ui {

namespace {

constexpr auto kTemplates = std::to_array<GatewayTemplate>({
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "The ledger cannot be written: %1. Requests are refused until it can.")},
    {QT_TRANSLATE_N_NOOP(
        "GatewayWords",
        "The ledger cannot be written: %1. Requests are served; %n records wait to be written.")},
    {QT_TRANSLATE_N_NOOP("GatewayWords", "%n requests were served and could not be recorded.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Other machines can reach this gateway at %1. Every request needs a "
                                       "client key, whatever the settings say."),
     "", "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "The database is damaged and cannot be made anew: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The database was damaged (%1) and is kept as %2: %3")},
    {QT_TRANSLATE_NOOP("GatewayWords", "found while it was in use")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the configuration is that of its last backup, version %1"), "", "",
     "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "the configuration was read from the damaged file, version %1"), "",
     "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "only a part of the configuration could be read, and there is no backup of it")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "the configuration is lost: nothing of it could be read, and there is no backup of it")},
    {QT_TRANSLATE_N_NOOP("GatewayWords",
                         "%n requests were read from it; what the journal holds beyond them is replayed.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a new database cannot be filled: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 cannot be put in its place")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot make the journal directory %1: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot open %1: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot write %1: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Listens on this machine only, unless told otherwise")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The gateway does not listen.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Other machines can reach %1; client keys are compulsory."), "", "",
     "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "Listens on %1."), "", "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "Answers only for its own names (DNS rebinding)")},
    {QT_TRANSLATE_NOOP("GatewayWords", "127.0.0.1, localhost and [::1]; anything else is 421.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "127.0.0.1, localhost and [::1], %1; anything else is 421.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Web pages may not call it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "No origin is allowed.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Allowed origins: %1.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Forms, plain text and cross-site requests are refused.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Every caller has a key of its own")},
    {QT_TRANSLATE_N_NOOP("GatewayWords", "%n keys, kept as bcrypt")},
    {QT_TRANSLATE_N_NOOP("GatewayWords", "%n keys, kept as bcrypt; %1 never expire.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 never expire."), "", "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "settings.auth is optional_on_loopback, which does not apply at this address.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "settings.auth is optional_on_loopback: every program of every user here is let in.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 can be read or changed by others."), "", "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 belongs to another user."), "", "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "Provider keys are sealed and its files are private")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The master key is in: %1."), "", "1", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "No request chooses where it is sent")},
    {QT_TRANSLATE_N_NOOP("GatewayWords",
                         "Only the %n configured providers are called, whatever a body or header names.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "It cannot be made to fetch for others")},
    {QT_TRANSLATE_NOOP("GatewayWords", "No redirect is followed and no URL inside a request is fetched.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "settings.webhook_allow_private allows webhooks into private networks.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Webhooks are signed and go only where they may")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "The address is judged when it is connected to, so no name can lead elsewhere; link-local and cloud "
        "metadata addresses are refused always, redirects are not followed, no proxy is used. HMAC-SHA256 "
        "over the exact bytes, with an id and a time against replay; secrets are kept sealed.")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "The address is judged when it is connected to, so no name can lead elsewhere; link-local and cloud "
        "metadata addresses are refused always, redirects are not followed, no proxy is used.")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "HMAC-SHA256 over the exact bytes, with an id and a time against replay; secrets are kept sealed.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "Loopback and private networks are allowed by settings.webhook_allow_private.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Loopback and private networks are refused.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Tasks run as the key that handed them in")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "Only the key's id is kept: what it may and has left is looked at when the task runs.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Results are its project's alone, go after %1 h and are bounded by %2 "
                                       "MiB for a project, %3 MiB in all.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Sizes, times and connections are bounded")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 KiB of head, %2 MiB of body, no compressed bodies, %3 s for a "
                                       "head, %4 s between pieces of a body, %5 connections.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The admin API takes its own token and no cookie")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "A bearer token; client keys are refused there, and it is refused elsewhere.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "TOLLGATE_ADMIN_TOKEN is shorter than 16 characters.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Ambiguous requests are refused, callers' credentials go nowhere")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Both lengths, folded fields and doubled hosts are refused; of the "
                                       "caller's headers providers get only those on a list.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Prompts and answers are not kept")},
    {QT_TRANSLATE_NOOP("GatewayWords", "capture_bodies is off.")},
    {QT_TRANSLATE_N_NOOP("GatewayWords", "capture_bodies is all; bodies are kept for %n days.")},
    {QT_TRANSLATE_N_NOOP("GatewayWords", "capture_bodies is errors; bodies are kept for %n days.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Nothing a caller sends is run")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "Every value reaches SQL as a bound parameter; there are no plug-ins and no scripts.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Connections to providers are verified")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Certificates and names are always checked.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Provider %1 is called without TLS."), "", "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 has its own authorities in %2."), "", "", "12"},
    {QT_TRANSLATE_NOOP("GatewayWords", "That file cannot be read.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "A proxy is used, from %1."), "", "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "Nobody else uses this data directory")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Locked by this process.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The data directory is not locked by this process.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "provider credentials are sealed with a key in the file %1 (%2); whoever can read "
                       "both that file and the database can read the credentials")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the master key comes from TOLLGATE_MASTER_KEY")},
    {QT_TRANSLATE_NOOP("GatewayWords", "it was there already")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "the master key is in the desktop's keychain, and there is no session bus to reach it by")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no session bus, so no keychain")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the keychain did not answer in time")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the keychain's entry %1: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the master key is in the desktop's keychain, but: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "its entry is gone")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the keychain does not answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a master key is 64 hex digits or the base64 of 32 bytes")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot be created")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 cannot be created")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot be written")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot be synced")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot be opened")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot be examined")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot be read")},
    {QT_TRANSLATE_NOOP("GatewayWords", "is a symbolic link; the master key must be a file of its own")},
    {QT_TRANSLATE_NOOP("GatewayWords", "is not a regular file")},
    {QT_TRANSLATE_NOOP("GatewayWords", "belongs to another user")},
    {QT_TRANSLATE_NOOP("GatewayWords", "is open to others and its mode cannot be set to 0600")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1: was open to other users; its mode is 0600 now. Consider the "
                                       "credentials sealed with it as known to whoever could read it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "not a sealed secret of a known version")},
    {QT_TRANSLATE_NOOP("GatewayWords", "sealed with another master key, for another owner, or damaged")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the headers of otlp_endpoint cannot be used: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the credentials of provider %1 cannot be used: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "no master key")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the stored %1 %2: %3"), "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "the stored %1 %2 cannot be read"), "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 rejected %2: %3"), "", "", "12"},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 answered %2"), "", "", "12"},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 answered %2, a redirect, which is not followed")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the gateway is stopping")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the database has no config_version")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the new database cannot be read")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 cannot be moved aside: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "the database was written by a newer version of Tollgate (migration %1)")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot keep replies: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the ledger cannot be read: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot open the ledger: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot read the ledger: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the ledger is not running")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the database refused it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the ledger goes offline")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the database refused a write")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 is no backup of a configuration")},
    {QT_TRANSLATE_NOOP("GatewayWords", "database disk image is malformed")},
    {QT_TRANSLATE_NOOP("GatewayWords", "file is not a database")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the system has no random numbers")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "Allowed origins: %1. Forms, plain text and cross-site requests are refused.")},
});

} // namespace

std::span<const GatewayTemplate> stateTemplates() {
    return kTemplates;
}

} // namespace tollgate::ui
