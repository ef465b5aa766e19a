#include "ui/shell/cheat_sheet.h"

#include "ui/shell/shortcut_registry.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/paint.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

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

} // namespace

CheatSheet::CheatSheet(const ShortcutRegistry& shortcuts, QWidget* parent)
    : QDialog(parent) {
    const Theme& theme = Theme::of(this);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* content = new QWidget;
    content->setObjectName(u"scrollContent"_qs);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12));
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(0, 1);
    const QList<ShortcutRegistry::Entry> entries = shortcuts.entries();
    int row = 0;
    for (const QString& group : groupsOf(entries)) {
        auto* heading = makeLabel(group, ColorRole::TextMuted, -1, QFont::DemiBold, content);
        heading->setContentsMargins(0, row == 0 ? 0 : theme.px(10), 0, theme.px(2));
        grid->addWidget(heading, row++, 0, 1, 2);
        for (const ShortcutRegistry::Entry& entry : entries) {
            if (entry.group != group)
                continue;
            grid->addWidget(makeLabel(entry.text, ColorRole::Text, 0, QFont::Normal, content), row, 0);
            auto* keys = new Badge(entry.keys.toString(QKeySequence::NativeText), Tone::Neutral, content);
            grid->addWidget(keys, row++, 1, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    grid->setRowStretch(row, 1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(windowTitle());
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close the list of shortcuts"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(4), 0, theme.px(12));
    column->addWidget(scroll, 1);
    auto* buttons = makeRow(0);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addSpacing(theme.px(16));
    column->addLayout(buttons);
    resize(theme.px(480), qMin(theme.px(640), content->sizeHint().height() + theme.px(72)));
}

} // namespace tollgate::ui
