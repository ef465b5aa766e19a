#pragma once
// Which programs of a kind have really called, by their User-Agent and key.

#include "ui/pages/connect/clients_seen.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

class QGridLayout;

namespace tollgate::ui {

class SeenCard : public Card {
    Q_OBJECT
public:
    explicit SeenCard(QWidget* parent = nullptr);
    void setSeen(const QList<ClientsSeen::Seen>& seen);
    QStringList lines() const { return m_lines; }
    static QString when(qint64 atMs); ///< "14:05", "Nov 9 14:05"

Q_SIGNALS:
    void opened(const QString& traceId);

private:
    QGridLayout* m_grid = nullptr;
    QWidget* m_table = nullptr;
    QLabel* m_nobody = nullptr;
    QStringList m_lines;
};

} // namespace tollgate::ui
