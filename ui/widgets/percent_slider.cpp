#include "ui/widgets/percent_slider.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/paint.h"

#include <QDoubleSpinBox>
#include <QLocale>
#include <QMouseEvent>
#include <QPushButton>
#include <QSlider>

namespace tollgate::ui {

/// Horizontal slider in the canary's colour; a click jumps to where it was made.
class TintedSlider : public QSlider {
public:
    explicit TintedSlider(QWidget* parent)
        : QSlider(Qt::Horizontal, parent) {}

    QSize sizeHint() const override {
        const Theme& theme = Theme::of(this);
        return {theme.px(200), theme.px(22)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        const qreal knob = theme.px(14);
        const QRectF groove(0, (height() - theme.px(6)) / 2.0, width(), theme.px(6));
        const qreal centre = knobCentre();
        const QColor tint = isEnabled() ? theme.seriesColor(u"canary"_qs) : theme.color(ColorRole::TextFaint);
        paintRoundedRect(painter, groove, groove.height() / 2, theme.color(ColorRole::Border), {});
        if (value() > minimum())
            paintRoundedRect(painter, QRectF(groove.left(), groove.top(), centre, groove.height()),
                             groove.height() / 2, tint, {});
        painter.setBrush(tint);
        painter.setPen(QPen(theme.color(ColorRole::Card), 2));
        painter.drawEllipse(QPointF(centre, height() / 2.0), knob / 2, knob / 2);
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.color(ColorRole::Accent), 1.5));
            painter.drawEllipse(QPointF(centre, height() / 2.0), knob / 2 + 1.5, knob / 2 + 1.5);
        }
    }

    void mousePressEvent(QMouseEvent* event) override { follow(event); }

    void mouseMoveEvent(QMouseEvent* event) override {
        if (event->buttons() & Qt::LeftButton)
            follow(event);
    }

private:
    qreal margin() const { return Theme::of(this).px(14) / 2.0 + 2; }

    qreal knobCentre() const {
        const qreal share = qreal(value() - minimum()) / qMax(1, maximum() - minimum());
        return margin() + share * (width() - 2 * margin());
    }

    void follow(QMouseEvent* event) {
        if (!(event->buttons() & Qt::LeftButton))
            return;
        const qreal share = (event->position().x() - margin()) / qMax(1.0, width() - 2 * margin());
        setValue(minimum() + qRound(qBound(0.0, share, 1.0) * (maximum() - minimum())));
    }
};

namespace {

/// "15 %", and "12.5 %" only where the half is meant.
class PercentSpin : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override { return QLocale::c().toString(value, 'g', 4); }
};

} // namespace

PercentSlider::PercentSlider(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_slider(new TintedSlider(this))
    , m_spin(new PercentSpin(this))
    , m_presets(new QWidget(this)) {
    setAccessibleName(accessibleName);
    m_slider->setRange(0, 100);
    m_slider->setPageStep(5);
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_slider->setAccessibleName(accessibleName);
    setFocusProxy(m_slider);
    m_spin->setRange(0, 100);
    m_spin->setDecimals(1);
    m_spin->setLocale(QLocale::c());
    m_spin->setSuffix(u" %"_qs);
    m_spin->setAccessibleName(tr("%1, exact").arg(accessibleName));

    auto* column = makeColumn(4);
    auto* row = makeRow(12);
    row->addWidget(m_slider, 1);
    row->addWidget(m_spin);
    column->addLayout(row);
    column->addWidget(m_presets);
    setLayout(column);
    new FlowLayout(m_presets, Theme::of(this).px(6));
    setPresets({1, 5, 15, 25, 50, 100});

    connect(m_slider, &QSlider::valueChanged, this, [this](int percent) {
        if (qRound(m_spin->value()) != percent) // a typed 12.5 stays 12.5
            m_spin->setValue(percent);
    });
    connect(m_spin, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        m_slider->setValue(qRound(percent));
        Q_EMIT valueChanged(percent);
    });
}

void PercentSlider::setPresets(const QList<double>& percents) {
    while (QLayoutItem* item = m_presets->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const double percent : percents) {
        auto* chip = new QPushButton(QLocale::c().toString(percent) + u" %"_qs, m_presets);
        chip->setAccessibleName(tr("Set %1 %").arg(percent));
        chip->setFont(Theme::of(this).textFont(-0.75));
        setKind(chip, "chip");
        connect(chip, &QPushButton::clicked, this, [this, percent] { setValue(percent); });
        m_presets->layout()->addWidget(chip);
    }
    m_presets->setVisible(!percents.isEmpty());
}

double PercentSlider::value() const {
    return m_spin->value();
}

void PercentSlider::setValue(double percent) {
    m_spin->setValue(percent);
}

} // namespace tollgate::ui
