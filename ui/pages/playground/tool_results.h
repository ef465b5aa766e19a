#pragma once
// What the answer's tool calls are told: a field for each, and the button that goes on with them. Main
// thread.

#include "ui/pages/playground/play_stream.h"

#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace tollgate::ui {

class ToolResults : public QWidget {
    Q_OBJECT
public:
    explicit ToolResults(QWidget* parent = nullptr);

    /// Hidden while there are none. Calls that are there already keep what was typed.
    void setCalls(const QList<PlayToolCall>& calls, PlayDialect dialect);
    QList<PlayToolResult> results() const;
    void setCanSend(bool can);

Q_SIGNALS:
    void sendWanted();

private:
    struct Row {
        PlayToolCall call;
        QPlainTextEdit* text = nullptr;
        QCheckBox* failed = nullptr;
    };
    void addRow(const PlayToolCall& call, PlayDialect dialect);

    QList<Row> m_rows;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_column = nullptr;
    QPushButton* m_send = nullptr;
};

} // namespace tollgate::ui
