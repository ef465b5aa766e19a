#pragma once
// "Which way would this request go?": POST /route/explain, nothing sent on, nothing spent.

#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class FormField;
class GatewayLink;
struct GatewayReply;

class ExplainCard : public Card {
    Q_OBJECT
public:
    explicit ExplainCard(GatewayLink* link, QWidget* parent = nullptr);

    /// The body begins as a small request to this alias.
    void setAlias(const QString& alias);
    QString resultText() const; ///< every line of the answer, for tests and assistive technology

public Q_SLOTS:
    void explain();

private:
    void show(const GatewayReply& reply);
    void addCandidate(const QJsonObject& candidate);
    void addLine(const QString& text, ColorRole role);
    void clearResult();

    GatewayLink* m_link;
    QString m_alias;
    QLineEdit* m_user = nullptr;
    QPlainTextEdit* m_body = nullptr;
    FormField* m_bodyField = nullptr;
    QPushButton* m_run = nullptr;
    QVBoxLayout* m_result = nullptr;
    QStringList m_lines;
};

} // namespace tollgate::ui
