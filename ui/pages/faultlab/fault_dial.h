#pragma once
// Turns a simulated provider worse and back: remembers its options as they were before the first turn, also
// over a restart of the console, and puts exactly these back.

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <functional>

namespace tollgate::ui {

class ConsoleState;
class GatewayLink;

/// What can be dialled; shares are 0 to 1.
struct Faults {
    double latencyMs = 120;
    double errors = 0;
    double timeouts = 0;
    double rateLimited = 0;
    double stalled = 0;
    double truncated = 0;
    friend bool operator==(const Faults&, const Faults&) = default;

    static Faults of(const QJsonObject& options);
    QJsonObject patch() const; ///< of `options`
};

struct FaultPreset {
    QString id;
    QString text;
    Faults faults;
};
QList<FaultPreset> faultPresets();

/// Main thread.
class FaultDial : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<void(const QString& problem)>; ///< empty: done

    FaultDial(GatewayLink* link, ConsoleState* state, QObject* parent = nullptr);

    bool isDialled(const QString& provider) const;
    /// options: as the provider has them now; kept when this is the first turn.
    void apply(const QString& provider, const QJsonObject& options, const Faults& faults, Handler done);
    /// options: as they are now; what was not there before is taken away.
    void restore(const QString& provider, const QJsonObject& options, Handler done);

private:
    QJsonObject kept(const QString& provider) const;
    void keep(const QString& provider, const QJsonObject& options);
    void patch(const QString& provider, const QJsonObject& options, Handler done);

    GatewayLink* m_link;
    ConsoleState* m_state;
    QHash<QString, QJsonObject> m_kept;
};

} // namespace tollgate::ui
