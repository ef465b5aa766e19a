#pragma once
// A body as plain text, in two readings: made readable, and the bytes as they were.

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QStackedLayout;

namespace tollgate::ui {

class EmptyState;
class SegmentedControl;

class BodyView : public QWidget {
    Q_OBJECT
public:
    /// More than this is cut off in the view (never in what is copied): a text widget lays out all it holds.
    static constexpr qsizetype kMostShown = 256 * 1024;

    /// readable: from the raw text; its result may be empty, then only the raw text is offered.
    BodyView(const QString& name, const QString& readableName,
             std::function<QString(const QString&)> readable, QWidget* parent = nullptr);

    void setBody(const std::optional<QString>& body);
    QString shownText() const;

Q_SIGNALS:
    void settingsWanted(); ///< bodies are not kept; the setting can change that

private:
    void refresh();

    std::function<QString(const QString&)> m_makeReadable;
    std::optional<QString> m_body;
    QString m_readable;
    SegmentedControl* m_reading = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_cut = nullptr;
    EmptyState* m_notKept = nullptr;
    QStackedLayout* m_stack = nullptr;
};

/// A read-only monospaced text in the colours of the theme.
QPlainTextEdit* makeTextView(const QString& accessibleName, QWidget* parent);

} // namespace tollgate::ui
