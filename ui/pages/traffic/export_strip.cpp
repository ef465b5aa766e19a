#include "ui/pages/traffic/export_strip.h"

#include "ui/models/format.h"
#include "ui/widgets/paint.h"

#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace tollgate::ui {

ExportStrip::ExportStrip(QWidget* parent)
    : QWidget(parent)
    , m_text(makeLabel({}, ColorRole::TextMuted, -0.75, QFont::Normal, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    const Theme& theme = Theme::of(this);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setFixedWidth(theme.px(160));
    m_cancel->setAccessibleName(tr("Cancel the export"));
    setKind(m_cancel, "link");
    connect(m_cancel, &QPushButton::clicked, this, &ExportStrip::cancelled);
    auto* row = makeRow(10);
    row->setContentsMargins(theme.px(10), theme.px(3), theme.px(8), theme.px(4));
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    setLayout(row);
    hide();
}

void ExportStrip::showProgress(int rows, qint64 ofAll, qint64 backToMs) {
    const QString count = format::count(rows);
    m_text->setText(backToMs == 0 ? tr("Exporting\u2026")
                                  : tr("Exporting: %1 requests, back to %2", nullptr, format::pluralOf(rows))
                                        .arg(count, format::stamp(backToMs)));
    m_bar->setMaximum(ofAll > 0 ? 100 : 0); // 0: it moves, and says nothing of how long
    if (ofAll > 0)
        m_bar->setValue(static_cast<int>(std::min<qint64>(100, 100 * qint64{rows} / ofAll)));
}

QString ExportStrip::text() const {
    return m_text->text();
}

void ExportStrip::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), Theme::of(this).color(ColorRole::Divider));
}

} // namespace tollgate::ui
