#pragma once
// Heights for the widths that were asked for last. Layouts ask for the same few again and again, and to find
// one out text is shaped.

#include <array>
#include <cstddef>
#include <utility>

namespace tollgate::ui {

class WidthCache {
public:
    /// What `measure(width)` says, unless it is known.
    template <class Measure>
    int height(int width, Measure measure) {
        for (const auto& [known, height] : m_known)
            if (known == width)
                return height;
        const int height = measure(width);
        m_known[m_next] = {width, height};
        m_next = (m_next + 1) % m_known.size();
        return height;
    }

    void clear() { m_known.fill(kNone); }

private:
    static constexpr std::pair<int, int> kNone{-1, 0};
    std::array<std::pair<int, int>, 4> m_known{kNone, kNone, kNone, kNone};
    std::size_t m_next = 0;
};

} // namespace tollgate::ui
