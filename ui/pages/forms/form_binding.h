#pragma once
// JSON field paths ↔ editors of one form: loads an object, knows what differs, places refusals at their
// field. Main thread. Knows nothing of HTTP.

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

namespace tollgate::ui {

/// One line of "what will change".
struct FieldChange {
    QString label;
    QString before;
    QString after;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

class FormBinding : public QObject {
    Q_OBJECT
public:
    struct Field {
        QString path;                     ///< "limits.rpm"
        QString label;                    ///< of the editor, as people see it
        std::function<QJsonValue()> read; ///< undefined: not part of the object
        std::function<void(const QJsonValue&)> write;
        std::function<void(const QString&)> showError; ///< empty text clears
        std::function<QString()> check;                ///< obvious mistakes only; empty when there is none
        std::function<QString(const QJsonValue&)> say; ///< the value for people
        QPointer<QWidget> editor;                      ///< gets the focus when the field is at fault
        std::function<bool()> applies; ///< null: always; otherwise the field is left alone unless it says so
        /// Written only when an object is made ("name"); the editor is disabled for existing ones.
        bool fixedAfterCreation = false;
    };

    using QObject::QObject;

    void add(Field field);
    // Optional parts of a field already there.
    void setCheck(const QString& path, std::function<QString()> check);
    void setSay(const QString& path, std::function<QString(const QJsonValue&)> say);
    void fixAfterCreation(const QString& path);
    void onlyWhen(const QString& path, std::function<bool()> applies);

    QJsonValue value(const QString& path) const; ///< what the editor says now

    void load(const QJsonObject& object, bool isNew);
    /// The stored object changed elsewhere: edits stay, everything else follows.
    void rebase(const QJsonObject& object);
    /// Fills the editors as if the person had typed it: the object stays what it was.
    enum class Missing { Stays, Clears };
    void fill(const QJsonObject& values, Missing missing = Missing::Stays);
    void revert() { load(m_original, m_isNew); }

    bool isNew() const { return m_isNew; }
    const QJsonObject& original() const { return m_original; }
    QJsonObject current() const; ///< the original with every edited field in place
    QJsonObject patch() const;   ///< merge patch from the original
    bool isDirty() const;
    QList<FieldChange> changes() const;

    /// Shows what is obviously wrong and focuses the first such field; true when nothing is.
    bool checkAll();
    /// A refusal by the API; false when no field is the one `param` names.
    bool showError(const QString& param, const QString& message);
    void clearErrors();

public Q_SLOTS:
    /// Editors report here whenever the person changed something.
    void touch();

Q_SIGNALS:
    void changed();
    void loaded();

private:
    struct Slot {
        Field field;
        QJsonValue baseline; ///< what the editor says right after loading; lossless or not
        bool wrong = false;
    };
    QJsonValue read(const Slot& slot) const;
    Slot* find(const QString& path);
    bool differs(const Slot& slot) const;
    void setError(Slot& slot, const QString& message);

    std::vector<Slot> m_slots;
    QJsonObject m_original;
    bool m_isNew = false;
    bool m_loading = false;
};

} // namespace tollgate::ui
