#pragma once
// Brings requests into a TrafficModel: pages of GET /requests while the reader scrolls down, live rows on
// top. Rows reach the model at most ten times a second. The filter language belongs to the gateway: with a
// filter set, live rows are the newest page of the same query, asked again. Main thread.

#include "ui/models/request_row.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace tollgate::ui {

class GatewayLink;
class TrafficModel;
struct GatewayReply;

class TrafficFeed : public QObject {
    Q_OBJECT
public:
    static constexpr int kPageSize = 200;
    static constexpr int kDrainMs = 100;
    static constexpr int kRequeryMs = 500;

    TrafficFeed(GatewayLink& link, TrafficModel& model, QObject* parent = nullptr);

    /// Asks anew when it differs from the current one.
    void setFilter(const QString& filter);
    const QString& filter() const { return m_filter; }

    void retry() { reload(); } ///< after a failure

    /// An inactive feed asks for nothing and ignores live rows; it catches up when it wakes.
    void setActive(bool active);
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    int pendingCount() const {
        return m_pendingCount;
    } ///< rows that arrived while paused and match the filter
    bool pendingIsLeast() const { return m_pendingIsLeast; } ///< there are that many, or more

    bool hasAnswer() const { return m_hasAnswer; } ///< the current filter was answered at least once
    /// Also while an empty list is still being looked for in older requests.
    bool isLoading() const;
    qint64 ledgerRows() const { return m_ledgerRows; } ///< -1 when unknown
    /// Less than a page was found so far, and older requests are being looked through.
    bool isSeeking() const { return m_seeking; }
    qint64 matchedInMs() const { return m_matchedInMs; } ///< until the first page was whole; -1 when unknown
    const QString& filterError() const { return m_filterError; } ///< why the gateway refused the filter
    const QString& description() const {
        return m_description;
    } ///< the filter read back in words, when the gateway does
    const QString& failure() const { return m_failure; } ///< anything else that went wrong

Q_SIGNALS:
    void changed();

private:
    using RowsHandler = std::function<void(const GatewayReply&, std::vector<RequestRow>)>;

    void lookAgain();
    void reload();
    void fetchOlder();
    void seekOn(std::size_t found);
    void requeryNewest();
    void countWaiting();
    void endSeeking();
    void ask(const QString& cursor, int limit, RowsHandler onRows);
    void onFirstPage(const GatewayReply& reply, std::vector<RequestRow> rows);
    void onNewestPage(std::vector<RequestRow> rows);
    void onEvent(const QString& type, const QJsonObject& data);
    void drain();
    void takeRefusal(const GatewayReply& reply);

    GatewayLink& m_link;
    TrafficModel& m_model;
    QString m_filter;
    QString m_cursor;
    QString m_filterError;
    QString m_description;
    QString m_failure;
    std::vector<RequestRow> m_arrived; ///< live rows since the last drain, oldest first
    QTimer m_drainTimer;
    QTimer m_requeryTimer;
    QElapsedTimer m_clock;
    qint64 m_ledgerRows = -1;
    qint64 m_matchedInMs = -1;
    int m_pendingCount = 0;
    std::size_t m_sought = 0; ///< rows of the page that is being put together from several answers
    int m_generation = 0;     ///< replies to an older question are dropped
    bool m_active = false;
    bool m_paused = false;
    bool m_loading = false;
    bool m_seeking = false;
    bool m_timing = false; ///< m_clock runs: since the first page of this filter was asked for
    bool m_pendingIsLeast = false;
    bool m_askingOlder = false;
    bool m_askingNewest = false;
    bool m_hasAnswer = false;
    bool m_missedRows = false; ///< rows were dropped while inactive or paused: ask instead of showing a hole
};

} // namespace tollgate::ui
