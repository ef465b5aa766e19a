#pragma once
// Coloured swatches with their names, for the caption of a chart's card.

#include <QStringList>
#include <QWidget>

namespace tollgate::ui {

class LegendLabel : public QWidget {
    Q_OBJECT
public:
    enum class Swatch { Line, Square };

    explicit LegendLabel(Swatch swatch, QWidget* parent = nullptr);

    /// Each name in its Theme::seriesColor. `trailing` follows muted: "by provider".
    void setNames(const QStringList& names, const QString& trailing = {});
    QStringList names() const { return m_names; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int swatchWidth() const;
    int widthOf(const QString& name) const;

    Swatch m_swatch;
    QStringList m_names;
    QString m_trailing;
};

} // namespace tollgate::ui
