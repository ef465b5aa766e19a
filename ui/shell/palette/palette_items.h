#pragma once
// What the palette can reach: every page, every object of the pages there are, every shortcut in reach, and
// actions on objects. Objects are read when the palette is first opened and again after changes. Main thread.

#include "ui/models/resource_catalogue.h"
#include "ui/shell/palette/palette_model.h"

#include <QObject>
#include <QPointer>

namespace tollgate::ui {

class MainWindow;

class PaletteItems : public QObject {
    Q_OBJECT
public:
    PaletteItems(MainWindow& window, GatewayLink& link, QObject* parent = nullptr);

    void setActive(bool active); ///< while the palette is open, changes are read again
    QList<PaletteItem> items() const;

Q_SIGNALS:
    void changed();

private:
    void addPages(QList<PaletteItem>& items) const;
    void addShortcuts(QList<PaletteItem>& items) const;
    void addGateway(QList<PaletteItem>& items) const;
    void addNew(QList<PaletteItem>& items) const;
    void addObjects(QList<PaletteItem>& items) const;
    void addObjectActions(QList<PaletteItem>& items) const;
    QString budgetTitle(const ResourceCatalogue::Name& budget) const;

    void askRollBack(const QString& flag) const;
    void rollBack(const QString& flag) const;
    void testProvider(const QString& provider) const;
    void resetCircuit(const QString& provider) const;

    MainWindow& m_window;
    GatewayLink& m_link;
    ResourceCatalogue* m_names;
};

} // namespace tollgate::ui
