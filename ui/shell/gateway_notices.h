#pragma once
// What the gateway has to say about itself, under the title: a full disk, an address others can reach. One
// line each, there for as long as it is so; hidden when there is nothing.

#include <QJsonArray>
#include <QWidget>

class QVBoxLayout;

namespace tollgate::ui {

class GatewayNotices : public QWidget {
    Q_OBJECT
public:
    explicit GatewayNotices(QWidget* parent = nullptr);

    /// As `notices` in a tick: {"id","level":"warning"|"error","text"}.
    void setNotices(const QJsonArray& notices);
    QStringList texts() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_lines = nullptr;
    QJsonArray m_notices;
};

} // namespace tollgate::ui
