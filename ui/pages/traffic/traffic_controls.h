#pragma once
// The Traffic page's part of the title row: filter, quick filters, pause, export.

#include "ui/pages/traffic/filter_field.h"

#include <QWidget>

class QPushButton;

namespace tollgate::ui {

class SegmentedControl;

class TrafficControls : public QWidget {
    Q_OBJECT
public:
    explicit TrafficControls(FilterLineEdit::Values values, QWidget* parent = nullptr);

    FilterLineEdit* filter() const { return m_filter; }
    SegmentedControl* quick() const { return m_quick; }
    QPushButton* pauseButton() const { return m_pause; }
    QPushButton* exportButton() const { return m_export; }

    void showPaused(bool paused);
    /// The filter of a quick choice in the query language: "errors" → "status:>=400".
    static QString quickFilter(const QString& id);

Q_SIGNALS:
    void pauseClicked();
    void csvWanted();
    void jsonLinesWanted();
    void harWanted();

private:
    FilterLineEdit* m_filter = nullptr;
    SegmentedControl* m_quick = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace tollgate::ui
