#pragma once
// The line under the pages: what the ledger holds, or what the page says of itself; at the right a hint or
// the version.

#include <QJsonObject>
#include <QWidget>

class QLabel;

namespace tollgate::ui {

class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setTick(const QJsonObject& tick);
    /// The page's own words; where it has none, the ledger's figures and the version stand instead.
    void setPageTexts(const QString& text, const QString& hint);

    /// Of a console on a gateway elsewhere: which one, always in view.
    void setGateway(const QString& name);

    QString leftText() const;
    QString rightText() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    QLabel* m_left = nullptr;
    QLabel* m_right = nullptr;
    QLabel* m_gateway = nullptr;
    QString m_ledger;
    QString m_pageText;
    QString m_pageHint;
};

} // namespace tollgate::ui
