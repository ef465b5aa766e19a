#include "ui/shell/gateway_notices.h"

#include "ui/models/gateway_words.h"
#include "ui/widgets/paint.h"

#include <QJsonObject>
#include <QLabel>
#include <QPainter>

namespace tollgate::ui {

GatewayNotices::GatewayNotices(QWidget* parent)
    : QWidget(parent) {
    const Theme& theme = Theme::of(this);
    setAccessibleName(tr("Notices"));
    m_lines = new QVBoxLayout(this);
    m_lines->setContentsMargins(theme.px(18), theme.px(7), theme.px(18), theme.px(7));
    m_lines->setSpacing(theme.px(4));
    hide();
}

void GatewayNotices::setNotices(const QJsonArray& notices) {
    if (notices == m_notices)
        return;
    m_notices = notices;
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QJsonValue& value : notices) {
        const QJsonObject notice = value.toObject();
        const bool error = notice.value(QLatin1StringView("level")).toString() == u"error";
        auto* line = makeLabel(gatewaySentence(notice.value(QLatin1StringView("text")).toString()),
                               error ? ColorRole::Bad : ColorRole::Warning, 0, QFont::DemiBold, this);
        line->setTextFormat(Qt::PlainText); // paths and error words of the system are in it
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_lines->addWidget(line);
    }
    setAccessibleDescription(texts().join(u' '));
    setVisible(!notices.isEmpty());
}

QStringList GatewayNotices::texts() const {
    QStringList texts;
    for (const QJsonValue& value : m_notices)
        texts << gatewaySentence(value.toObject().value(QLatin1StringView("text")).toString());
    return texts;
}

void GatewayNotices::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::Field));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(ColorRole::Border));
}

} // namespace tollgate::ui
