#pragma once
// What an export has done so far, and a way to stop it. Hidden while none runs.

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tollgate::ui {

class ExportStrip : public QWidget {
    Q_OBJECT
public:
    explicit ExportStrip(QWidget* parent = nullptr);

    /// ofAll: how many there are; 0: not known. backToMs: when the oldest of them came; 0: none yet.
    void showProgress(int rows, qint64 ofAll, qint64 backToMs);
    QString text() const;
    QPushButton* cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace tollgate::ui
