#pragma once
// What can be taken back, the latest first: one stack for the whole console, so that it survives the pages.
// A step is sent only while what it would overwrite is still as the change left it; what somebody else
// changed since is told and left alone. What nobody can send again (a key's hash, credentials, a whole
// configuration) the gateway keeps for ten minutes. Main thread.

#include "ui/models/resource_row.h"
#include "ui/widgets/message_bar.h"

#include <QObject>
#include <QPointer>

namespace tollgate::ui {

class GatewayLink;
struct GatewayReply;

struct UndoStep {
    enum class Kind {
        Recreate, ///< a deleted object is made again from `body`
        Restore,  ///< a deleted object comes out of the gateway's bin
        Patch,    ///< `body` is sent as a merge patch
        Remove,   ///< what was made is deleted
        Document, ///< a change of many resources, which the gateway takes back by its version
    };
    Kind kind = Kind::Patch;
    QString name;      ///< what was done: "delete provider mock-a"
    ResourceSpec spec; ///< a collection without ids is one object: "/settings"
    QString id;
    QJsonObject body;
    QJsonObject after;         ///< of Patch and Remove: the object as the change left it
    bool restoreFirst = false; ///< of a patch: credentials that it took
    qint64 version = 0;        ///< of Document: config_version that the change made
    int number = 0;            ///< given by push()

    QString path() const;
};

class UndoStack : public QObject {
    Q_OBJECT
public:
    static constexpr int kMost = 50; ///< the oldest go first

    /// Says on `messages`, which may be null, what became of a step.
    explicit UndoStack(GatewayLink& link, MessageBar* messages = nullptr, QObject* parent = nullptr);
    /// The one of this gateway, made when it is first asked for; it lives as long as the link.
    static UndoStack* of(GatewayLink& link, MessageBar* messages);

    int push(UndoStep step);
    bool canUndo() const { return !m_steps.isEmpty(); }
    bool isBusy() const { return m_busy; }
    /// "Undo: delete provider mock-a"; empty when there is nothing.
    QString title() const;

    /// Takes back the latest step, or the one of that number. False: there is none, or one is under way.
    bool undo(int number = 0);
    void undoOrSay(int number = 0); ///< the same; says so where there is nothing
    /// The message bar's "Undo" for a step.
    MessageBar::Action action(int number);

    /// A patch back from `after` to `before`, if they differ in what `sent` touches. 0: they do not.
    int pushPatch(const QString& name, const ResourceSpec& spec, const QJsonObject& before,
                  const QJsonObject& after, const QJsonObject& sent);
    /// A write over many resources, as PUT /config and POST /models/import answer it. 0: it changed nothing.
    int pushDocument(const QString& name, const QJsonObject& answer);

Q_SIGNALS:
    void changed();
    /// A step went through; the object as it is again (empty for Document and Remove).
    void undone(const tollgate::ui::UndoStep& step, const QJsonObject& object);
    void failed(const tollgate::ui::UndoStep& step, const QString& message);

private:
    void run(const UndoStep& step);
    void check(const UndoStep& step);
    void write(const UndoStep& step);
    void patch(const UndoStep& step);
    void answered(const UndoStep& step, const GatewayReply& reply);
    void finish(const UndoStep& step, const QJsonObject& object);
    void fail(const UndoStep& step, const QString& message, bool keep);
    bool isAsLeft(const UndoStep& step, const QJsonObject& now) const;

    GatewayLink& m_link;
    QPointer<MessageBar> m_messages;
    QList<UndoStep> m_steps; ///< the latest last
    int m_numbers = 0;
    bool m_busy = false;
};

} // namespace tollgate::ui
