#include "ui/shell/palette/palette_items.h"

#include "ui/link/gateway_link.h"
#include "ui/models/gateway_words.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/budgets/budget_text.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QUrl>

#include <utility>

namespace tollgate::ui {

using Kind = ResourceCatalogue::Kind;

namespace {

struct ObjectKind {
    Kind kind;
    QString collection;
    QString page; ///< whose objects these are; without the page they are not offered
    QString noun;
};

QList<ObjectKind> objectKinds() {
    return {{Kind::Providers, u"/providers"_qs, u"providers"_qs, PaletteItems::tr("Provider")},
            {Kind::Models, u"/models"_qs, u"models"_qs, PaletteItems::tr("Model")},
            {Kind::Aliases, u"/aliases"_qs, u"aliases"_qs, PaletteItems::tr("Alias")},
            {Kind::Flags, u"/flags"_qs, u"flags"_qs, PaletteItems::tr("Flag")},
            {Kind::Prompts, u"/prompts"_qs, u"prompts"_qs, PaletteItems::tr("Prompt")},
            {Kind::Projects, u"/projects"_qs, u"projects"_qs, PaletteItems::tr("Project")},
            {Kind::Keys, u"/keys"_qs, u"projects"_qs, PaletteItems::tr("Key")},
            {Kind::Budgets, u"/budgets"_qs, u"budgets"_qs, PaletteItems::tr("Budget")}};
}

} // namespace

PaletteItems::PaletteItems(MainWindow& window, GatewayLink& link, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_link(link)
    , m_names(new ResourceCatalogue(&link,
                                    {Kind::Providers, Kind::Models, Kind::Aliases, Kind::Flags, Kind::Prompts,
                                     Kind::Projects, Kind::Keys, Kind::Budgets},
                                    this)) {
    connect(m_names, &ResourceCatalogue::changed, this, &PaletteItems::changed);
}

void PaletteItems::setActive(bool active) {
    m_names->setActive(active);
}

QList<PaletteItem> PaletteItems::items() const {
    QList<PaletteItem> items;
    addPages(items);
    addNew(items);
    addShortcuts(items);
    addGateway(items);
    addObjectActions(items);
    addObjects(items);
    return items;
}

void PaletteItems::addPages(QList<PaletteItem>& items) const {
    QHash<QString, QString> keys;
    for (const ShortcutRegistry::Entry& entry : m_window.shortcuts()->entries())
        keys.insert(entry.id, entry.keys.toString(QKeySequence::NativeText));
    for (const PageEntry& page : m_window.pages().pages())
        items.append({u"page:"_qs + page.id, page.title, tr("Page"), page.icon,
                      keys.value(u"page."_qs + page.id),
                      [&window = m_window, id = page.id] { window.showPage(id); }});
}

void PaletteItems::addNew(QList<PaletteItem>& items) const {
    const auto add = [&](const QString& page, const QString& argument, const QString& title) {
        if (m_window.pages().find(page))
            items.append({u"new:"_qs + page + u':' + argument,
                          title,
                          tr("Action"),
                          u"plus"_qs,
                          {},
                          [&window = m_window, page, argument] { window.showPage(page, argument); }});
    };
    add(u"providers"_qs, u"new"_qs, tr("New provider"));
    add(u"models"_qs, u"new"_qs, tr("New model"));
    add(u"aliases"_qs, u"new"_qs, tr("New alias"));
    add(u"flags"_qs, u"new"_qs, tr("New flag"));
    add(u"prompts"_qs, u"new"_qs, tr("New prompt"));
    add(u"projects"_qs, u"new"_qs, tr("New key"));
    add(u"projects"_qs, u"new-project"_qs, tr("New project"));
    add(u"budgets"_qs, u"new"_qs, tr("New budget"));
}

/// Shortcuts of pages that are not in view do nothing that could be seen.
void PaletteItems::addShortcuts(QList<PaletteItem>& items) const {
    QStringList seen;
    const UndoStack* undo = UndoStack::of(m_link, m_window.messages());
    for (const ShortcutRegistry::Entry& entry : m_window.shortcuts()->entries()) {
        const bool page = entry.id.startsWith(u"page."_qs);
        if (!entry.run || page || entry.id == u"palette"_qs || seen.contains(entry.group + entry.text))
            continue;
        if (!entry.scope || !entry.scope->isVisible() || !entry.scope->isEnabled())
            continue;
        seen << entry.group + entry.text;
        const bool names = entry.id == u"undo"_qs && undo->canUndo();
        items.append({u"key:"_qs + entry.id, names ? undo->title() : entry.text, entry.group, u"keyboard"_qs,
                      entry.keys.toString(QKeySequence::NativeText), entry.run});
    }
}

void PaletteItems::addGateway(QList<PaletteItem>& items) const {
    const auto add = [&items](const QString& id, const QString& title, const QString& icon,
                              std::function<void()> run) {
        items.append({id, title, tr("Action"), icon, {}, std::move(run)});
    };
    MainWindow& window = m_window;
    add(u"theme:dark"_qs, tr("Colours: dark"), u"moon"_qs,
        [&window] { window.chooseTheme(ThemeMode::Dark); });
    add(u"theme:light"_qs, tr("Colours: light"), u"sun"_qs,
        [&window] { window.chooseTheme(ThemeMode::Light); });
    add(u"theme:system"_qs, tr("Colours: as the desktop"), u"monitor"_qs,
        [&window] { window.chooseTheme(ThemeMode::System); });
    add(u"setup"_qs, tr("Set up Tollgate"), u"settings"_qs, [&window] { window.openSetup(); });
    GatewayLink& link = m_link;
    if (!link.address().isEmpty())
        add(u"gateway:copy"_qs, tr("Copy the gateway's address"), u"copy"_qs,
            [&link] { QApplication::clipboard()->setText(link.url()); });
    if (!link.canControl())
        return;
    if (link.state() == LinkState::Listening)
        add(u"gateway:stop"_qs, tr("Stop the gateway"), u"stop"_qs, [&link] { link.stop(); });
    else
        add(u"gateway:start"_qs, tr("Start the gateway"), u"play"_qs, [&link] { link.start(); });
}

QString PaletteItems::budgetTitle(const ResourceCatalogue::Name& budget) const {
    QString subject = budget.text;
    for (const ResourceCatalogue::Name& key : m_names->entries(Kind::Keys))
        if (key.id == subject)
            subject = key.text;
    if (subject == u"global"_qs)
        subject = budgetText::scope(subject);
    return QStringLiteral("%1 · %2").arg(subject, budgetText::period(budget.type));
}

void PaletteItems::addObjects(QList<PaletteItem>& items) const {
    for (const ObjectKind& kind : objectKinds()) {
        const PageEntry* page = m_window.pages().find(kind.page);
        if (!page)
            continue;
        for (const ResourceCatalogue::Name& name : m_names->entries(kind.kind))
            items.append(
                {u"object:"_qs + kind.collection + u'/' + name.id,
                 kind.kind == Kind::Budgets ? budgetTitle(name) : name.text,
                 kind.noun,
                 page->icon,
                 {},
                 [&window = m_window, id = page->id, argument = name.id] { window.showPage(id, argument); }});
    }
}

void PaletteItems::addObjectActions(QList<PaletteItem>& items) const {
    const auto add = [&](const QString& id, const QString& title, const QString& icon,
                         std::function<void()> run) {
        items.append({id, title, tr("Action"), icon, {}, std::move(run)});
    };
    // The palette's items may be run after a change made this object's lists anew, not after it is gone.
    for (const ResourceCatalogue::Name& flag : m_names->entries(Kind::Flags))
        if (flag.type == u"canary"_qs)
            add(u"rollback:"_qs + flag.id, tr("Roll back flag %1").arg(flag.text), u"undo"_qs,
                [this, id = flag.id] { askRollBack(id); });
    for (const ResourceCatalogue::Name& provider : m_names->entries(Kind::Providers)) {
        add(u"test:"_qs + provider.id, tr("Test provider %1").arg(provider.text), u"play"_qs,
            [this, id = provider.id] { testProvider(id); });
        add(u"reset:"_qs + provider.id, tr("Reset the circuit of %1").arg(provider.text), u"refresh"_qs,
            [this, id = provider.id] { resetCircuit(id); });
    }
}

void PaletteItems::askRollBack(const QString& flag) const {
    m_window.messages()->ask(
        tr("Roll %1 back? Everyone gets the stable arm at once.").arg(flag),
        {{tr("Roll back"), [this, flag] { rollBack(flag); }, "danger"}, {tr("Keep"), [] {}}});
}

void PaletteItems::rollBack(const QString& flag) const {
    const QString path = u"/flags/"_qs + QString::fromLatin1(QUrl::toPercentEncoding(flag));
    MessageBar* messages = m_window.messages();
    GatewayLink* link = &m_link;
    UndoStack* undo = UndoStack::of(m_link, m_window.messages());
    // What the rollback takes away is read first, so that it can be given back.
    link->get(path, messages, [=](const GatewayReply& read) {
        QJsonObject before;
        for (const QString& field : {u"enabled"_qs, u"rollout_percent"_qs, u"ramp"_qs, u"rules"_qs})
            if (read.ok() && read.json.contains(field))
                before.insert(field, read.json.value(field));
        link->send("POST", path + u"/rollback"_qs, {}, messages, [=](const GatewayReply& reply) {
            if (!reply.ok())
                return messages->error(reply.errorMessage());
            const QString said = tr("%1 is rolled back: everyone gets stable.").arg(flag);
            if (before.isEmpty())
                return messages->success(said);
            link->get(path, messages, [=](const GatewayReply& now) {
                const int step = now.ok() ? undo->pushPatch(tr("roll back flag %1").arg(flag), specs::flags(),
                                                            read.json, now.json, before)
                                          : 0;
                messages->success(said, step == 0 ? QList<MessageBar::Action>()
                                                  : QList<MessageBar::Action>{undo->action(step)});
            });
        });
    });
}

void PaletteItems::testProvider(const QString& provider) const {
    MessageBar* messages = m_window.messages();
    messages->info(tr("Asking %1…").arg(provider));
    m_link.send(
        "POST",
        QStringLiteral("/providers/%1/check").arg(QString::fromLatin1(QUrl::toPercentEncoding(provider))), {},
        messages, [=](const GatewayReply& reply) {
            if (reply.ok() && reply.json.value(u"ok").toBool())
                messages->success(
                    tr("%1 answers: %2 ms.").arg(provider).arg(reply.json.value(u"latency_ms").toInteger()));
            else
                messages->error(
                    tr("%1 does not answer: %2")
                        .arg(provider, reply.ok() ? gatewaySentence(reply.json.value(u"error").toString())
                                                  : reply.errorMessage()));
        });
}

void PaletteItems::resetCircuit(const QString& provider) const {
    MessageBar* messages = m_window.messages();
    m_link.send(
        "POST",
        QStringLiteral("/providers/%1/reset").arg(QString::fromLatin1(QUrl::toPercentEncoding(provider))), {},
        messages, [=](const GatewayReply& reply) {
            if (reply.ok())
                messages->success(tr("The circuit of %1 is closed: it gets requests again.").arg(provider));
            else
                messages->error(reply.errorMessage());
        });
}

} // namespace tollgate::ui
