#pragma once
// How the console's controls look: painted from the table of colours at the moment of painting, over Qt's
// Fusion for whatever is not told here. There is no style sheet: Qt would read its rules for every widget
// when it is first shown and for all of them again at each change of the theme, which holds the interface for
// seconds. Here a change of the theme is another palette and a repaint.

#include "ui/shell/style/control_box.h"
#include "ui/shell/theme.h"

#include <QHash>
#include <QIcon>
#include <QPointer>
#include <QProxyStyle>

class QAbstractScrollArea;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;

namespace tollgate::ui {

/// Main thread; owned by the application once it is set.
class ConsoleStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit ConsoleStyle(const Theme& theme);

    /// Whose colours and lengths count from now on.
    void follow(const Theme& theme) { m_theme = &theme; }

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

private:
    const Theme& theme() const { return m_theme ? *m_theme : Theme::of(nullptr); }
    QColor color(ColorRole role) const { return theme().color(role); }
    int px(int length) const { return theme().px(length); }

    void polishArea(QAbstractScrollArea* area);
    int leastHeight(const QWidget* widget) const; ///< -1: the control says it itself

    QSize headerSize(const QStyleOptionHeader& option, const QSize& size, const QWidget* widget) const;
    QSize menuItemSize(const QStyleOptionMenuItem& option, const QSize& size, const QWidget* widget) const;
    QRect frameContents(SubElement element, const QStyleOption* option, const QWidget* widget) const;
    QRect comboPart(const QStyleOptionComplex& option, SubControl part, const QWidget* widget) const;
    QRect spinPart(const QStyleOptionSpinBox& option, SubControl part, const QWidget* widget) const;
    QRect scrollBarPart(const QStyleOptionSlider& option, SubControl part, const QWidget* widget) const;

    void drawButtonPart(ControlElement element, const QStyleOptionButton& option, QPainter& painter,
                        const QWidget* widget) const;
    void drawButton(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) const;
    void drawButtonPanel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) const;
    void drawButtonLabel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) const;
    void drawToolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget) const;
    void drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawCombo(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget) const;
    void drawComboLabel(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget) const;
    void drawSpin(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const;
    void drawCheckMark(const QStyleOption& option, QPainter& painter, bool round) const;
    void drawCheckBox(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget,
                      bool round) const;
    void drawTab(const QStyleOptionTab& option, QPainter& painter) const;
    void drawHeader(const QStyleOptionHeader& option, QPainter& painter, const QWidget* widget) const;
    void drawHeaderSection(const QStyleOption& option, QPainter& painter) const;
    void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter, const QWidget* widget) const;
    void drawMenuText(const QStyleOptionMenuItem& option, QPainter& painter, const QRect& rect,
                      const QWidget* widget) const;
    bool drawItemControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                         const QWidget* widget) const;
    /// One of resources/controls, in the colours of the theme unless it is always the same.
    void drawImage(QPainter& painter, const QRect& rect, const char* name, bool themed = true) const;

    QPointer<const Theme> m_theme;
    mutable QHash<QString, QIcon> m_images;
};

} // namespace tollgate::ui
