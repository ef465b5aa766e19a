#pragma once
// Everything known about one chosen request, in tabs. What callers and models wrote is shown as plain text
// only. Asks the gateway for the detail when a row is chosen; a newer choice makes an older answer void. Main
// thread.

#include "ui/models/file_export.h"
#include "ui/pages/traffic/request_detail.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace tollgate::ui {

class Badge;
class BodyView;
class CostTable;
class EmptyState;
class GatewayLink;
class NumberedSentences;
class RouteTab;

class RequestInspector : public QWidget {
    Q_OBJECT
public:
    explicit RequestInspector(GatewayLink& link, QWidget* parent = nullptr);

    void inspect(const RequestRow& row); ///< the head at once, the detail when it comes
    void clear();
    QString shownId() const { return m_row ? m_row->id : QString(); }
    const std::optional<RequestDetail>& detail() const { return m_detail; }
    QTabWidget* tabs() const { return m_tabs; }

    /// Copies the detail as a curl command once it is known; asks for it when it is not.
    void copyAsCurl(const RequestRow& row);
    void saveHar(const QString& path);

Q_SIGNALS:
    void left();                       ///< Esc: back to the list
    void said(const QString& message); ///< for the message bar
    void settingsWanted();
    void replayWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeCostTab();
    void ask();
    void showUnknown(const QString& why, const QString& text = {});
    void showFailure(const QString& problem);
    void fill();
    void showHead();
    void putCurl(const RequestDetail& detail);
    void chooseHarFile();

    GatewayLink& m_link;
    std::optional<RequestRow> m_row;
    std::optional<RequestDetail> m_detail;
    FileExport m_export;
    QTimer m_askTimer;
    int m_generation = 0;
    bool m_failed = false; ///< the newest question had no answer
    QWidget* m_filled = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_trace = nullptr;
    QLabel* m_when = nullptr;
    QLabel* m_problem = nullptr;
    Badge* m_status = nullptr;
    QTabWidget* m_tabs = nullptr;
    RouteTab* m_route = nullptr;
    BodyView* m_request = nullptr;
    BodyView* m_response = nullptr;
    CostTable* m_cost = nullptr;
    QLabel* m_usage = nullptr;
    QPlainTextEdit* m_headers = nullptr;
};

} // namespace tollgate::ui
