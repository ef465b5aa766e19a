#pragma once
// One client: key and model, what to put where, its file, a probe, and who has called.

#include "ui/link/data_call.h"
#include "ui/pages/connect/client_kinds.h"
#include "ui/pages/connect/clients_seen.h"
#include "ui/pages/page.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QNetworkAccessManager>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class Badge;
class FileCard;
class NamePicker;
class SeenCard;
class SegmentedControl;

class ClientDetail : public QWidget {
    Q_OBJECT
public:
    ClientDetail(const UiContext& context, QWidget* parent = nullptr);

    void setKind(const ClientKind& kind, const QString& home);
    void setModels(const QStringList& names);
    void setSeen(const QList<ClientsSeen::Seen>& seen);
    void forget(); ///< the key
    QString probeText() const;
    FileCard* fileCard() const { return m_file; }

Q_SIGNALS:
    void navigate(const QString& pageId, const QString& argument);

private:
    QWidget* keyCard();
    QWidget* sampleCard();
    QWidget* probeCard();
    ClientTarget target(bool placeholders) const;
    void refresh();
    void showSample();
    void createKey(int attempt);
    void sendProbe();
    void probed(const DataReply& reply);
    void askRoute();
    void setNote(const QString& text);

    UiContext m_context;
    ClientKind m_kind;
    QString m_home;
    QNetworkAccessManager m_network;
    QPointer<DataCall> m_probing;
    QPointer<DataCall> m_asking;

    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_note = nullptr;
    NamePicker* m_model = nullptr;
    QLineEdit* m_key = nullptr;
    QPushButton* m_create = nullptr;
    QLabel* m_keyHint = nullptr;
    SegmentedControl* m_tabs = nullptr; ///< of the client in view
    QHash<QString, SegmentedControl*> m_tabsOf;
    QPlainTextEdit* m_sample = nullptr;
    FileCard* m_file = nullptr;
    QPushButton* m_probe = nullptr;
    Badge* m_probeBadge = nullptr;
    QLabel* m_probeText = nullptr;
    SeenCard* m_seen = nullptr;
};

} // namespace tollgate::ui
