#pragma once
// A secret that is only written: says what is stored by its last characters, takes new keys one per line (for
// AWS also an access key with its secret and session token), removes. What was typed is forgotten as soon as
// it is saved or reverted. Main thread.

#include <QJsonObject>
#include <QJsonValue>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class CredentialEdit : public QWidget {
    Q_OBJECT
public:
    explicit CredentialEdit(QWidget* parent = nullptr);

    /// AWS: an access key in three fields, or a bearer key.
    void setTakesAccessKeys(bool takes);

    /// Masked, as the API reads it back: {"api_key":"…abcd"}, {"api_keys":["…"]} or {}.
    void setStored(const QJsonValue& masked);
    /// What to send: the masked value itself while untouched, {} for removed, else the new keys.
    QJsonValue value() const;
    bool isTouched() const { return m_state != State::Untouched; }

    /// For the preview: never the secret.
    QString say(const QJsonValue& value) const;

Q_SIGNALS:
    void changed();

private:
    enum class State { Untouched, Replacing, Removed };
    void setState(State state);
    QStringList typedKeys() const;
    QJsonObject typedAccessKeys() const;
    QWidget* makeAccessFields();
    QString storedText() const;

    QJsonValue m_stored;
    State m_state = State::Untouched;
    QLabel* m_status = nullptr;
    QPlainTextEdit* m_keys = nullptr;
    QWidget* m_access = nullptr; ///< the fields of an AWS access key
    QList<QLineEdit*> m_accessEdits;
    bool m_takesAccessKeys = false;
    QPushButton* m_replace = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_keep = nullptr;
};

} // namespace tollgate::ui
