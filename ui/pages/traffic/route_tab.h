#pragma once
// First tab of the inspector: where the time went, why this route, which flags had a say, what it cost.

#include "ui/pages/traffic/request_detail.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace tollgate::ui {

class CostTable;
class NumberedSentences;
class TimelineBars;

class RouteTab : public QScrollArea {
    Q_OBJECT
public:
    explicit RouteTab(QWidget* parent = nullptr);
    void setDetail(const RequestDetail& detail);

    NumberedSentences* reasons() const { return m_reasons; }

Q_SIGNALS:
    void curlWanted();
    void jsonWanted();
    void harWanted();

private:
    QLabel* addSection(QVBoxLayout* column, const QString& title, QWidget* content);

    QLabel* m_outcome = nullptr;
    TimelineBars* m_timeline = nullptr;
    QLabel* m_reasonsTitle = nullptr;
    NumberedSentences* m_reasons = nullptr;
    QLabel* m_timelineTitle = nullptr;
    QLabel* m_flagsTitle = nullptr;
    QLabel* m_flags = nullptr;
    QLabel* m_translationTitle = nullptr;
    NumberedSentences* m_translation = nullptr;
    CostTable* m_cost = nullptr;
};

} // namespace tollgate::ui
