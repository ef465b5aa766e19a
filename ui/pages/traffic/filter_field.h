#pragma once
// The one-line filter with completion of fields and values. It edits text; what the text means, the gateway
// says.

#include <QHash>
#include <QLineEdit>

#include <functional>

class QCompleter;
class QStandardItemModel;

namespace tollgate::ui {

class FilterLineEdit : public QLineEdit {
    Q_OBJECT
public:
    using Values = std::function<QHash<QString, QStringList>()>;

    explicit FilterLineEdit(Values values, QWidget* parent = nullptr);

    void showRefused(bool refused); ///< marks the field; the words stand under it
    /// What is offered now, for tests and for assistive technology.
    QStringList offered() const;
    bool showsShortcut() const; ///< there is room for it beside the hint
    QCompleter* completions() const { return m_completer; }

Q_SIGNALS:
    void used();        ///< got the focus
    void filterTyped(); ///< after a pause in typing, or Enter
    void left();        ///< Esc in an empty field, or Down without a list: to the rows

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void offer();
    void accept(const QString& completion);
    void acceptOffered();

    Values m_values;
    QCompleter* m_completer = nullptr;
    QStandardItemModel* m_offers = nullptr;
};

} // namespace tollgate::ui
