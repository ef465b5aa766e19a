#pragma once
// How far a LongWork is, in words and as a bar, and the button that stops it. There only while it takes its
// time. Main thread.

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tollgate::ui {

class LongWork;

class WorkBar : public QWidget {
    Q_OBJECT
public:
    /// `what` is said to those who hear it and shown before the numbers: "Import".
    WorkBar(LongWork& work, const QString& what, QWidget* parent = nullptr);

    void setWhat(const QString& what);
    QString text() const;
    QProgressBar* bar() const { return m_bar; }
    QPushButton* stopButton() const { return m_stop; }

private:
    void present();

    LongWork& m_work;
    QString m_what;
    QTimer m_patience; ///< what is done at once needs no bar
    QLabel* m_label = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_stop = nullptr;
};

} // namespace tollgate::ui
