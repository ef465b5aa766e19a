#pragma once
// One rule in the list: its condition in words and patterns, what it serves, and a menu.

#include "ui/pages/flags/flag_text.h"
#include "ui/widgets/paint.h"

#include <QWidget>

class QToolButton;

#include <functional>

namespace tollgate::ui {

class Badge;

/// Words in the text font, patterns in the mono font, one line, elided at the end.
class PieceLabel : public QWidget {
    Q_OBJECT
public:
    explicit PieceLabel(QWidget* parent = nullptr);
    void setPieces(const QList<flagText::Piece>& pieces);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Word {
        QString text; ///< with the space after it
        bool mono = false;
        int width = 0;
        int bareWidth = 0; ///< without that space
    };
    const QList<Word>& words() const;
    int lineHeight() const;
    void eachWord(int width, const std::function<void(const QRect&, const Word&)>& use) const;

    QList<flagText::Piece> m_pieces;
    mutable QList<Word> m_words; ///< measured once: layouts ask again and again
};

class RuleRow : public QWidget {
    Q_OBJECT
public:
    enum class Serve { Badge, Text };
    RuleRow(const QList<flagText::Piece>& when, const QString& serve, Tone tone, Serve style,
            QWidget* parent = nullptr);

    /// Adds the menu; without it the row only tells.
    void setMenu(bool first, bool last);
    QWidget* menuButton() const;

Q_SIGNALS:
    void editRequested();
    void moveRequested(int by);
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void showMenu();

    QToolButton* m_more = nullptr;
    bool m_first = false;
    bool m_last = false;
};

} // namespace tollgate::ui
