#pragma once
// A raised panel: title at the left, caption or controls at the right, content below.

#include <QVBoxLayout>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tollgate::ui {

class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    QVBoxLayout* content() const { return m_content; } ///< where the content goes
    QHBoxLayout* headerRow() const { return m_header; }

    void setTitle(const QString& title);
    QString title() const;
    /// Monospaced second part of the title, as in "Canary · chat-default".
    void setTitleSuffix(const QString& suffix);
    void setCaption(const QString& caption); ///< muted text at the right
    void addHeaderWidget(QWidget* widget);   ///< to the right of the caption

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_content = nullptr;
    QHBoxLayout* m_header = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_suffix = nullptr;
    QLabel* m_caption = nullptr;
};

/// Heading inside a card or a form, with an optional muted explanation under it.
class SectionHeader : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeader(const QString& title, const QString& explanation = {}, QWidget* parent = nullptr);
    void setExplanation(const QString& text);

private:
    QLabel* m_explanation = nullptr;
};

/// One-pixel line in the divider colour.
class Divider : public QWidget {
    Q_OBJECT
public:
    explicit Divider(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace tollgate::ui
