#include "ui/pages/traffic/body_view.h"

#include "ui/models/format.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmented_control.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedLayout>

namespace tollgate::ui {

QPlainTextEdit* makeTextView(const QString& accessibleName, QWidget* parent) {
    auto* view = new QPlainTextEdit(parent);
    view->setReadOnly(true);
    view->setAccessibleName(accessibleName);
    view->setFont(Theme::of(view).monoFont(-0.75));
    view->setTabChangesFocus(true);
    view->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return view;
}

BodyView::BodyView(const QString& name, const QString& readableName,
                   std::function<QString(const QString&)> readable, QWidget* parent)
    : QWidget(parent)
    , m_makeReadable(std::move(readable)) {
    const Theme& theme = Theme::of(this);
    auto* kept = new QWidget(this);
    m_reading = new SegmentedControl(tr("How to show the %1").arg(name.toLower()), kept);
    m_reading->addSegment(QStringLiteral("readable"), readableName);
    m_reading->addSegment(QStringLiteral("raw"), tr("Raw"));
    m_text = makeTextView(name, kept);
    m_cut = makeLabel({}, ColorRole::Warning, -0.75, QFont::Normal, kept);
    m_cut->setWordWrap(true);
    auto* copy = new CopyButton(
        name.toLower(), [this] { return m_body.value_or(QString()); }, kept);
    auto* row = makeRow(8);
    row->addWidget(m_reading);
    row->addStretch(1);
    row->addWidget(copy);
    auto* column = makeColumn(8);
    column->setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(14));
    column->addLayout(row);
    column->addWidget(m_cut);
    column->addWidget(m_text, 1);
    kept->setLayout(column);

    m_notKept =
        new EmptyState(QStringLiteral("eye"), tr("The body was not kept"),
                       tr("Bodies are kept only while capture is on, for errors or for everything."), this);
    connect(m_notKept->addButton(tr("Open settings"), "link"), &QPushButton::clicked, this,
            &BodyView::settingsWanted);

    m_stack = new QStackedLayout(this);
    m_stack->addWidget(kept);
    m_stack->addWidget(m_notKept);
    connect(m_reading, &SegmentedControl::currentChanged, this, &BodyView::refresh);
    setBody({});
}

void BodyView::setBody(const std::optional<QString>& body) {
    m_body = body;
    m_readable = body && body->size() <= kMostShown ? m_makeReadable(*body) : QString();
    m_stack->setCurrentIndex(body ? 0 : 1);
    m_reading->setVisible(!m_readable.isEmpty());
    refresh();
}

void BodyView::refresh() {
    const bool readable = !m_readable.isEmpty() && m_reading->current() != QLatin1String("raw");
    const QString raw = m_body.value_or(QString());
    m_cut->setVisible(raw.size() > kMostShown);
    m_cut->setText(tr("Only the first %1 of %2 are shown; copying takes all of it.")
                       .arg(format::bytes(kMostShown), format::bytes(raw.size())));
    m_text->setPlainText(readable ? m_readable : raw.left(kMostShown));
}

QString BodyView::shownText() const {
    return m_text->toPlainText();
}

} // namespace tollgate::ui
