#pragma once
// One field of a form: label above, editor, hint or the error about it below.

#include <QLabel>
#include <QWidget>

namespace tollgate::ui {

class FormField : public QWidget {
    Q_OBJECT
public:
    /// Takes the editor; the label is its buddy and, where it has none, its accessible name.
    FormField(const QString& label, QWidget* editor, QWidget* parent = nullptr);

    /// A field that its card already names; the label stays the accessible name.
    void setLabelVisible(bool visible) { m_label->setVisible(visible); }
    void setLabelWraps(); ///< a long label in a narrow column
    void setHint(const QString& hint);
    void setError(const QString& error); ///< empty clears it
    void clearError() { setError({}); }
    QString error() const { return m_error; }
    QWidget* editor() const { return m_editor; }
    QString label() const { return m_label->text(); }

    /// Path of the field in the API ("limits.rpm"), so that a refusal finds the field it is about.
    void setParam(const QString& param) { m_param = param; }
    QString param() const { return m_param; }

    /// Puts an API error at the field under `root` whose param matches exactly or as a prefix; false when
    /// none.
    static bool showError(const QWidget* root, const QString& param, const QString& message);
    static void clearErrors(const QWidget* root);

private:
    void refresh();

    QLabel* m_label = nullptr;
    QLabel* m_below = nullptr;
    QWidget* m_editor = nullptr;
    QString m_hint;
    QString m_error;
    QString m_param;
};

} // namespace tollgate::ui
