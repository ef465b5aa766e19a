#include "ui/pages/forms/work_bar.h"

#include "ui/link/long_work.h"
#include "ui/models/format.h"
#include "ui/widgets/paint.h"

#include <QProgressBar>
#include <QPushButton>

namespace tollgate::ui {

namespace {
constexpr int kPatienceMs = 250;
constexpr int kSteps = 1'000;
} // namespace

WorkBar::WorkBar(LongWork& work, const QString& what, QWidget* parent)
    : QWidget(parent)
    , m_work(work)
    , m_label(makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this)) {
    auto* row = makeRow(10);
    setLayout(row);
    m_bar->setTextVisible(false);
    m_stop->setObjectName(QStringLiteral("stopWork"));
    row->addWidget(m_label);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    setWhat(what);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    hide();
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    connect(m_stop, &QPushButton::clicked, &m_work, &LongWork::cancel);
    connect(&m_work, &LongWork::changed, this, &WorkBar::present);
}

void WorkBar::setWhat(const QString& what) {
    m_what = what;
    m_bar->setAccessibleName(what);
    m_stop->setAccessibleName(tr("Stop: %1").arg(what));
    present();
}

QString WorkBar::text() const {
    return m_label->text();
}

void WorkBar::present() {
    if (!m_work.isRunning()) {
        m_patience.stop();
        hide();
        return;
    }
    if (isHidden() && !m_patience.isActive())
        m_patience.start();
    const qint64 total = m_work.total();
    m_bar->setRange(0, total > 0 ? kSteps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(qMin<qint64>(kSteps, m_work.done() * kSteps / total)));
    m_label->setText(m_work.isStopping() ? tr("%1: stopping…").arg(m_what)
                     : total > 0
                         ? tr("%1: %2 of %3").arg(m_what, format::count(m_work.done()), format::count(total))
                         : tr("%1…").arg(m_what));
    m_stop->setEnabled(!m_work.isStopping());
}

} // namespace tollgate::ui
