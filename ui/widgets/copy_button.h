#pragma once
// Copies a text to the clipboard and says so for a moment.

#include <QPushButton>

#include <functional>

namespace tollgate::ui {

class CopyButton : public QPushButton {
    Q_OBJECT
public:
    /// what: completes "Copy …" for assistive technology ("address", "trace id").
    CopyButton(const QString& what, std::function<QString()> text, QWidget* parent = nullptr);

private:
    void copy();

    std::function<QString()> m_textToCopy;
};

} // namespace tollgate::ui
