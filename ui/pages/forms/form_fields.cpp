#include "ui/pages/forms/form_fields.h"

#include "ui/models/format.h"
#include "ui/widgets/completions.h"
#include "ui/widgets/money_spin.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/percent_slider.h"
#include "ui/widgets/tag_edit.h"

#include <QCompleter>
#include <QEvent>
#include <QJsonArray>

#include <cmath>

namespace tollgate::ui {

namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

using Say = std::function<QString(const QJsonValue&)>;

FormField* bound(FormBinding& binding, const QString& path, const QString& label, QWidget* editor,
                 std::function<QJsonValue()> read, std::function<void(const QJsonValue&)> write,
                 Say say = {}) {
    auto* field = new FormField(label, editor);
    field->setParam(path);
    editor->setObjectName(path);
    FormBinding::Field entry;
    entry.path = path;
    entry.label = label;
    entry.read = std::move(read);
    entry.write = std::move(write);
    entry.say = std::move(say);
    entry.showError = [field](const QString& message) { field->setError(message); };
    entry.editor = editor;
    binding.add(std::move(entry));
    guardWheel(editor);
    return field;
}

QJsonValue textOrNull(const QString& text, bool emptyIsNull) {
    return emptyIsNull && text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// 0.07 × 100 is 7.000000000000001; the API should not see such tails.
double tidy(double value) {
    return std::round(value * 1e9) / 1e9;
}

} // namespace

void guardWheel(QWidget* editor) {
    if (!editor->focusProxy())
        editor->setFocusPolicy(Qt::StrongFocus);
    editor->installEventFilter(new WheelGuard(editor));
}

OptionalNumberEdit::OptionalNumberEdit(const QString& nothing, QWidget* parent)
    : QLineEdit(parent) {
    setPlaceholderText(nothing);
    setInputMethodHints(Qt::ImhDigitsOnly);
}

QJsonValue OptionalNumberEdit::value() const {
    QString digits = text();
    digits.remove(u' ').remove(QChar(0x2009)).remove(QChar(0x00A0)).remove(QChar(0x202F));
    if (digits.isEmpty())
        return QJsonValue::Null;
    bool fine = false;
    const qint64 number = digits.toLongLong(&fine);
    return fine ? QJsonValue(number) : QJsonValue(text());
}

void OptionalNumberEdit::setValue(const QJsonValue& value) {
    setText(value.isDouble() ? format::count(value.toInteger()) : QString());
}

bool OptionalNumberEdit::isAcceptable() const {
    const QJsonValue now = value();
    return now.isNull() || (now.isDouble() && now.toInteger() > 0);
}

NamePicker::NamePicker(const QString& placeholder, QWidget* parent)
    : QComboBox(parent) {
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
    setFont(Theme::of(this).textFont(-0.75));
    lineEdit()->setPlaceholderText(placeholder);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    styleCompletions(*completer());
}

void NamePicker::setNames(const QStringList& names) {
    if (names == m_names)
        return; // live pages set them again and again, while somebody types
    m_names = names;
    const QString kept = currentText();
    const int cursor = lineEdit()->cursorPosition();
    const QSignalBlocker quiet(this);
    clear();
    addItems(names);
    setName(kept);
    lineEdit()->setCursorPosition(cursor);
}

void NamePicker::setName(const QString& name) {
    setCurrentIndex(findText(name, Qt::MatchExactly | Qt::MatchCaseSensitive));
    setEditText(name);
    lineEdit()->setCursorPosition(0);
}

void ChoiceBox::setId(const QString& id) {
    int index = findData(id);
    if (index < 0 && !id.isEmpty()) {
        addItem(id, id);
        index = count() - 1;
    }
    setCurrentIndex(index < 0 ? 0 : index);
}

namespace bindField {

FormField* text(FormBinding& binding, const QString& path, const QString& label, QLineEdit* edit,
                bool emptyIsNull) {
    FormField* field = bound(
        binding, path, label, edit,
        [edit, emptyIsNull] { return textOrNull(edit->text().trimmed(), emptyIsNull); },
        [edit](const QJsonValue& value) {
            edit->setText(value.toString());
            edit->setCursorPosition(0);
        });
    QObject::connect(edit, &QLineEdit::textChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* plainText(FormBinding& binding, const QString& path, const QString& label, QPlainTextEdit* edit) {
    edit->setTabChangesFocus(true);
    FormField* field = bound(
        binding, path, label, edit, [edit] { return QJsonValue(edit->toPlainText()); },
        [edit](const QJsonValue& value) { edit->setPlainText(value.toString()); });
    QObject::connect(edit, &QPlainTextEdit::textChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* number(FormBinding& binding, const QString& path, const QString& label, QSpinBox* edit) {
    FormField* field = bound(
        binding, path, label, edit, [edit] { return QJsonValue(edit->value()); },
        [edit](const QJsonValue& value) { edit->setValue(value.toInt(edit->minimum())); });
    QObject::connect(edit, &QSpinBox::valueChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* decimal(FormBinding& binding, const QString& path, const QString& label, QDoubleSpinBox* edit,
                   double scale) {
    FormField* field = bound(
        binding, path, label, edit, [edit, scale] { return QJsonValue(tidy(edit->value() / scale)); },
        [edit, scale](const QJsonValue& value) { edit->setValue(value.toDouble() * scale); },
        [edit, scale](const QJsonValue& value) -> QString {
            return edit->textFromValue(value.toDouble() * scale) + edit->suffix();
        });
    QObject::connect(edit, &QDoubleSpinBox::valueChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* optionalNumber(FormBinding& binding, const QString& path, const QString& label,
                          OptionalNumberEdit* edit) {
    FormField* field = bound(
        binding, path, label, edit, [edit] { return edit->value(); },
        [edit](const QJsonValue& value) { edit->setValue(value); },
        [edit](const QJsonValue& value) {
            return value.isDouble() ? QString::number(value.toInteger()) : edit->placeholderText();
        });
    binding.setCheck(path, [edit] {
        return edit->isAcceptable() ? QString() : FormBinding::tr("A whole number above 0, or empty.");
    });
    QObject::connect(edit, &QLineEdit::textChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* money(FormBinding& binding, const QString& path, const QString& label, MoneySpin* edit) {
    FormField* field = bound(
        binding, path, label, edit, [edit] { return QJsonValue(tidy(edit->value())); },
        [edit](const QJsonValue& value) { edit->setValue(value.toDouble()); },
        [](const QJsonValue& value) { return MoneySpin::format(value.toDouble()); });
    QObject::connect(edit, &QDoubleSpinBox::valueChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* choice(FormBinding& binding, const QString& path, const QString& label, ChoiceBox* edit,
                  bool emptyIsNull) {
    FormField* field = bound(
        binding, path, label, edit, [edit, emptyIsNull] { return textOrNull(edit->id(), emptyIsNull); },
        [edit](const QJsonValue& value) { edit->setId(value.toString()); },
        [edit](const QJsonValue& value) {
            const int index = edit->findData(value.toString());
            return index < 0 ? value.toString() : edit->itemText(index);
        });
    QObject::connect(edit, &QComboBox::currentIndexChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* name(FormBinding& binding, const QString& path, const QString& label, NamePicker* edit,
                bool emptyIsNull) {
    FormField* field = bound(
        binding, path, label, edit, [edit, emptyIsNull] { return textOrNull(edit->name(), emptyIsNull); },
        [edit](const QJsonValue& value) { edit->setName(value.toString()); });
    QObject::connect(edit, &QComboBox::editTextChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* percent(FormBinding& binding, const QString& path, const QString& label, PercentSlider* edit) {
    FormField* field = bound(
        binding, path, label, edit, [edit] { return QJsonValue(tidy(edit->value())); },
        [edit](const QJsonValue& value) { edit->setValue(value.toDouble()); },
        [](const QJsonValue& value) -> QString {
            return QString::number(value.toDouble(), 'g', 4) + QStringLiteral(" %");
        });
    QObject::connect(edit, &PercentSlider::valueChanged, &binding, &FormBinding::touch);
    return field;
}

FormField* tags(FormBinding& binding, const QString& path, const QString& label, TagEdit* edit) {
    FormField* field = bound(
        binding, path, label, edit, [edit] { return QJsonValue(QJsonArray::fromStringList(edit->tags())); },
        [edit](const QJsonValue& value) {
            QStringList texts;
            for (const QJsonValue& entry : value.toArray())
                texts.append(entry.toString());
            edit->setTags(texts);
        });
    QObject::connect(edit, &TagEdit::tagsChanged, &binding, &FormBinding::touch);
    return field;
}

void required(FormBinding& binding, const QString& path, const QString& message) {
    binding.setCheck(path, [&binding, path, message] {
        return binding.value(path).toString().isEmpty() ? message : QString();
    });
}

} // namespace bindField

} // namespace tollgate::ui
