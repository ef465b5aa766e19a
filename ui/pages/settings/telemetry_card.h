#pragma once
// Where traces and metrics go (OTLP), as a card of the settings form: with a test that says exactly what the
// collector said, and how it goes. Main thread.

#include "ui/widgets/card.h"

#include <QJsonObject>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class FormBinding;
class GatewayLink;

class TelemetryCard : public Card {
    Q_OBJECT
public:
    TelemetryCard(FormBinding& binding, GatewayLink& link, QWidget* parent = nullptr);

    void setStatus(const QJsonObject& telemetry); ///< "telemetry" of GET /status
    void test();                                  ///< with what the form says now, stored or not
    QString outcome() const;                      ///< of the last test
    QString state() const;

private:
    void addHeaders();
    void addMetrics();

    FormBinding& m_binding;
    GatewayLink& m_link;
    QPushButton* m_test = nullptr;
    QLabel* m_outcome = nullptr;
    QLabel* m_state = nullptr;
};

/// "name: value" lines → an object; nothing when a line is none.
std::optional<QJsonObject> headersOfText(const QString& text);
QString textOfHeaders(const QJsonObject& headers);

} // namespace tollgate::ui
