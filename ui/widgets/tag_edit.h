#pragma once
// Editor for a list of strings: one chip each, and a field that adds more.

#include <QStringList>
#include <QWidget>

class QLineEdit;

namespace tollgate::ui {

class FlowLayout;

/// Enter, comma or leaving the field adds; Backspace in the empty field takes the last one back for editing.
class TagEdit : public QWidget {
    Q_OBJECT
public:
    explicit TagEdit(const QString& placeholder = {}, QWidget* parent = nullptr);

    QStringList tags() const { return m_tags; }
    void setTags(const QStringList& tags); ///< does not emit
    void setCompletions(const QStringList& known);
    QLineEdit* input() const { return m_input; }

Q_SIGNALS:
    void tagsChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void commitInput();
    void rebuild();
    void removeTag(const QString& tag);

    QStringList m_tags;
    QString m_placeholder;
    FlowLayout* m_flow = nullptr;
    QLineEdit* m_input = nullptr;
};

} // namespace tollgate::ui
