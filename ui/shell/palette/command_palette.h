#pragma once
// Ctrl+K: a field over the page and a list below it. Type a few letters, Enter does it, Esc goes back to
// where one was. Lies inside the window, so that nothing of it depends on the window manager.

#include "ui/shell/palette/palette_model.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace tollgate::ui {

class CommandPalette : public QWidget {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);

    /// Over `window`, empty, with these to choose from; the focus goes to the field.
    void open(const QList<PaletteItem>& items, const QStringList& recent);
    /// Objects that were still being read; what was typed and chosen stays.
    void setItems(const QList<PaletteItem>& items);
    void close(); ///< the focus goes back to where it was
    bool isOpen() const { return !isHidden(); }

    QLineEdit* field() const { return m_field; }
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void closed();
    void recentChanged(const QStringList& ids);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void choose(int row);
    void runCurrent();
    void narrow(const QString& pattern);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    bool holdsFocus(const QWidget* widget) const;

    PaletteModel* m_model = nullptr;
    QLineEdit* m_field = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_nothing = nullptr;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace tollgate::ui
