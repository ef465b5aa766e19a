#pragma once
// Labelled editors bound to a field path each: makes the FormField, fills it, reads it, places errors at it.
// Main thread.

#include "ui/pages/forms/form_binding.h"
#include "ui/widgets/form_field.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace tollgate::ui {

class MoneySpin;
class PercentSlider;
class TagEdit;

/// A whole number, or nothing: an empty field is null.
class OptionalNumberEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit OptionalNumberEdit(const QString& nothing, QWidget* parent = nullptr);
    QJsonValue value() const;
    void setValue(const QJsonValue& value);
    bool isAcceptable() const;
};

/// Free text with known names to choose from; setting the names keeps the text.
class NamePicker : public QComboBox {
    Q_OBJECT
public:
    explicit NamePicker(const QString& placeholder, QWidget* parent = nullptr);
    void setNames(const QStringList& names);
    QString name() const { return currentText().trimmed(); }
    void setName(const QString& name);

private:
    QStringList m_names;
};

/// A choice of fixed ids; unknown ids of newer gateways are added as they are.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;
    void addChoice(const QString& id, const QString& text) { addItem(text, id); }
    QString id() const { return currentData().toString(); }
    void setId(const QString& id);
};

/// The wheel scrolls the form, not the value under the pointer, until the editor has the focus.
void guardWheel(QWidget* editor);

namespace bindField {

FormField* text(FormBinding& binding, const QString& path, const QString& label, QLineEdit* edit,
                bool emptyIsNull = false);
FormField* plainText(FormBinding& binding, const QString& path, const QString& label, QPlainTextEdit* edit);
FormField* number(FormBinding& binding, const QString& path, const QString& label, QSpinBox* edit);
/// `scale`: what the editor shows per unit of the API; 100 for a ratio shown as percent.
FormField* decimal(FormBinding& binding, const QString& path, const QString& label, QDoubleSpinBox* edit,
                   double scale = 1);
FormField* optionalNumber(FormBinding& binding, const QString& path, const QString& label,
                          OptionalNumberEdit* edit);
FormField* money(FormBinding& binding, const QString& path, const QString& label, MoneySpin* edit);
FormField* choice(FormBinding& binding, const QString& path, const QString& label, ChoiceBox* edit,
                  bool emptyIsNull = false);
FormField* name(FormBinding& binding, const QString& path, const QString& label, NamePicker* edit,
                bool emptyIsNull = false);
FormField* percent(FormBinding& binding, const QString& path, const QString& label, PercentSlider* edit);
FormField* tags(FormBinding& binding, const QString& path, const QString& label, TagEdit* edit);

/// Refuses an empty text before the API has to.
void required(FormBinding& binding, const QString& path, const QString& message);

} // namespace bindField

} // namespace tollgate::ui
