#pragma once
// What the long turns of the event loop are spent on, for whoever shortens them: TOLLGATE_BENCH_TURNS=8 in
// the environment prints those of more than 8 ms of CPU to stderr, events within events, with what each took.

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QEvent>
#include <QMetaEnum>

#include <cstdio>
#include <ctime>
#include <vector>

namespace tollgate::bench {

/// Main thread. Needs QT_NO_GLIB=1 (hold_meter.h).
class LoggedApplication : public QApplication {
public:
    LoggedApplication(int& argc, char** argv)
        : QApplication(argc, argv)
        , m_limitMs(qEnvironmentVariable("TOLLGATE_BENCH_TURNS").toDouble()) {
        if (m_limitMs > 0)
            connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this,
                    &LoggedApplication::turn);
    }

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_limitMs <= 0 || receiver->thread() != thread())
            return QApplication::notify(receiver, event);
        const std::size_t at = m_entries.size();
        const std::size_t ofTurn = m_turn;
        m_entries.push_back({m_depth, receiver->metaObject()->className(), event->type(), 0});
        const double began = cpuMs();
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        if (ofTurn == m_turn) // else a loop of its own ran inside
            m_entries[at].ms = cpuMs() - began;
        return result;
    }

private:
    struct Entry {
        int depth;
        const char* receiver;
        QEvent::Type type;
        double ms;
    };

    static double cpuMs() {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }

    void turn() {
        double all = 0;
        for (const Entry& entry : m_entries)
            all += entry.depth == m_depth ? entry.ms : 0;
        if (all > m_limitMs)
            print(all);
        m_entries.clear();
        ++m_turn;
    }

    void print(double all) const {
        const auto types = QMetaEnum::fromType<QEvent::Type>();
        std::fprintf(stderr, "---- %.1f ms, %zu events\n", all, m_entries.size());
        for (const Entry& entry : m_entries) {
            const char* type = types.valueToKey(entry.type);
            if (entry.ms > 0.5)
                std::fprintf(stderr, "%*s%6.2f %s to %s\n", (entry.depth - m_depth) * 2, "", entry.ms,
                             type ? type : "an event", entry.receiver);
        }
    }

    double m_limitMs;
    int m_depth = 0;
    std::size_t m_turn = 0;
    std::vector<Entry> m_entries;
};

} // namespace tollgate::bench
