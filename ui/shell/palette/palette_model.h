#pragma once
// What the command palette offers, narrowed to what was typed: best match first, among equals what was used
// last. With nothing typed: what was used last, then everything in its own order. Main thread.

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <functional>

namespace tollgate::ui {

struct PaletteItem {
    QString id;    ///< stable between starts: "page:traffic", "object:/providers/openai"
    QString title; ///< what is matched and highlighted
    QString kind;  ///< "Page", "Provider", "Action": shown at the right and matched for less
    QString icon;  ///< name in resources/icons
    QString keys;  ///< a shortcut that does the same
    std::function<void()> run;
};

class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        KindRole,
        IconRole,
        KeysRole,
        PositionsRole, ///< QList<int>: matched letters of the title
        RecentRole,    ///< bool: stands there because it was used lately
    };
    static constexpr int kMaxRows = 100;
    static constexpr int kMaxRecent = 6;

    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<PaletteItem> items);
    void setRecent(const QStringList& ids); ///< newest first
    void setPattern(const QString& pattern);
    QStringList recent() const { return m_recent; }
    /// Remembers the row as used and gives what it does.
    std::function<void()> use(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        int item = 0;
        int score = 0;
        int recency = 0; ///< 0: not used lately, else the higher the later
        QList<int> positions;
    };
    void rebuild();
    int recencyOf(const QString& id) const;

    QList<PaletteItem> m_items;
    QStringList m_recent;
    QString m_pattern;
    QList<Row> m_rows;
};

} // namespace tollgate::ui
