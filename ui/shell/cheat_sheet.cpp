#include "ui/shell/cheat_sheet.h"

#include "ui/shell/shortcut_registry.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/paint.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace tollgate::ui {
namespace {

QStringList groupsOf(const QList<ShortcutRegistry::Entry>& entries) {
    QStringList groups;
    for (const ShortcutRegistry::Entry& entry : entries) {
        if (!groups.contains(entry.group))
            groups << entry.group;
    }
    return groups;
}

/// What a key does and all keys that do it.
QList<QPair<QString, QStringList>> linesOf(const QList<ShortcutRegistry::Entry>& entries,
                                           const QString& group) {
    QList<QPair<QString, QStringList>> lines;
    for (const ShortcutRegistry::Entry& entry : entries) {
        if (entry.group != group)
            continue;
        const QString keys = entry.keys.toString(QKeySequence::NativeText);
        const auto same = std::find_if(lines.begin(), lines.end(),
                                       [&entry](const auto& line) { return line.first == entry.text; });
        if (same == lines.end())
            lines.append({entry.text, {keys}});
        else if (!same->second.contains(keys))
            same->second << keys;
    }
    return lines;
}

} // namespace

CheatSheet::CheatSheet(const ShortcutRegistry& shortcuts, QWidget* parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_scroll(new QScrollArea(this)) {
    const Theme& theme = Theme::of(this);
    setWindowTitle(tr("Keyboard shortcuts"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(windowTitle());
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close the list of shortcuts"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(4), 0, theme.px(12));
    column->addWidget(m_scroll, 1);
    auto* buttons = makeRow(0);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addSpacing(theme.px(16));
    column->addLayout(buttons);
    fill();
    m_scroll->viewport()->setAutoFillBackground(false);
    resize(theme.px(480), qMin(theme.px(640), m_scroll->widget()->sizeHint().height() + theme.px(72)));
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &CheatSheet::fill);
    connect(&shortcuts, &ShortcutRegistry::changed, &m_soon, qOverload<>(&QTimer::start));
}

void CheatSheet::fill() {
    const Theme& theme = Theme::of(this);
    auto* content = new QWidget;
    content->setObjectName(u"scrollContent"_qs);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12));
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(0, 1);
    const QList<ShortcutRegistry::Entry> entries = m_shortcuts.entries();
    int row = 0;
    for (const QString& group : groupsOf(entries)) {
        auto* heading = makeLabel(group, ColorRole::TextMuted, -1, QFont::DemiBold, content);
        heading->setContentsMargins(0, row == 0 ? 0 : theme.px(10), 0, theme.px(2));
        grid->addWidget(heading, row++, 0, 1, 2);
        for (const auto& [text, keys] : linesOf(entries, group)) {
            grid->addWidget(makeLabel(text, ColorRole::Text, 0, QFont::Normal, content), row, 0);
            auto* caps = makeRow(4);
            caps->addStretch(1);
            for (const QString& key : keys)
                caps->addWidget(new Badge(key, Tone::Neutral, content));
            grid->addLayout(caps, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    const int place = m_scroll->verticalScrollBar()->value();
    m_scroll->setWidget(content); // what stood there before goes
    m_scroll->setMinimumWidth(content->minimumSizeHint().width() +
                              m_scroll->verticalScrollBar()->sizeHint().width());
    content->setAutoFillBackground(false);
    m_scroll->verticalScrollBar()->setValue(place);
}

} // namespace tollgate::ui
