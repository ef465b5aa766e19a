#include "ui/pages/forms/detail_header.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/toggle_switch.h"

#include <QMenu>
#include <QPushButton>

namespace tollgate::ui {

DetailHeader::DetailHeader(QWidget* parent)
    : QWidget(parent) {
    auto* both = new FlowLayout(this, Theme::of(this).px(12));
    auto* subject = new QWidget(this);
    auto* right = new QWidget(this);
    both->addWidget(subject);
    both->addWidget(right);
    auto* row = makeRow(12);
    subject->setLayout(row);
    m_name = makeMonoLabel({}, ColorRole::Text, 0, this);
    m_name->setObjectName(QStringLiteral("subject"));
    m_kind = new Badge({}, Tone::Accent, this);
    m_enabled = new ToggleSwitch(tr("Enabled"), this);
    m_enabled->setObjectName(QStringLiteral("enabled"));
    m_enabledText = makeLabel({}, ColorRole::Text, -0.25, QFont::Normal, this);
    connect(m_enabled, &ToggleSwitch::toggled, this,
            [this](bool on) { m_enabledText->setText(on ? tr("enabled") : tr("disabled")); });
    connect(m_enabled, &ToggleSwitch::clicked, this, &DetailHeader::enabledToggled);
    m_actionRow = makeRow(12);

    m_more = new QPushButton(this);
    m_more->setIcon(Theme::of(this).icon(QStringLiteral("more"), ColorRole::Text));
    m_more->setObjectName(QStringLiteral("moreActions"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    connect(m_more, &QPushButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({m_duplicate, m_remove});
        menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
    });
    m_duplicate = new QAction(tr("Duplicate\tCtrl+D"), this);
    connect(m_duplicate, &QAction::triggered, this, &DetailHeader::duplicateRequested);
    m_remove = new QAction(tr("Delete…\tDel"), this);
    connect(m_remove, &QAction::triggered, this, &DetailHeader::removeRequested);

    m_discard = new QPushButton(tr("Discard"), this);
    m_discard->setObjectName(QStringLiteral("discard"));
    connect(m_discard, &QPushButton::clicked, this, &DetailHeader::discardRequested);
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("save"));
    setKind(m_save, "primary");
    connect(m_save, &QPushButton::clicked, this, &DetailHeader::saveRequested);

    row->addWidget(m_name);
    row->addWidget(m_kind);
    row->addWidget(m_enabled);
    row->addWidget(m_enabledText);
    auto* buttons = makeRow(12);
    right->setLayout(buttons);
    right->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // at the right end of its row
    buttons->addStretch(1);
    buttons->addLayout(m_actionRow);
    buttons->addWidget(m_more);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
}

void DetailHeader::setSubject(const QString& name, const QString& kind, bool mono) {
    m_name->setText(name);
    const Theme& theme = Theme::of(this);
    m_name->setFont(mono ? theme.monoFont(0, QFont::Bold) : theme.textFont(0, QFont::DemiBold));
    m_kind->setText(kind);
    m_kind->setVisible(!kind.isEmpty());
}

void DetailHeader::setEnabledSwitch(bool available, bool on) {
    m_enabled->setVisible(available);
    m_enabledText->setVisible(available);
    m_enabled->setChecked(on);
    m_enabledText->setText(on ? tr("enabled") : tr("disabled"));
}

bool DetailHeader::isEnabledOn() const {
    return m_enabled->isChecked();
}

void DetailHeader::setActions(const QList<QAbstractButton*>& actions) {
    while (QLayoutItem* item = m_actionRow->takeAt(0)) {
        if (item->widget())
            item->widget()->hide(); // still its form's
        delete item;
    }
    for (QAbstractButton* action : actions) {
        m_actionRow->addWidget(action);
        action->show();
    }
}

void DetailHeader::setMore(bool duplicate, bool remove) {
    m_duplicate->setVisible(duplicate);
    m_remove->setVisible(remove);
    m_more->setVisible(duplicate || remove);
}

void DetailHeader::setState(bool dirty, bool isNew, bool busy) {
    m_save->setText(isNew ? tr("Create") : tr("Save"));
    m_save->setEnabled((dirty || isNew) && !busy);
    m_discard->setText(isNew ? tr("Cancel") : tr("Discard"));
    m_discard->setEnabled((dirty || isNew) && !busy);
}

} // namespace tollgate::ui
