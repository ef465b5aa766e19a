#pragma once
// QTcpServer that makes EdgeConnections of what it accepts, and turns away what is too many.

#include <QTcpServer>

#include <cstdint>
#include <vector>

namespace tollgate {

class EdgeContext;

class EdgeListener final : public QTcpServer {
public:
    explicit EdgeListener(EdgeContext& context);
    ~EdgeListener() override;

    /// Closes those turned away that have had their time.
    void sweep(std::int64_t nowNs);
    bool hasTurnedAway() const { return !m_turnedAway.empty(); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct TurnedAway {
        int descriptor;
        std::int64_t untilNs;
    };

    void turnAway(int descriptor);

    EdgeContext& m_context;
    std::vector<TurnedAway> m_turnedAway;
};

} // namespace tollgate
