#pragma once
// What every page of the console is: a widget with a title bar of its own, woken and put to sleep by the
// shell.

#include <QString>
#include <QWidget>

namespace tollgate::ui {

class ConsoleState;
class GatewayLink;
class MessageBar;
class ShortcutRegistry;
class Theme;

/// What a page may use. All of it outlives the pages.
struct UiContext {
    Theme* theme = nullptr;
    GatewayLink* link = nullptr;
    MessageBar* messages = nullptr;
    ShortcutRegistry* shortcuts = nullptr;
    ConsoleState* state = nullptr; ///< what is remembered between starts: column widths, splitters
};

class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(const UiContext& context, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_context(context) {}

    /// Controls for the title row, right of the title; created once, owned by the caller. May be null.
    virtual QWidget* createTitleControls(QWidget* parent) {
        Q_UNUSED(parent)
        return nullptr;
    }

    /// Makes, while nobody looks and nothing else is to do, what the first show would make.
    virtual void prepare() {}

    /// The shell shows or hides the page. A hidden page asks the gateway for nothing and repaints nothing.
    virtual void activate() {}
    virtual void deactivate() {}

    /// Unsaved edits; the shell asks before it leaves.
    virtual bool isDirty() const { return false; }
    virtual bool save() { return true; } ///< Ctrl+S
    virtual void revert() {}             ///< Esc

    /// Text for the status bar: left and right half.
    virtual QString statusText() const { return {}; }
    virtual QString statusHint() const { return {}; }

Q_SIGNALS:
    void statusChanged();
    void dirtyChanged();
    /// Asks the shell to open another page, there with a filter or an object: ("traffic", "user:alice").
    void navigate(const QString& pageId, const QString& argument);

public:
    /// The other end of navigate().
    virtual void open(const QString& argument) { Q_UNUSED(argument) }

protected:
    const UiContext& context() const { return m_context; }
    Theme& theme() const { return *m_context.theme; }
    GatewayLink& link() const { return *m_context.link; }

private:
    UiContext m_context;
};

} // namespace tollgate::ui
