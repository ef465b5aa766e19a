#include "ui/pages/settings/backup_card.h"

#include "ui/link/config_text.h"
#include "ui/link/gateway_link.h"
#include "ui/link/long_work.h"
#include "ui/pages/forms/diff_table.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/pages/forms/work_bar.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/message_bar.h"

#include <QCheckBox>
#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>

#include <algorithm>

namespace tollgate::ui {

namespace {
constexpr qint64 kLargestFile = 32LL * 1024 * 1024; // as large as the gateway takes
} // namespace

QList<FieldDiff> configDiff(const QJsonArray& changes) {
    QList<FieldDiff> lines;
    for (const QJsonValue& value : changes) {
        const QJsonObject change = value.toObject();
        const QString kind = change.value(u"kind").toString();
        const QString id = change.value(u"id").toString();
        const QString name = kind == id ? kind : QString(kind + u' ' + id);
        const QJsonValue before = change.value(u"before");
        const QJsonValue after = change.value(u"after");
        if (!before.isObject() || !after.isObject()) {
            lines.append({name, before.isObject() ? BackupCard::tr("there") : QString(),
                          after.isObject() ? BackupCard::tr("there") : QString()});
            continue;
        }
        QList<FieldDiff> fields = jsonDiff(before, after);
        if (fields.isEmpty()) // only what is not shown
            fields.append({{}, BackupCard::tr("credentials"), BackupCard::tr("credentials")});
        for (const FieldDiff& field : fields)
            lines.append({name + QStringLiteral(" \u00b7 ") + field.path, field.before, field.after});
    }
    return lines;
}

BackupCard::BackupCard(GatewayLink& link, MessageBar* messages, UndoStack& undo, QWidget* parent)
    : Card(tr("Backup and restore"), parent)
    , m_link(link)
    , m_messages(messages)
    , m_undo(undo) {
    auto* about =
        makeLabel(tr("Providers, models, aliases, projects, keys, budgets, flags, prompts and settings in "
                     "one file, without any secret."),
                  ColorRole::TextMuted, -0.5, QFont::Normal, this);
    about->setWordWrap(true);
    content()->addWidget(about);
    auto* row = makeRow(8);
    m_save = new QPushButton(tr("Save the configuration\u2026"), this);
    m_restore = new QPushButton(tr("Restore from a file\u2026"), this);
    row->addWidget(m_save);
    row->addWidget(m_restore);
    row->addStretch(1);
    content()->addLayout(row);

    m_preview = new QWidget(this);
    auto* column = makeColumn(8);
    m_preview->setLayout(column);
    m_summary = makeLabel({}, ColorRole::Text, -0.25, QFont::Normal, m_preview);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_prune = new QCheckBox(tr("Also remove what the file does not name"), m_preview);
    m_prune->setObjectName(QStringLiteral("prune"));
    column->addWidget(m_prune);
    m_diff = new DiffTable(tr("What the file would change"), m_preview);
    m_diff->setMinimumHeight(Theme::of(this).px(160));
    m_diff->setColumnWidth(0, Theme::of(this).px(220));
    column->addWidget(m_diff);
    m_work = new LongWork(link, this);
    m_progress = new WorkBar(*m_work, tr("Working out what would change"), m_preview);
    column->addWidget(m_progress);
    m_question = new MessageBar(m_preview);
    m_question->setObjectName(QStringLiteral("question"));
    column->addWidget(m_question);
    auto* buttons = makeRow(8);
    m_apply = new QPushButton(tr("Apply"), m_preview);
    m_apply->setObjectName(QStringLiteral("applyConfig"));
    setKind(m_apply, "primary");
    auto* cancel = new QPushButton(tr("Leave it"), m_preview);
    cancel->setObjectName(QStringLiteral("leaveConfig"));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    column->addLayout(buttons);
    content()->addWidget(m_preview);
    m_preview->hide();

    connect(m_save, &QPushButton::clicked, this, [this] { chooseFile(true); });
    connect(m_restore, &QPushButton::clicked, this, [this] { chooseFile(false); });
    connect(m_prune, &QCheckBox::toggled, this, &BackupCard::askWhatChanges);
    connect(m_apply, &QPushButton::clicked, this, &BackupCard::askToApply);
    connect(cancel, &QPushButton::clicked, this, &BackupCard::close);
    connect(&m_export, &FileExport::finished, this, [this](const QString& path, const QString& error) {
        if (error.isEmpty())
            m_messages->success(tr("Written to %1.").arg(path));
        else
            m_messages->error(tr("Nothing was written to %1: %2").arg(path, error));
        Q_EMIT saved(path, error);
    });
}

QString BackupCard::summary() const {
    return m_preview->isHidden() ? QString() : m_summary->text();
}

void BackupCard::chooseFile(bool save) {
    const QString json = QStringLiteral("json");
    if (save)
        askForFile(this,
                   {FileQuestion::For::Writing, tr("Save the configuration"), tr("Configuration (*.json)"),
                    json, QStringLiteral("tollgate-%1.json").arg(QDate::currentDate().toString(Qt::ISODate))},
                   this, [this](const QString& path) { saveTo(path); });
    else
        askForFile(this,
                   {FileQuestion::For::Reading,
                    tr("Restore from a file"),
                    tr("Configuration (*.json *.yaml *.yml)"),
                    json,
                    {}},
                   this, [this](const QString& path) { preview(path); });
}

void BackupCard::saveTo(const QString& path) {
    m_link.get(QStringLiteral("/config"), this, [this, path](const GatewayReply& reply) {
        if (!reply.ok()) {
            m_messages->error(reply.errorMessage());
            return;
        }
        m_export.start(path, 1,
                       [document = reply.json](qsizetype) { return QJsonDocument(document).toJson(); });
    });
}

void BackupCard::preview(const QString& path) {
    close();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_messages->error(tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    if (file.size() > kLargestFile) {
        m_messages->error(tr("%1 is too large for a configuration.").arg(path));
        return;
    }
    const auto document = configFromText(file.readAll());
    if (!document || document->isEmpty()) {
        m_messages->error(document ? tr("%1 holds no configuration.").arg(path)
                                   : tr("%1 cannot be read: %2").arg(path, document.error()));
        return;
    }
    m_file = path;
    m_document = *document;
    askWhatChanges();
}

void BackupCard::askWhatChanges() {
    if (m_document.isEmpty())
        return;
    m_document.insert(u"prune", m_prune->isChecked());
    m_apply->setEnabled(false);
    m_question->dismiss();
    m_progress->setWhat(tr("Working out what would change"));
    m_preview->show();
    m_work->start(
        "PUT", QStringLiteral("/config?dry_run=true"), m_document, [this](const GatewayReply& reply) {
            if (!reply.ok()) {
                m_diff->setDiff({});
                setLabelRole(m_summary, ColorRole::Bad);
                m_summary->setText(reply.errorParam().isEmpty()
                                       ? reply.errorMessage()
                                       : tr("%1: %2").arg(reply.errorParam(), reply.errorMessage()));
                return;
            }
            const QJsonArray changes = reply.json.value(u"changes").toArray();
            m_diff->setDiff(configDiff(changes));
            m_deletions =
                static_cast<int>(std::count_if(changes.begin(), changes.end(), [](const QJsonValue& change) {
                    return change.toObject().value(u"action") == QLatin1String("delete");
                }));
            m_diff->setVisible(!changes.isEmpty());
            setLabelRole(m_summary, ColorRole::Text);
            m_summary->setText(changes.isEmpty() ? tr("Everything in %1 is so already.").arg(m_file)
                                                 : tr("%n resources would change by %1.", nullptr,
                                                      static_cast<int>(changes.size()))
                                                       .arg(m_file));
            m_apply->setEnabled(!changes.isEmpty());
        });
}

void BackupCard::askToApply() {
    if (m_deletions == 0)
        return apply();
    m_question->ask(tr("%n resources would be deleted. Restore all the same?", nullptr, m_deletions),
                    {{tr("Restore"), [this] { apply(); }, "danger"}, {tr("Keep everything"), nullptr}});
}

void BackupCard::apply() {
    m_apply->setEnabled(false);
    m_progress->setWhat(tr("Restore"));
    m_work->start(
        "PUT", QStringLiteral("/config?dry_run=false"), m_document, [this](const GatewayReply& reply) {
            if (!reply.ok()) {
                m_messages->error(reply.errorMessage());
                m_apply->setEnabled(true);
                return;
            }
            const auto changed = static_cast<int>(reply.json.value(u"changes").toArray().size());
            const int step = m_undo.pushDocument(tr("restore of the configuration"), reply.json);
            MessageBar::Action undo = m_undo.action(step);
            undo.text = tr("Undo restore");
            m_messages->success(tr("The configuration was restored: %n resources changed.", nullptr, changed),
                                step == 0 ? QList<MessageBar::Action>() : QList<MessageBar::Action>{undo});
            close();
            Q_EMIT applied();
        });
}

void BackupCard::close() {
    m_work->cancel();
    m_document = {};
    m_question->dismiss();
    m_preview->hide();
    m_diff->setDiff({});
}

} // namespace tollgate::ui
