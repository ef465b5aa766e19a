#include "ui/widgets/form_field.h"

#include "ui/widgets/paint.h"

#include <QStyle>

namespace tollgate::ui {

FormField::FormField(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_label(makeLabel(label, ColorRole::TextMuted, -1, QFont::Normal, this))
    , m_below(makeLabel({}, ColorRole::TextFaint, -1, QFont::Normal, this))
    , m_editor(editor) {
    auto* column = makeColumn(3);
    setLayout(column);
    m_label->setBuddy(editor);
    m_below->setWordWrap(true);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addWidget(m_below);
    setFocusProxy(editor);
    // Beside a taller neighbour the field stays at the top instead of spreading its parts.
    const QSizePolicy::Policy vertical = editor->sizePolicy().verticalPolicy();
    const bool grows = vertical & QSizePolicy::ExpandFlag || vertical & QSizePolicy::IgnoreFlag;
    m_label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_below->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (!grows) // a spacer, unlike a widget, adds no gap of its own: buttons beside the editor stand level
        column->addSpacerItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Preferred));
    setSizePolicy(QSizePolicy::Expanding, grows ? QSizePolicy::Expanding : QSizePolicy::Preferred);
    refresh();
}

void FormField::setLabelWraps() {
    m_label->setWordWrap(true);
}

void FormField::setHint(const QString& hint) {
    m_hint = hint;
    refresh();
}

void FormField::setError(const QString& error) {
    if (m_error == error)
        return;
    m_error = error;
    refresh();
}

void FormField::refresh() {
    const bool invalid = !m_error.isEmpty();
    m_below->setText(invalid ? m_error : m_hint);
    m_below->setVisible(!m_below->text().isEmpty());
    setLabelRole(m_below, invalid ? ColorRole::Bad : ColorRole::TextFaint);
    m_editor->setAccessibleDescription(m_below->text());
    if (m_editor->property("invalid").toBool() == invalid)
        return;
    m_editor->setProperty("invalid", invalid);
    if (!m_editor->testAttribute(Qt::WA_WState_Polished))
        return;
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
}

bool FormField::showError(const QWidget* root, const QString& param, const QString& message) {
    if (param.isEmpty())
        return false;
    FormField* best = nullptr;
    for (FormField* field : root->findChildren<FormField*>()) {
        const QString own = field->param();
        const bool matches =
            !own.isEmpty() && (param == own || param.startsWith(own + u'.') || param.startsWith(own + u'['));
        if (matches && (!best || own.size() > best->param().size()))
            best = field;
    }
    if (!best)
        return false;
    best->setError(message);
    best->editor()->setFocus(Qt::OtherFocusReason);
    return true;
}

void FormField::clearErrors(const QWidget* root) {
    for (FormField* field : root->findChildren<FormField*>())
        field->clearError();
}

} // namespace tollgate::ui
