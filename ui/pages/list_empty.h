#pragma once
// What stands where a list of requests would be: one reason at a time, each with the way out. The pages add
// what is empty in their own way. Main thread.

#include "ui/widgets/current_stack.h"

#include <functional>

namespace tollgate::ui {

class EmptyState;
class GatewayLink;
class StoppedState;

class ListEmpty : public CurrentStack {
    Q_OBJECT
public:
    QString title() const; ///< of what is shown; empty while nothing is known yet

Q_SIGNALS:
    void clearFilterWanted();
    void retryWanted();

protected:
    ListEmpty(GatewayLink& link, const QString& failedTitle, QWidget* parent);

    GatewayLink& link() const { return m_link; }
    EmptyState* addState(const QString& icon); ///< without words until the page gives it some
    /// A line that offers a request to copy.
    static QWidget* sampleLine(const QString& label, std::function<QString()> sample, QWidget* parent);

    void showLoading();
    void showFiltered(const QString& title, const QString& text);
    void showStopped(const QString& otherwise); ///< what it means, when the gateway does not say why
    void showFailed(const QString& failure);    ///< in the gateway's words

private:
    GatewayLink& m_link;
    QString m_failedTitle;
    QWidget* m_loading = nullptr;
    EmptyState* m_filtered = nullptr;
    StoppedState* m_stopped = nullptr;
    EmptyState* m_failed = nullptr;
};

} // namespace tollgate::ui
