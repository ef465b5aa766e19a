#include "ui/shell/pages_ahead.h"

#include "ui/pages/page.h"
#include "ui/shell/page_registry.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>

namespace tollgate::ui {
namespace {

constexpr int kAfterMs = 3000; ///< the first page has its data by then
constexpr int kEveryMs = 150;
constexpr int kAfterInputMs = 600; ///< nobody waits for a page in the middle of a word
constexpr int kPolishMs = 4;
constexpr int kPolishEveryMs = 20;

} // namespace

PagesAhead::PagesAhead(const PageRegistry& registry, const QWidget* stack, Load load, QObject* parent)
    : QObject(parent)
    , m_registry(registry)
    , m_stack(stack)
    , m_load(std::move(load)) {
    connect(&m_timer, &QTimer::timeout, this, &PagesAhead::step);
}

void PagesAhead::start() {
    if (m_made.size() == m_registry.pages().size())
        return;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start(kAfterMs);
}

void PagesAhead::hurry() {
    if (m_made.size() == m_registry.pages().size())
        return;
    m_hurries = true;
    m_timer.start(0);
}

bool PagesAhead::eventFilter(QObject* watched, QEvent* event) {
    const bool works = event->type() == QEvent::KeyPress || event->type() == QEvent::Wheel;
    if (works && m_timer.isActive() && !m_hurries && m_timer.remainingTime() < kAfterInputMs)
        m_timer.start(kAfterInputMs);
    return QObject::eventFilter(watched, event);
}

void PagesAhead::step() {
    m_timer.setInterval(m_hurries ? 0 : kEveryMs);
    for (const PageEntry& entry : m_registry.pages()) {
        if (!m_made.contains(entry.id)) {
            m_made << entry.id;
            m_load(entry.id);
            return;
        }
    }
    m_hurries = false;
    for (const PageEntry& entry : m_registry.pages()) {
        if (!m_prepared.contains(entry.id)) {
            m_prepared << entry.id;
            m_load(entry.id)->prepare();
            return;
        }
    }
    polish();
}

// The style reads its rules for each widget when it is first shown; for hundreds at once that takes too long.
void PagesAhead::polish() {
    if (m_unpolished.isEmpty())
        for (QWidget* widget : m_stack->findChildren<QWidget*>())
            m_unpolished << widget;
    QElapsedTimer spent;
    spent.start();
    while (!m_unpolished.isEmpty() && spent.elapsed() < kPolishMs)
        if (QWidget* widget = m_unpolished.takeLast())
            widget->ensurePolished();
    m_timer.setInterval(kPolishEveryMs);
    if (!m_unpolished.isEmpty())
        return;
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

} // namespace tollgate::ui
