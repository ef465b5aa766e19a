#pragma once
// A body in three readings: made readable, as it was (a stream with the time of each event), and as a tree of
// its JSON. Plain text, all of it.

#include <QList>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QStackedLayout;
class QTreeView;

namespace tollgate::ui {

class EmptyState;
class JsonTreeModel;
class SegmentedControl;

class BodyView : public QWidget {
    Q_OBJECT
public:
    /// More than this is cut off in the view (never in what is copied): a text widget lays out all it holds.
    static constexpr qsizetype kMostShown = 256 * 1024;

    /// readable: from the raw text; its result may be empty, then only the raw text is offered.
    BodyView(const QString& name, const QString& readableName,
             std::function<QString(const QString&)> readable, QWidget* parent = nullptr);

    /// eventMs: of a stream, when each event was sent; may be fewer than there are.
    void setBody(const std::optional<QString>& body, const QList<qint64>& eventMs = {});
    /// Nothing is known of the body: it is on its way, or could not be asked for. No text of before stays.
    void setUnknown(const QString& why, const QString& text = {});
    QString shownText() const; ///< empty while the tree shows
    SegmentedControl* reading() const { return m_reading; }
    QTreeView* tree() const { return m_tree; }
    JsonTreeModel* treeModel() const { return m_treeModel; }

Q_SIGNALS:
    void settingsWanted(); ///< bodies are not kept; the setting can change that

private:
    void refresh();
    void makeTree(QWidget* parent);
    void fillTree();
    void copyTreeValue();

    std::function<QString(const QString&)> m_makeReadable;
    std::optional<QString> m_body;
    QList<qint64> m_eventMs;
    QString m_readable;
    bool m_treeFilled = false; ///< for this body
    SegmentedControl* m_reading = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QTreeView* m_tree = nullptr;
    JsonTreeModel* m_treeModel = nullptr;
    QStackedLayout* m_views = nullptr; ///< text or tree
    QLabel* m_cut = nullptr;
    EmptyState* m_notKept = nullptr;
    EmptyState* m_unknown = nullptr;
    QStackedLayout* m_stack = nullptr;
};

/// A read-only monospaced text in the colours of the theme.
QPlainTextEdit* makeTextView(const QString& accessibleName, QWidget* parent);

} // namespace tollgate::ui
