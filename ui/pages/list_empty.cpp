#include "ui/pages/list_empty.h"

#include "ui/pages/stopped_state.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/paint.h"

#include <QPushButton>

namespace tollgate::ui {

ListEmpty::ListEmpty(GatewayLink& link, const QString& failedTitle, QWidget* parent)
    : CurrentStack(parent)
    , m_link(link)
    , m_failedTitle(failedTitle)
    , m_loading(new QWidget(this)) {
    addWidget(m_loading);
    m_filtered = addState(QStringLiteral("filter"));
    connect(m_filtered->addButton(tr("Clear the filter")), &QPushButton::clicked, this,
            &ListEmpty::clearFilterWanted);
    m_stopped = new StoppedState(link, this);
    addWidget(m_stopped);
    m_failed = addState(QStringLiteral("warning"));
    connect(m_failed->addButton(tr("Try again")), &QPushButton::clicked, this, &ListEmpty::retryWanted);
}

EmptyState* ListEmpty::addState(const QString& icon) {
    auto* state = new EmptyState(icon, {}, {}, this);
    addWidget(state);
    return state;
}

QWidget* ListEmpty::sampleLine(const QString& label, std::function<QString()> sample, QWidget* parent) {
    auto* line = new QWidget(parent);
    auto* row = makeRow(6);
    row->addWidget(makeLabel(label, ColorRole::TextMuted, 0, QFont::Normal, line));
    row->addWidget(new CopyButton(tr("sample request"), std::move(sample), line));
    line->setLayout(row);
    return line;
}

void ListEmpty::showLoading() {
    setCurrentWidget(m_loading);
}

void ListEmpty::showFiltered(const QString& title, const QString& text) {
    m_filtered->set(QStringLiteral("filter"), title, text);
    setCurrentWidget(m_filtered);
}

void ListEmpty::showStopped(const QString& otherwise) {
    m_stopped->explain(otherwise);
    setCurrentWidget(m_stopped);
}

void ListEmpty::showFailed(const QString& failure) {
    m_failed->set(QStringLiteral("warning"), m_failedTitle, failure);
    setCurrentWidget(m_failed);
}

QString ListEmpty::title() const {
    const auto* state = qobject_cast<const EmptyState*>(currentWidget());
    return state ? state->title() : QString();
}

} // namespace tollgate::ui
