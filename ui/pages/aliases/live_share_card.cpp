#include "ui/pages/aliases/live_share_card.h"

#include "ui/models/format.h"

#include <QGridLayout>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace tollgate::ui {

namespace {

/// A share as a bar in the colour of its provider.
class ShareBar : public QWidget {
public:
    ShareBar(double share, const QString& series, QWidget* parent)
        : QWidget(parent)
        , m_share(share)
        , m_series(series) {
        setFixedHeight(Theme::of(this).px(6));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        paintRoundedRect(painter, rect(), height() / 2.0, theme.color(ColorRole::Border), {});
        QRectF part(rect());
        part.setWidth(qMax<double>(height(), part.width() * m_share));
        if (m_share > 0)
            paintRoundedRect(painter, part, height() / 2.0, theme.seriesColor(m_series), {});
    }

private:
    double m_share;
    QString m_series;
};

} // namespace

LiveShareCard::LiveShareCard(QWidget* parent)
    : Card(tr("Live share"), parent) {
    setCaption(tr("last hour"));
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::of(this).px(12));
    m_grid->setVerticalSpacing(Theme::of(this).px(8));
    m_grid->setColumnStretch(1, 1);
    content()->addWidget(m_table);
    m_empty = makeLabel(tr("No requests in the last hour."), ColorRole::TextMuted, -0.5, QFont::Normal, this);
    content()->addWidget(m_empty);
    content()->addStretch(1);
    setRows({});
}

void LiveShareCard::setRows(const QJsonArray& usageRows) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::vector<QJsonObject> rows;
    double all = 0;
    for (const QJsonValue& value : usageRows) {
        rows.push_back(value.toObject());
        all += value.toObject().value(u"requests").toDouble();
    }
    std::sort(rows.begin(), rows.end(), [](const QJsonObject& a, const QJsonObject& b) {
        return a.value(u"requests").toDouble() > b.value(u"requests").toDouble();
    });
    m_count = static_cast<int>(rows.size());
    int line = 0;
    for (const QJsonObject& row : rows) {
        const QString provider = row.value(u"provider").toString();
        const double requests = row.value(u"requests").toDouble();
        const double share = all > 0 ? requests / all : 0;
        m_grid->addWidget(provider.isEmpty() // refused, or nobody could take them
                              ? makeLabel(tr("no target"), ColorRole::TextMuted, -0.5, QFont::Normal, m_table)
                              : makeMonoLabel(QString(provider + u'/' + row.value(u"model").toString()),
                                              ColorRole::Text, -0.5, m_table),
                          line, 0);
        m_grid->addWidget(new ShareBar(share, provider, m_table), line, 1, Qt::AlignVCenter);
        m_grid->addWidget(makeLabel(format::percent(share), ColorRole::Text, -0.5, QFont::Normal, m_table),
                          line, 2, Qt::AlignRight);
        const QJsonValue p95 = row.value(u"p95_ms");
        const QString detail =
            tr("%1 requests · p95 %2")
                .arg(format::count(static_cast<qint64>(requests)),
                     p95.isDouble() ? format::milliseconds(p95.toDouble()) : format::none());
        m_grid->addWidget(makeLabel(detail, ColorRole::TextMuted, -1, QFont::Normal, m_table), line, 3,
                          Qt::AlignRight);
        ++line;
    }
    m_table->setVisible(line > 0);
    m_empty->setVisible(line == 0);
}

} // namespace tollgate::ui
