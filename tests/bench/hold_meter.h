#pragma once
// How long the interface thread is away from its event loop: from the moment it wakes to the moment it is
// ready for the next event, in time on the wall and in CPU of the thread. The wall's time holds what the
// machine's other work took; the thread's own does not.
//
// Needs QT_NO_GLIB=1: Qt's dispatcher over GLib does not say when it begins.

#include <QAbstractEventDispatcher>
#include <QObject>

#include <algorithm>
#include <ctime>
#include <vector>

namespace tollgate::bench {

class HoldMeter : public QObject {
public:
    struct Holds {
        std::vector<double> wallMs;
        std::vector<double> cpuMs;

        static double at(std::vector<double> values, double share) {
            if (values.empty())
                return 0;
            std::sort(values.begin(), values.end());
            return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
        }
        static long over(const std::vector<double>& values, double limitMs) {
            return std::count_if(values.begin(), values.end(), [=](double ms) { return ms > limitMs; });
        }
    };

    HoldMeter() {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, &HoldMeter::begin);
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &HoldMeter::end);
    }

    /// What came since the last call.
    Holds take() {
        m_running = false; // what runs now is the bench itself
        return std::exchange(m_holds, {});
    }

private:
    static double msOf(clockid_t clock) {
        timespec now{};
        clock_gettime(clock, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }

    void begin() {
        end(); // a turn that did not block ends where the next one begins
        m_running = true;
        m_wall = msOf(CLOCK_MONOTONIC);
        m_cpu = msOf(CLOCK_THREAD_CPUTIME_ID);
    }

    void end() {
        if (!std::exchange(m_running, false))
            return;
        m_holds.wallMs.push_back(msOf(CLOCK_MONOTONIC) - m_wall);
        m_holds.cpuMs.push_back(msOf(CLOCK_THREAD_CPUTIME_ID) - m_cpu);
    }

    Holds m_holds;
    double m_wall = 0;
    double m_cpu = 0;
    bool m_running = false;
};

} // namespace tollgate::bench
