#pragma once
// A short text in a pill; its tone colours the text, the text itself says what is meant.

#include "ui/widgets/paint.h"

#include <QWidget>

namespace tollgate::ui {

class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(const QString& text = {}, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setTone(Tone tone);
    void set(const QString& text, Tone tone);
    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// For delegates: the pill of `text`, left in `rect` and centred vertically.
    static void paint(QPainter& painter, const QRect& rect, const QString& text, Tone tone,
                      const QWidget* widget);
    static QSize sizeFor(const QString& text, const QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

/// A count on a filled circle, as beside a sidebar entry that needs eyes.
void paintCountBadge(QPainter& painter, const QRect& rect, int count, const QWidget* widget);

} // namespace tollgate::ui
