#include "ui/shell/style/console_style.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGraphicsView>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace tollgate::ui {
namespace {

constexpr auto kBoldened = "tollgateBoldened"; ///< the weight a primary button had before

/// Anew: the first time, in its constructor, it was not yet what it is.
void measureFrame(QFrame* frame) {
    frame->setFrameStyle(frame->frameStyle());
}

bool isScrollContent(const QWidget* widget) {
    const QWidget* viewport = widget->parentWidget();
    return viewport && widget->objectName() == QLatin1StringView("scrollContent") &&
           qobject_cast<const QScrollArea*>(viewport->parentWidget());
}

} // namespace

ConsoleStyle::ConsoleStyle(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(&theme) {}

int ConsoleStyle::leastHeight(const QWidget* widget) const {
    ControlBox box;
    if (qobject_cast<const QPushButton*>(widget))
        box = buttonBox(theme(), widget);
    else if (qobject_cast<const QToolButton*>(widget))
        box = toolButtonBox(theme(), widget);
    else if (qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
             qobject_cast<const QAbstractSpinBox*>(widget))
        box = fieldBox(theme(), widget);
    else if (qobject_cast<const QSlider*>(widget))
        return px(20);
    return box.least < 0 ? -1 : box.leastHeight();
}

void ConsoleStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (const int least = leastHeight(widget); least >= 0)
        widget->setMinimumHeight(least);
    if (qobject_cast<QLineEdit*>(widget) || qobject_cast<QTabBar*>(widget) ||
        qobject_cast<QHeaderView*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
        widget->setMouseTracking(true);
    }
    if (auto* area = qobject_cast<QAbstractScrollArea*>(widget))
        polishArea(area);
    else if (qobject_cast<QScrollBar*>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false); // it is seen through
    else if (isScrollContent(widget))
        widget->setAutoFillBackground(false);
    else if (widget->inherits("QTipLabel"))
        measureFrame(static_cast<QFrame*>(widget));
    if (qobject_cast<QPushButton*>(widget) && controlKind(widget) == ControlKind::Primary) {
        QFont font = widget->font();
        if (!widget->property(kBoldened).isValid())
            widget->setProperty(kBoldened, int(font.weight()));
        font.setWeight(QFont::DemiBold);
        widget->setFont(font);
    }
}

void ConsoleStyle::unpolish(QWidget* widget) {
    QProxyStyle::unpolish(widget);
    if (const QVariant weight = widget->property(kBoldened); weight.isValid()) {
        QFont font = widget->font();
        font.setWeight(QFont::Weight(weight.toInt()));
        widget->setFont(font);
        widget->setProperty(kBoldened, QVariant());
    }
    widget->update();
}

void ConsoleStyle::polishArea(QAbstractScrollArea* area) {
    if (qobject_cast<QGraphicsView*>(area))
        return;
    area->viewport()->setAutoFillBackground(false);
    if (qobject_cast<QHeaderView*>(area))
        area->viewport()->setAttribute(Qt::WA_Hover);
    measureFrame(area);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_MenuButtonIndicator:
        if (qobject_cast<const QToolButton*>(widget))
            return 0;
        if (qobject_cast<const QPushButton*>(widget))
            return px(12);
        break;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonMargin:
    case PM_ButtonDefaultIndicator:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_TabBarTabHSpace:
    case PM_TabBarTabVSpace:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QAbstractScrollArea*>(widget) || qobject_cast<const QTabBar*>(widget))
            return isTextArea(widget) || isComboList(widget) || isCompletions(widget) ? 1 : 0;
        break;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(14) + 2;
    case PM_ToolTipLabelFrameWidth:
        return px(8) + 1;
    case PM_SplitterWidth:
        return 1;
    case PM_MenuPanelWidth:
        if (qobject_cast<const QMenu*>(widget))
            return 1;
        break;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        if (qobject_cast<const QMenu*>(widget))
            return px(4);
        return qobject_cast<const QComboBox*>(widget) ? px(5)
                                                      : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_RadioButtonLabelSpacing:
    case PM_CheckBoxLabelSpacing:
        if (qobject_cast<const QAbstractButton*>(widget))
            return px(8);
        break;
    case PM_ScrollBarExtent:
        return px(10);
    case PM_ScrollBarSliderMin:
        return px(28) + 2 * px(2);
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* data) const {
    switch (hint) {
    case SH_Table_GridLineColor:
        return static_cast<int>(color(ColorRole::Divider).rgba());
    case SH_ComboBox_PopupFrameStyle:
        return QFrame::NoFrame;
    case SH_ScrollBar_Transient:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace tollgate::ui
