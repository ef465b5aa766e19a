#include "ui/pages/flags/ramp_edit.h"

#include "ui/pages/flags/flag_text.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/wrap_columns.h"

namespace tollgate::ui {

RampEdit::RampEdit(QWidget* parent)
    : QWidget(parent) {
    auto* line = new WrapColumns(Theme::of(this).px(12), {4, 7});
    setLayout(line);
    m_mode = new ChoiceBox(this);
    m_mode->setObjectName(QStringLiteral("rampMode"));
    m_mode->setAccessibleName(tr("Ramp"));
    m_mode->addChoice(QStringLiteral("none"), tr("by hand"));
    m_mode->addChoice(QStringLiteral("steps"), tr("while healthy"));
    guardWheel(m_mode);
    line->addColumn(m_mode);
    m_details = new QWidget(this);
    auto* row = makeRow(6);
    m_details->setLayout(row);
    m_step = makeDecimal(0.01, 100, 2, tr(" %"), m_details);
    m_step->setPrefix(QStringLiteral("+"));
    m_step->setAccessibleName(tr("Ramp step"));
    m_every = makeDecimal(0.01, 43'200, 2, tr(" min"), m_details);
    m_every->setAccessibleName(tr("Ramp interval"));
    m_most = makeDecimal(0, 100, 2, tr(" %"), m_details);
    m_most->setAccessibleName(tr("Ramp end"));
    const auto word = [&](const QString& text) {
        row->addWidget(makeLabel(text, ColorRole::TextMuted, -1, QFont::Normal, m_details));
    };
    row->addWidget(m_step, 5);
    word(tr("every"));
    row->addWidget(m_every, 6);
    word(tr("to"));
    row->addWidget(m_most, 5);
    for (QWidget* spin :
         {static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_every), static_cast<QWidget*>(m_most)}) {
        spin->setFont(Theme::of(this).textFont(-0.75));
        setKind(spin, "tight");
        guardWheel(spin);
    }
    // Keeps its place while hidden: the choice beside it does not jump.
    QSizePolicy keeps = m_details->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_details->setSizePolicy(keeps);
    line->addColumn(m_details);
    setFocusProxy(m_mode);
    setValue(QJsonValue::Null);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &RampEdit::follow);
    connect(m_step, &QDoubleSpinBox::valueChanged, this, &RampEdit::changed);
    connect(m_every, &QDoubleSpinBox::valueChanged, this, &RampEdit::changed);
    connect(m_most, &QDoubleSpinBox::valueChanged, this, &RampEdit::changed);
}

void RampEdit::follow() {
    m_details->setVisible(m_mode->id() == QLatin1String("steps"));
    Q_EMIT changed();
}

void RampEdit::setValue(const QJsonValue& ramp) {
    m_given = ramp.toObject();
    const QJsonObject& object = m_given;
    m_mode->setId(ramp.isObject() ? QStringLiteral("steps") : QStringLiteral("none"));
    m_step->setValue(object.value(u"step_percent").toDouble(10));
    m_every->setValue(object.value(u"every_minutes").toDouble(30));
    m_most->setValue(object.value(u"max_percent").toDouble(50));
    follow();
}

QJsonValue RampEdit::value() const {
    if (m_mode->id() != QLatin1String("steps"))
        return QJsonValue::Null;
    QJsonObject ramp = m_given; // with what is not shown here
    ramp.insert(u"step_percent", m_step->value());
    ramp.insert(u"every_minutes", m_every->value());
    ramp.insert(u"max_percent", m_most->value());
    return ramp;
}

QString RampEdit::say(const QJsonValue& ramp) {
    if (!ramp.isObject())
        return tr("by hand");
    const QJsonObject object = ramp.toObject();
    return tr("+%1 every %2 min up to %3")
        .arg(flagText::percent(object.value(u"step_percent").toDouble()))
        .arg(object.value(u"every_minutes").toDouble())
        .arg(flagText::percent(object.value(u"max_percent").toDouble()));
}

} // namespace tollgate::ui
