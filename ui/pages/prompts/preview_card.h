#pragma once
// What a version says with its variables filled in, as the gateway renders it: a field for every variable,
// the messages below. Asks a moment after the last change.

#include "ui/widgets/card.h"

#include <QHash>
#include <QJsonObject>
#include <QTimer>

class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace tollgate::ui {

class FormField;
class GatewayLink;
struct GatewayReply;

class PreviewCard : public Card {
    Q_OBJECT
public:
    explicit PreviewCard(GatewayLink& link, QWidget* parent = nullptr);

    /// System text, template and settings, as a version has them.
    void setDraft(const QJsonObject& draft);
    /// Sleeping it asks for nothing.
    void setLive(bool live);

    /// {"text": "…"}: what has been typed for the variables of the templates.
    QJsonObject variables() const;
    QString systemText() const;
    QString userText() const;
    QString problem() const;

Q_SIGNALS:
    /// The templates are none: "system" or "template" and why; both empty when they are fine.
    void judged(const QString& param, const QString& message);

private:
    struct Variable {
        QString name;
        bool section = false;
        bool required = false;
        friend bool operator==(const Variable&, const Variable&) = default;
    };
    void ask();
    void take(const GatewayReply& reply);
    void setVariables(const QList<Variable>& variables);
    void say(const QString& problem);
    static void put(QPlainTextEdit* view, const QString& text);

    GatewayLink& m_link;
    QTimer m_soon;
    QJsonObject m_draft;
    bool m_live = false;
    bool m_stale = true;
    int m_generation = 0;
    QList<Variable> m_variables;
    QHash<QString, QString> m_typed; ///< kept while a variable comes and goes
    QGridLayout* m_grid = nullptr;
    QHash<QString, QPlainTextEdit*> m_edits;
    QLabel* m_none = nullptr;
    QLabel* m_problem = nullptr;
    FormField* m_systemField = nullptr;
    QPlainTextEdit* m_system = nullptr;
    QPlainTextEdit* m_user = nullptr;
};

} // namespace tollgate::ui
