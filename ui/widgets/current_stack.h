#pragma once
// Pages on top of each other, as large as the one on top needs: QStackedWidget asks every page it has, so
// that one wide page nobody looks at widens the window, and each is measured again with every change.

#include <QStackedLayout>
#include <QWidget>

namespace tollgate::ui {

class CurrentStack : public QWidget {
    Q_OBJECT
public:
    explicit CurrentStack(QWidget* parent = nullptr);

    int addWidget(QWidget* page) { return m_pages->addWidget(page); }
    int count() const { return m_pages->count(); }
    int indexOf(const QWidget* page) const { return m_pages->indexOf(page); }
    QWidget* widget(int index) const { return m_pages->widget(index); }
    QWidget* currentWidget() const { return m_pages->currentWidget(); }
    int currentIndex() const { return m_pages->currentIndex(); }
    void setCurrentWidget(QWidget* page) { m_pages->setCurrentWidget(page); }
    void setCurrentIndex(int index) { m_pages->setCurrentIndex(index); }

private:
    QStackedLayout* m_pages;
};

} // namespace tollgate::ui
