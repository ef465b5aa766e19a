#pragma once
// Bars that compare: a two-colour split, minutes of uptime, and what is used of a limit.

#include "ui/widgets/paint.h"

#include <QList>
#include <QWidget>

namespace tollgate::ui {

/// Two shares of one whole, each with its label inside: "stable 84.6 %" | "15.4 %".
class SplitBar : public QWidget {
    Q_OBJECT
public:
    explicit SplitBar(QWidget* parent = nullptr);
    void setSplit(const QString& leftName, const QString& rightName, double rightPercent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_left;
    QString m_right;
    double m_percent = 0; ///< 0..100, of the right part
};

/// Success ratios, oldest first; NaN where there was no traffic. At most 26 cells show.
class UptimeStrip : public QWidget {
    Q_OBJECT
public:
    static constexpr int kCells = 26;

    explicit UptimeStrip(QWidget* parent = nullptr);
    void setRatios(const QList<double>& ratios);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    static void paint(QPainter& painter, const QRect& rect, const QList<double>& ratios,
                      const QWidget* widget);
    static QSize sizeFor(const QWidget* widget);
    static QString describe(const QList<double>& ratios);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_ratios;
};

/// Spent solid, reserved hatched, the rest empty. Amounts in any one unit; a limit of 0 shows an empty bar.
class UsageBar : public QWidget {
    Q_OBJECT
public:
    explicit UsageBar(QWidget* parent = nullptr);
    void setUsage(double spent, double reserved, double limit);
    /// Shares of the limit from which the bar turns amber and red; 0.8 and 1 at first.
    void setThresholds(double warning, double bad);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static void paint(QPainter& painter, const QRectF& rect, double spentRatio, double reservedRatio,
                      Tone tone, const QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_spent = 0;
    double m_reserved = 0;
    double m_limit = 0;
    double m_warning = 0.8;
    double m_bad = 1.0;
};

} // namespace tollgate::ui
