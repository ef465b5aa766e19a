#include "ui/pages/forms/change_preview.h"

#include "ui/widgets/paint.h"

namespace tollgate::ui {

namespace {
constexpr int kShown = 6;
constexpr int kLongest = 60; // characters of one value; texts and tables are cut

QString cut(const QString& text) {
    const QString line = text.simplified();
    return line.size() <= kLongest ? line : QString(line.left(kLongest - 1) + u'…');
}
} // namespace

ChangePreview::ChangePreview(QWidget* parent)
    : QWidget(parent) {
    const Theme& theme = Theme::of(this);
    auto* row = makeRow(10);
    row->setContentsMargins(theme.px(12), theme.px(7), theme.px(12), theme.px(7));
    m_caption = makeLabel(tr("Will change"), ColorRole::TextMuted, -1, QFont::Medium, this);
    m_list = makeLabel({}, ColorRole::Text, -1, QFont::Normal, this);
    m_list->setWordWrap(true);
    row->addWidget(m_caption, 0, Qt::AlignTop);
    row->addWidget(m_list, 1);
    setLayout(row);
    hide();
}

QString ChangePreview::text() const {
    return m_list->text();
}

QString ChangePreview::sentence(const FieldChange& change) {
    return tr("%1 %2 → %3").arg(change.label, cut(change.before), cut(change.after));
}

void ChangePreview::setChanges(const QList<FieldChange>& changes, bool isNew) {
    QStringList sentences;
    for (const FieldChange& change : changes)
        sentences.append(sentence(change));
    setToolTip(sentences.join(u'\n'));
    if (sentences.size() > kShown) {
        const auto more = sentences.size() - kShown;
        sentences = sentences.mid(0, kShown);
        sentences.append(tr("and %1 more").arg(more));
    }
    m_list->setText(sentences.join(QStringLiteral("  ·  ")));
    setAccessibleName(tr("Will change: %1").arg(m_list->text()));
    setVisible(!changes.isEmpty() && !isNew);
}

void ChangePreview::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    paintRoundedRect(painter, rect(), theme.px(8), theme.color(ColorRole::Card),
                     theme.color(ColorRole::Border));
}

} // namespace tollgate::ui
