#pragma once
// A page of forms over a list: search, switch, choose at the left; edit, save, revert, duplicate, delete and
// undo at the right. Subclasses bring the model and the forms. Leaving an edited form always asks first.

#include "ui/models/resource_row.h"
#include "ui/pages/page.h"
#include "ui/widgets/message_bar.h"

#include <QPointer>

#include <QSortFilterProxyModel>

#include <functional>

class QAbstractItemView;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tollgate::ui {

class ChangePreview;
class CurrentStack;
class DetailHeader;
class EmptyState;
class ObjectForm;
class ResourceDelegate;
class ResourceEditor;
class ResourceListModel;
class UndoStack;

class ResourcePage : public Page {
    Q_OBJECT
public:
    ~ResourcePage() override;

    QWidget* createTitleControls(QWidget* parent) override;
    void prepare() override;
    void activate() override;
    void deactivate() override;
    bool isDirty() const override;
    bool save() override;
    void revert() override;
    void open(const QString& argument) override; ///< the id of an object, or "new"
    QString statusText() const override;
    QString statusHint() const override;

    /// The id the form is about; empty for a new object or none.
    QString currentId() const { return m_currentId; }

public Q_SLOTS:
    void duplicate();
    void requestRemove();
    void undo();

protected:
    ResourcePage(const UiContext& context, QWidget* parent);

    struct Words {
        QString listName;   ///< "Providers", for people who hear it
        QString filter;     ///< name of the search field
        QString add;        ///< "New provider"
        QString emptyTitle; ///< nothing there yet
        QString emptyText;
        bool wide = false; ///< a table of many columns whose rows can be chosen together
    };
    /// Call once, at the end of the constructor. `list` may be a tree model; its rows carry ResourceRole
    /// data.
    void build(QAbstractItemModel* list, QAbstractItemView* view, const QList<ResourceListModel*>& sources,
               const Words& words);

    virtual const ResourceSpec& specFor(const QString& collection) const = 0;
    virtual ObjectForm* formFor(const QString& collection,
                                const QJsonObject& object) = 0; ///< owned by the page
    virtual void startNew() = 0;                                ///< Ctrl+N: calls create() with a template
    virtual bool canDuplicate(const QString& collection) const;
    virtual QJsonObject copyOf(const QString& collection, const QJsonObject& object) const;
    /// One sentence: what else a deletion touches.
    virtual QString removalWarning(const QString& collection, const QJsonObject& object) const;
    virtual QString nameOf(const ResourceSpec& spec, const QJsonObject& object) const; ///< in messages
    virtual QString summary() const = 0; ///< left half of the status bar
    /// After a successful POST; a page with secrets shows them here.
    virtual void afterCreated(const QString& collection, const QJsonObject& object);
    virtual QList<QWidget*> extraTitleControls(QWidget* parent);

    void create(const QString& collection, const QJsonObject& templateObject);
    /// Asks first when the form is dirty, then does it.
    void leaveThen(std::function<void()> action);
    bool eventFilter(QObject* watched, QEvent* event) override;
    void openObject(const QString& collection, const QString& id);
    void toggle(const QString& collection, const QJsonObject& object);
    void showInstead(QWidget* detail); ///< in place of the form, until another object is opened
    void closeInstead();               ///< back to the form of the current or first row

    ResourceEditor& editor() { return *m_editor; }
    UndoStack& undoStack() { return *m_undo; }
    ObjectForm* form() const;
    QAbstractItemView* view() const { return m_view; }
    const QSortFilterProxyModel& shownRows() const { return m_proxy; }

private:
    void buildDetail();
    void connectEditor();
    void connectList();
    void addShortcuts();
    void showObject(const QString& collection, const QJsonObject& object, bool isNew);
    void addForm(ObjectForm* form);
    void showNothing();
    void onRowChosen(const QModelIndex& index);
    void onListRead();
    void onStored(const ResourceSpec& spec, const QJsonObject& object);
    void onStoredElsewhere(const QString& collection, const QString& id, const QString& text);
    void onRefused(const QString& message, const QString& param);
    void selectCurrent();
    bool allRead() const;
    void updateHeader();
    void updateEmptyState();
    QList<MessageBar::Action> undoAction();
    static QJsonObject withoutSecret(QJsonObject object); ///< a secret is shown once and kept nowhere
    QModelIndex indexOf(const QString& collection, const QString& id) const;
    QJsonObject storedObject(const QString& collection, const QString& id) const;
    ResourceListModel* sourceOf(const QString& collection) const;

    QSortFilterProxyModel m_proxy;
    QList<ResourceListModel*> m_sources;
    QAbstractItemView* m_view = nullptr;
    ResourceDelegate* m_delegate = nullptr;
    UndoStack* m_undo = nullptr;
    ResourceEditor* m_editor = nullptr;
    DetailHeader* m_header = nullptr;
    MessageBar* m_question = nullptr;
    ChangePreview* m_preview = nullptr;
    CurrentStack* m_detail = nullptr;
    QWidget* m_formSide = nullptr;
    QScrollArea* m_scroll = nullptr;
    CurrentStack* m_forms = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_emptyAdd = nullptr;
    QPushButton* m_emptyRetry = nullptr;
    QPointer<QLineEdit> m_filter;
    QPointer<ObjectForm> m_form;
    QString m_currentCollection;
    QString m_currentId;
    Words m_words;
    QJsonObject m_sent;       ///< what the form said when it was saved
    QString m_wanted;         ///< id to open as soon as the list has it
    bool m_following = false; ///< the selection is being set by the page itself
    bool m_active = false;
};

} // namespace tollgate::ui
