#include "ui/charts/chart_zoom.h"

#include <algorithm>
#include <cmath>

namespace tollgate::ui {

bool ChartZoom::set(std::optional<ChartSpan> span) {
    unmark();
    if (span == m_span)
        return false;
    m_span = span;
    return true;
}

std::optional<SlotRange> ChartZoom::shown(const QList<qint64>& times) const {
    if (!m_span)
        return SlotRange{0, times.size() - 1};
    const auto first = std::lower_bound(times.cbegin(), times.cend(), m_span->from);
    const auto end = std::upper_bound(first, times.cend(), m_span->to);
    if (end - first < 2)
        return std::nullopt;
    return SlotRange{first - times.cbegin(), end - times.cbegin() - 1};
}

void ChartZoom::press(double x, qsizetype slot) {
    m_pressed = true;
    m_far = false;
    m_pressedAt = x;
    m_mark = SlotRange{slot, slot};
}

bool ChartZoom::drag(double x, qsizetype slot, int farEnough) {
    if (!m_pressed)
        return false;
    m_far = m_far || std::abs(x - m_pressedAt) >= farEnough;
    if (m_far && m_mark)
        m_mark->second = slot;
    return m_far;
}

void ChartZoom::extend(qsizetype slot, int direction, SlotRange within) {
    if (!m_mark)
        m_mark = SlotRange{slot, slot};
    m_mark->second = std::clamp(m_mark->second + direction, within.first, within.second);
}

std::optional<SlotRange> ChartZoom::marked() const {
    if (!m_mark || m_mark->first == m_mark->second)
        return std::nullopt;
    return SlotRange{std::min(m_mark->first, m_mark->second), std::max(m_mark->first, m_mark->second)};
}

void ChartZoom::unmark() {
    m_mark.reset();
    m_pressed = false;
    m_far = false;
}

} // namespace tollgate::ui
