#pragma once
// An entry of the sidebar: the page's title, and a count where something needs eyes.

#include <QAbstractButton>

class QPainter;

namespace tollgate::ui {

class NavButton : public QAbstractButton {
    Q_OBJECT
public:
    NavButton(const QString& id, const QString& title, const QString& icon, QWidget* parent = nullptr);

    QString id() const { return m_id; }
    int badge() const { return m_badge; }
    void setBadge(int count);
    int activity() const { return m_activity; }
    void setActivity(int running); ///< a quiet count of what is under way

    void setNarrow(bool narrow);   ///< its picture in place of its title
    void setCompact(bool compact); ///< lower, where the window is low

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_id;
    QString m_icon;
    bool m_narrow = false;
    bool m_compact = false;
    void describe();
    void paintNarrow(QPainter& painter);

    int m_badge = 0;
    int m_activity = 0;
};

} // namespace tollgate::ui
