#pragma once
// What stands on a page while the gateway does not run: that it is stopped or starting, and the way to start
// it where this console can; of a gateway elsewhere, that it cannot be reached. Main thread.

#include "ui/widgets/empty_state.h"

namespace tollgate::ui {

class GatewayLink;

class StoppedState : public EmptyState {
    Q_OBJECT
public:
    explicit StoppedState(GatewayLink& link, QWidget* parent = nullptr);

    /// As the gateway is now. otherwise: the second line when the gateway says nothing itself.
    void explain(const QString& otherwise = {});

private:
    GatewayLink& m_link;
};

} // namespace tollgate::ui
