#pragma once
// A client's own configuration file: what would change, write it, take it back.

#include "ui/pages/connect/client_kinds.h"
#include "ui/pages/connect/files/client_file.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <optional>

class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class Badge;

class FileCard : public Card {
    Q_OBJECT
public:
    explicit FileCard(QWidget* parent = nullptr);

    /// `refusal`: why this client cannot work here; nothing is written then.
    void setSubject(const ClientKind& kind, const QString& home, const QString& refusal);
    void setTarget(const ClientTarget& target);
    void refresh(); ///< looks at the disk again
    QString diff() const;
    QString stateText() const;

Q_SIGNALS:
    void written();                      ///< the probe may be sent
    void told(const QString& text);      ///< for the message bar
    void failed(const QString& problem); ///< for the message bar

private:
    void write();
    void undo();
    void showState();

    ClientKind m_kind;
    ClientTarget m_target;
    QString m_refusal;
    std::optional<ClientFile> m_file;
    QByteArray m_before; ///< as shown
    QByteArray m_after;
    QString m_problem;
    bool m_undoAnyway = false;
    QLabel* m_path = nullptr;
    Badge* m_badge = nullptr;
    QLabel* m_state = nullptr;
    QPlainTextEdit* m_diff = nullptr;
    QPushButton* m_write = nullptr;
    QPushButton* m_undo = nullptr;
};

} // namespace tollgate::ui
