#pragma once
// One quiet line above the list: what the filter means or why it was refused, what waits while paused, what
// came in above while reading. Hidden when there is nothing to say.

#include "ui/widgets/paint.h"

#include <QWidget>

class QPushButton;

namespace tollgate::ui {

class NoticeStrip : public QWidget {
    Q_OBJECT
public:
    explicit NoticeStrip(QWidget* parent = nullptr);

    /// An empty text hides its half.
    void setFilterNote(const QString& text, Tone tone);
    void setLiveNote(const QString& text, const QString& action);

    QString filterNote() const;
    QString liveNote() const;

Q_SIGNALS:
    void actionClicked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    QLabel* m_filterNote = nullptr;
    QLabel* m_liveNote = nullptr;
    QPushButton* m_action = nullptr;
};

} // namespace tollgate::ui
