#pragma once
// Point an application at the gateway: choose it at the left, copy or write what it needs at the right.

#include "ui/pages/connect/client_kinds.h"
#include "ui/pages/page.h"

#include <QStandardItemModel>

class QListView;
class QScrollArea;

namespace tollgate::ui {

class ClientDetail;
class ClientsSeen;
class ResourceCatalogue;

class ConnectPage : public Page {
    Q_OBJECT
public:
    explicit ConnectPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;
    void open(const QString& argument) override; ///< id of a client: "claude-code"
    QString statusText() const override;

    /// Where the clients' files are; the home directory at first.
    void setHome(const QString& home);
    ClientDetail* detail() const { return m_detail; }

private:
    void showClient(int row);
    void refreshSeen();
    void fillModels();

    QList<ClientKind> m_kinds;
    QString m_home;
    QStandardItemModel m_rows;
    QListView* m_list = nullptr;
    ClientDetail* m_detail = nullptr;
    ClientsSeen* m_seen = nullptr;
    ResourceCatalogue* m_names = nullptr;
};

} // namespace tollgate::ui
