#include "ui/pages/connect/file_card.h"

#include "ui/models/line_diff.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/diff_view.h"

#include <QDir>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tollgate::ui {
namespace {

constexpr int kShownOfKey = 8;

/// The key is on the screen once, where it is copied from; not again in every difference.
QString withoutKey(const QByteArray& content, const QString& secret) {
    QString text = QString::fromUtf8(content);
    if (secret.size() > kShownOfKey)
        text.replace(secret, secret.left(kShownOfKey) + u'…');
    return text;
}

} // namespace

FileCard::FileCard(QWidget* parent)
    : Card(tr("Its own file"), parent) {
    auto* row = makeRow(8);
    m_path = makeMonoLabel({}, ColorRole::TextMuted, -0.5, this);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_badge = new Badge({}, Tone::Neutral, this);
    row->addWidget(m_path);
    row->addWidget(m_badge);
    row->addStretch(1);
    content()->addLayout(row);
    m_diff = makeDiffView(tr("What would change in the file"), this);
    content()->addWidget(m_diff);
    m_state = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    m_state->setWordWrap(true);
    content()->addWidget(m_state);
    auto* buttons = makeRow(8);
    m_write = new QPushButton(tr("Write the file"), this);
    m_write->setObjectName(QStringLiteral("writeFile"));
    setKind(m_write, "primary");
    m_undo = new QPushButton(tr("Undo"), this);
    m_undo->setObjectName(QStringLiteral("undoFile"));
    buttons->addWidget(m_write);
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    content()->addLayout(buttons);
    connect(m_write, &QPushButton::clicked, this, &FileCard::write);
    connect(m_undo, &QPushButton::clicked, this, &FileCard::undo);
}

void FileCard::setSubject(const ClientKind& kind, const QString& home, const QString& refusal) {
    m_kind = kind;
    m_refusal = refusal;
    m_undoAnyway = false;
    m_file.reset();
    setVisible(kind.edit != nullptr);
    if (!kind.edit)
        return;
    m_file.emplace(kind.pathBelow(home));
    QString shown = m_file->path();
    if (shown.startsWith(QDir::homePath() + u'/'))
        shown.replace(0, QDir::homePath().size(), QStringLiteral("~"));
    m_path->setText(shown);
    refresh();
}

void FileCard::setTarget(const ClientTarget& target) {
    m_target = target;
    refresh();
}

void FileCard::refresh() {
    if (!m_file)
        return;
    m_problem = m_refusal;
    m_before.clear();
    m_after.clear();
    const auto before = m_file->read();
    if (!before) {
        m_problem = before.error();
    } else {
        m_before = *before;
        const auto after = m_kind.edit(m_before, m_target);
        if (after)
            m_after = *after;
        else if (m_problem.isEmpty())
            m_problem = after.error();
    }
    showDiff(m_diff, lineDiff(withoutKey(m_before, m_target.secret), withoutKey(m_after, m_target.secret)));
    showState();
}

void FileCard::showState() {
    const ClientFile::Undo undo = m_file->undoState();
    const bool asWanted = m_problem.isEmpty() && m_file->exists() && m_before == m_after;
    if (asWanted)
        m_badge->set(tr("points here"), Tone::Good);
    else if (!m_file->exists())
        m_badge->set(tr("not there yet"), Tone::Neutral);
    else
        m_badge->set(tr("as it was"), Tone::Neutral);
    m_diff->setVisible(m_problem.isEmpty() && !asWanted);
    const bool whole = !m_target.secret.isEmpty() && !m_target.model.isEmpty();
    m_write->setEnabled(m_problem.isEmpty() && !asWanted && whole);
    m_undo->setVisible(undo != ClientFile::Undo::None);
    m_undo->setText(m_undoAnyway ? tr("Restore the backup anyway") : tr("Undo"));
    setKind(m_undo, m_undoAnyway ? "danger" : "secondary");
    QString text;
    if (!m_problem.isEmpty())
        text = m_problem;
    else if (m_undoAnyway)
        text = tr("The file was changed since it was written here. Restoring the backup takes these changes "
                  "away as well.");
    else if (asWanted)
        text = m_kind.afterwards;
    else if (m_target.secret.isEmpty())
        text = tr("Create a key or paste one to write the file.");
    else if (m_target.model.isEmpty())
        text = tr("Choose a model to write the file.");
    else if (m_file->exists())
        text = tr("Everything else in the file stays. What is there now is kept beside it and can be put "
                  "back.") +
               (m_file->isShared() ? u' ' + tr("With a key in it, only you will be able to read it.")
                                   : QString());
    else
        text = tr("The file is made for you alone to read. Undo removes it again.");
    m_state->setText(text);
    setLabelRole(m_state, m_problem.isEmpty() && !m_undoAnyway ? ColorRole::TextMuted : ColorRole::Warning);
}

void FileCard::write() {
    const bool wasShared = m_file->isShared();
    const auto done = m_file->write(m_after, m_before, m_after.contains(m_target.secret.toUtf8()));
    m_undoAnyway = false;
    refresh();
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    QString said = tr("%1 is configured. %2").arg(m_kind.title, m_kind.afterwards);
    if (wasShared && !m_file->isShared())
        said += u' ' + tr("With a key in it, only you can read the file now.");
    Q_EMIT told(said);
    Q_EMIT written();
}

void FileCard::undo() {
    if (!m_undoAnyway && m_file->undoState() == ClientFile::Undo::ChangedSince) {
        m_undoAnyway = true; // asked once, at the place
        showState();
        return;
    }
    const auto done = m_file->undo(m_undoAnyway);
    m_undoAnyway = false;
    refresh();
    if (!done)
        Q_EMIT failed(done.error());
    else
        Q_EMIT told(tr("%1 is as it was before.").arg(m_path->text()));
}

QString FileCard::diff() const {
    return m_diff->toPlainText();
}

QString FileCard::stateText() const {
    return m_state->text();
}

} // namespace tollgate::ui
