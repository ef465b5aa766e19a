#pragma once
// The writes behind a form: create, patch, delete; one after the other, each a step on the undo stack. What
// the API answers is the truth. A deletion is sent at once, whatever can be undone: what a person believes to
// be gone must not work until some console ends. What it took and cannot be sent again (a key's hash,
// credentials) lies in the gateway's bin for ten minutes (gateway/admin/undo_bin.h), so an undo needs no
// secret, and nothing is half done when the console closes or the gateway is lost in between. Main thread.

#include "ui/models/resource_row.h"

#include <QObject>

#include <deque>
#include <functional>

namespace tollgate::ui {

class GatewayLink;
class UndoStack;

class ResourceEditor : public QObject {
    Q_OBJECT
public:
    /// Without a stack of the console's the editor has one of its own.
    explicit ResourceEditor(GatewayLink* link, QObject* parent = nullptr, UndoStack* undo = nullptr);

    bool isBusy() const { return m_busy; }

    void create(const ResourceSpec& spec, const QJsonObject& body);
    /// `before` is what was read; the undo of the change is worked out from it.
    void patch(const ResourceSpec& spec, const QJsonObject& before, const QJsonObject& patch);
    void remove(const ResourceSpec& spec, const QJsonObject& object);

    /// A change somebody else sent: it can be taken back, too.
    void remember(const ResourceSpec& spec, const QJsonObject& before, const QJsonObject& after);

    /// Takes back the latest change or deletion. False when there is nothing to take back.
    bool undo();
    UndoStack& undoStack() const { return *m_undo; }
    int latestStep() const { return m_latest; } ///< of the last write; 0: it cannot be taken back

Q_SIGNALS:
    void busyChanged();
    void created(const tollgate::ui::ResourceSpec& spec, const QJsonObject& object);
    void patched(const tollgate::ui::ResourceSpec& spec, const QJsonObject& before,
                 const QJsonObject& object);
    void removed(const tollgate::ui::ResourceSpec& spec, const QJsonObject& object);
    /// An undo went through; the object as it is again.
    void undone(const tollgate::ui::ResourceSpec& spec, const QJsonObject& object);
    void refused(const QString& message, const QString& param);

private:
    using Done = std::function<void(const QJsonObject&)>;
    void send(const QByteArray& method, const QString& path, const QJsonObject& body, Done done);
    /// Some answers leave the object out: then it is read.
    void withStored(const ResourceSpec& spec, const QString& id, const QJsonObject& answer, Done done);
    int pushPatch(const ResourceSpec& spec, const QJsonObject& before, const QJsonObject& after,
                  const QJsonObject& patch);
    void next();

    GatewayLink* m_link;
    UndoStack* m_undo;
    int m_latest = 0;
    std::deque<std::function<void()>> m_waiting;
    bool m_busy = false;
};

} // namespace tollgate::ui
