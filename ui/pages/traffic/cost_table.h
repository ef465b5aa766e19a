#pragma once
// The lines a request's cost is made of, and what was reserved and given back.

#include "ui/pages/traffic/request_detail.h"

#include <QWidget>

class QVBoxLayout;

namespace tollgate::ui {

class CostTable : public QWidget {
    Q_OBJECT
public:
    /// withSources: also where each price comes from.
    explicit CostTable(bool withSources, QWidget* parent = nullptr);
    void setDetail(const RequestDetail& detail);

private:
    void addLine(const QString& what, const QString& aside, const QString& amount, bool total);

    QVBoxLayout* m_lines = nullptr;
    bool m_withSources;
};

} // namespace tollgate::ui
