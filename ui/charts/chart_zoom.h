#pragma once
// The part of its times a chart shows: marked by a drag or with Shift and the arrow keys, kept while new data
// comes in. Positions are slots, the points or bars of the chart. No drawing. Main thread.

#include <QList>
#include <QPair>

#include <optional>

namespace tollgate::ui {

/// ms since epoch; both ends are shown.
struct ChartSpan {
    qint64 from = 0;
    qint64 to = 0;
    bool operator==(const ChartSpan&) const = default;
};

using SlotRange = QPair<qsizetype, qsizetype>; ///< first and last, both included

class ChartZoom {
public:
    std::optional<ChartSpan> span() const { return m_span; }
    /// True when it is another one than before.
    bool set(std::optional<ChartSpan> span);
    /// The slots of `times` that show: all of them without a zoom. Nothing when the zoom holds fewer than
    /// two.
    std::optional<SlotRange> shown(const QList<qint64>& times) const;

    /// A pointer that was pressed; it draws a band once it has gone far enough to be no click.
    void press(double x, qsizetype slot);
    bool drag(double x, qsizetype slot, int farEnough); ///< true while it is a drag
    bool isDragging() const { return m_pressed && m_far; }
    bool isPressed() const { return m_pressed; }
    void release() { m_pressed = false; }

    /// One more slot with the keyboard, from `slot` on where nothing is marked yet.
    void extend(qsizetype slot, int direction, SlotRange within);

    /// First to last of the marked ones; nothing where fewer than two are.
    std::optional<SlotRange> marked() const;
    void unmark();

private:
    std::optional<ChartSpan> m_span;
    bool m_pressed = false;
    bool m_far = false;
    double m_pressedAt = 0;
    std::optional<SlotRange> m_mark; ///< where it began, where it is now
};

} // namespace tollgate::ui
