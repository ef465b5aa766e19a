#pragma once
// The right-hand side of a form page: editors for one object, and whatever live facts stand beside them.

#include "ui/pages/forms/form_binding.h"
#include "ui/pages/page.h"
#include "ui/widgets/paint.h"

class QAbstractButton;

namespace tollgate::ui {

class ObjectForm : public QWidget {
    Q_OBJECT
public:
    explicit ObjectForm(const UiContext& context, QWidget* parent = nullptr);

    FormBinding& binding() { return m_binding; }
    const FormBinding& binding() const { return m_binding; }

    void load(const QJsonObject& object, bool isNew);
    void rebase(const QJsonObject& object);

    /// What is sent; forms with write-only fields add them here.
    virtual QJsonObject body() const { return m_binding.current(); }
    virtual QJsonObject patch() const { return m_binding.patch(); }
    virtual bool isDirty() const { return m_binding.isDirty(); }

    virtual QString heading() const = 0;            ///< "chat-canary"
    virtual QString kindText() const { return {}; } ///< badge beside it: "canary"
    /// Buttons for the header, left of Discard and Save; owned by the form.
    virtual QList<QAbstractButton*> actions() const { return {}; }

    /// Visible and on an existing object: live parts may ask the gateway.
    void setLive(bool live);
    bool isLive() const { return m_live; }

Q_SIGNALS:
    /// Asks inline, once, before something that cannot be taken back.
    void confirmRequested(const QString& question, const QString& answer,
                          const std::function<void()>& action);
    /// A write of the form's own (roll back, rotate) went through: the page reads the object again, offers to
    /// take the change back, and says the text.
    void storedElsewhere(const QString& collection, const QString& id, const QString& text);

protected:
    /// After the editors are filled. `object` is what the API stores, or the template of a new one.
    virtual void shown(const QJsonObject& object, bool isNew) {
        Q_UNUSED(object)
        Q_UNUSED(isNew)
    }
    virtual void liveChanged(bool live) { Q_UNUSED(live) }

    const UiContext& context() const { return m_context; }
    Theme& theme() const { return *m_context.theme; }
    GatewayLink& link() const { return *m_context.link; }

private:
    UiContext m_context;
    FormBinding m_binding;
    bool m_live = false;
};

} // namespace tollgate::ui
