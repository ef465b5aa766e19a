#include "ui/pages/traffic/cost_table.h"

#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <algorithm>

namespace tollgate::ui {

namespace {

QString bucketName(const QString& bucket) {
    QString name = bucket;
    return gatewayWord(name.replace(u'_', u' '));
}

} // namespace

CostTable::CostTable(bool withSources, QWidget* parent)
    : QWidget(parent)
    , m_withSources(withSources) {
    setAccessibleName(tr("Cost"));
    m_lines = makeColumn(0);
    setLayout(m_lines);
}

void CostTable::addLine(const QString& what, const QString& aside, const QString& amount, bool total) {
    const Theme& theme = Theme::of(this);
    const QFont::Weight weight = total ? QFont::DemiBold : QFont::Normal;
    auto* line = new QWidget(this);
    auto* row = makeRow(6);
    row->setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6));
    row->addWidget(makeWrappingLabel(what, ColorRole::Text, -0.75, weight, line));
    auto* asideLabel = makeWrappingLabel(aside, ColorRole::TextMuted, -0.75, QFont::Normal, line);
    row->addWidget(asideLabel, 1);
    row->addWidget(makeLabel(amount, ColorRole::Text, -0.75, weight, line));
    line->setLayout(row);
    m_lines->addWidget(line);
    m_lines->addWidget(new Divider(Qt::Horizontal, this));
}

void CostTable::setDetail(const RequestDetail& detail) {
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // Lines and their total have as many decimals, so that one can add them up.
    int decimals = format::usdDecimals(detail.row.costUsd.value_or(0));
    for (const CostLine& line : detail.costLines)
        decimals = std::max(decimals, format::usdDecimals(line.costUsd.value_or(0)));
    for (const CostLine& line : detail.costLines) {
        QString what = bucketName(line.bucket) % u' ' % format::count(line.tokens);
        if (line.usdPerMtok)
            what += u" \u00d7 " % format::usdPrice(*line.usdPerMtok) % u"/M";
        const QString aside =
            !m_withSources ? QString()
            : line.usdPerMtok
                ? tr("price: %1").arg(line.source.isEmpty() ? format::none() : gatewayWord(line.source))
                : tr("no price is known");
        addLine(what, aside, line.costUsd ? format::usdFixed(*line.costUsd, decimals) : format::none(),
                false);
    }
    QString aside = tr("reserved %1").arg(format::usdExact(detail.row.reservedUsd));
    if (detail.releasedUsd)
        aside += tr(", released %1").arg(format::usdExact(*detail.releasedUsd));
    addLine(tr("total"), detail.row.reservedUsd > 0 ? aside : QString(),
            detail.row.costUsd ? format::usdFixed(*detail.row.costUsd, decimals) : tr("unknown"), true);
}

} // namespace tollgate::ui
