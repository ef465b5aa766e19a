#pragma once
// A row of exclusive choices in one frame; arrow keys move between them.

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace tollgate::ui {

class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(const QString& accessibleName, QWidget* parent = nullptr);

    void addSegment(const QString& id, const QString& text, const QString& toolTip = {});
    QString current() const;            ///< id of the chosen segment, empty without segments
    void setCurrent(const QString& id); ///< emits currentChanged only when it changes

Q_SIGNALS:
    void currentChanged(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group = nullptr;
    QHBoxLayout* m_row = nullptr;
    QString m_current;
};

} // namespace tollgate::ui
