#include "ui/shell/late_palettes.h"

#include <QEvent>

namespace tollgate::ui {
namespace {

constexpr int kEveryMs = 20;

} // namespace

LatePalettes::LatePalettes(QObject* parent)
    : QObject(parent) {
    m_timer.setInterval(kEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &LatePalettes::next);
}

void LatePalettes::add(QWidget* root) {
    m_roots.removeAll(QPointer<QWidget>()); // those that are gone
    m_roots << root;
    root->installEventFilter(this);
    root->setPalette(m_palette);
}

void LatePalettes::setPalette(const QPalette& palette) {
    m_palette = palette;
    m_late.clear();
    for (const QPointer<QWidget>& root : std::as_const(m_roots)) {
        if (root && root->isVisible())
            root->setPalette(palette);
        else if (root)
            m_late << root;
    }
    if (!m_late.isEmpty())
        m_timer.start();
}

bool LatePalettes::eventFilter(QObject* watched, QEvent* event) {
    // Comes before the first paint.
    if (event->type() == QEvent::Show && !m_late.isEmpty()) {
        auto* root = qobject_cast<QWidget*>(watched);
        if (m_late.removeOne(root))
            root->setPalette(m_palette);
    }
    return QObject::eventFilter(watched, event);
}

void LatePalettes::next() {
    if (!m_late.isEmpty()) {
        if (QWidget* root = m_late.takeFirst())
            root->setPalette(m_palette);
    }
    if (m_late.isEmpty())
        m_timer.stop();
}

} // namespace tollgate::ui
