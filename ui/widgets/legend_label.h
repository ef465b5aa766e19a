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
    /// The names there is room for; the rest is counted, "+2", and told by the tool tip.
    qsizetype shownCount() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void tellRest();
    int swatchWidth() const;
    int widthOf(const QString& name) const;
    int widthOf(qsizetype shown) const; ///< with this many names, the count of the others and the trailing

    Swatch m_swatch;
    QStringList m_names;
    QString m_trailing;
};

} // namespace tollgate::ui
