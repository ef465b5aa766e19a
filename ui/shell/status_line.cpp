#include "ui/shell/status_line.h"

#include "ui/models/format.h"
#include "ui/widgets/paint.h"

namespace tollgate::ui {
namespace {

const QString kBetween = QStringLiteral("\u2003 "); // an em space and a little

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_left(makeLabel({}, ColorRole::TextMuted, -0.75, QFont::Normal, this))
    , m_right(makeLabel({}, ColorRole::TextMuted, -0.75, QFont::Normal, this)) {
    const Theme& theme = Theme::of(this);
    setAccessibleName(tr("Status"));
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(18), theme.px(6), theme.px(18), theme.px(5));
    row->setSpacing(theme.px(16));
    row->addWidget(m_left, 1);
    row->addWidget(m_right);
    m_gateway = makeMonoLabel({}, ColorRole::TextMuted, -1, this);
    m_gateway->setAccessibleName(tr("Gateway"));
    m_gateway->hide();
    row->addWidget(m_gateway);
    setFixedHeight(QFontMetrics(m_left->font()).height() + theme.px(14));
    refresh();
}

void StatusLine::setTick(const QJsonObject& tick) {
    const auto number = [&tick](QLatin1StringView key) {
        return static_cast<qint64>(tick.value(key).toDouble());
    };
    m_ledger =
        QStringList{tr("Ledger %1 requests").arg(format::count(number(QLatin1StringView("ledger_rows")))),
                    tr("SQLite %1").arg(format::bytes(number(QLatin1StringView("database_bytes")))),
                    tr("journal %1 pending").arg(format::count(number(QLatin1StringView("journal_pending"))))}
            .join(kBetween);
    refresh();
}

void StatusLine::setPageTexts(const QString& text, const QString& hint) {
    m_pageText = text;
    m_pageHint = hint;
    refresh();
}

void StatusLine::refresh() {
    const QString version = u"v" TOLLGATE_VERSION ""_qs;
    m_left->setText(m_pageText.isEmpty() ? m_ledger : m_pageText);
    m_right->setText(m_pageHint.isEmpty() ? version : m_pageHint);
    const QString details = m_ledger.isEmpty() ? version : m_ledger + kBetween + version;
    setToolTip(details);
    setAccessibleDescription(m_left->text());
}

void StatusLine::setGateway(const QString& name) {
    m_gateway->setText(name);
    m_gateway->setVisible(!name.isEmpty());
}

QString StatusLine::leftText() const {
    return m_left->text();
}

QString StatusLine::rightText() const {
    return m_right->text();
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(QRect(0, 0, width(), 1), Theme::of(this).color(ColorRole::Border));
}

} // namespace tollgate::ui
