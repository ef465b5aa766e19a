#pragma once
// Where the time of one request went: a bar per part on one common axis.

#include "ui/pages/traffic/request_detail.h"

#include <QWidget>

namespace tollgate::ui {

class TimelineBars : public QWidget {
    Q_OBJECT
public:
    explicit TimelineBars(QWidget* parent = nullptr);
    void setParts(const QList<TimelinePart>& parts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;

    QList<TimelinePart> m_parts;
    double m_totalMs = 0;
};

/// Numbered sentences; names of targets stand in the monospaced font. Plain text, whatever it contains.
class NumberedSentences : public QWidget {
    Q_OBJECT
public:
    explicit NumberedSentences(QWidget* parent = nullptr);
    void setSentences(const QStringList& sentences);
    QStringList sentences() const { return m_sentences; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Lays out, and paints when there is a painter; returns the height.
    int layOut(int width, class QPainter* painter) const;

    QStringList m_sentences;
};

} // namespace tollgate::ui
