#pragma once
// Where the parts of a JSON text stand, for whoever edits or cuts out some of them and leaves every other
// byte as it was: order, spaces, numbers. Walks only what QJsonDocument has already found to be right (RFC
// 8259). Pure, any thread.

#include <QByteArray>
#include <QList>
#include <QString>

namespace tollgate::ui {

class JsonWalker {
public:
    /// The text outlives the walker.
    explicit JsonWalker(const QByteArray& text)
        : m_text(text) {}

    struct Member {
        QString name;
        qsizetype nameAt = 0;
        qsizetype valueAt = 0;
        qsizetype valueEnd = 0;
    };
    struct Object {
        qsizetype open = 0;  ///< of '{'
        qsizetype close = 0; ///< of '}'
        QList<Member> members;
        /// Readers take the last of equal names.
        const Member* find(const QString& name) const;
    };

    Object object(qsizetype at) const;              ///< the one that begins at or behind `at`
    QList<QByteArray> elements(qsizetype at) const; ///< of the array that begins at or behind `at`
    QByteArray value(const Member& member) const {
        return m_text.mid(member.valueAt, member.valueEnd - member.valueAt);
    }
    qsizetype skipSpace(qsizetype at) const;

private:
    qsizetype skipString(qsizetype at) const;
    qsizetype skipValue(qsizetype at) const;
    QString unquoted(qsizetype from, qsizetype to) const;

    const QByteArray& m_text;
};

/// A text as JSON writes it, quotation marks included.
QByteArray jsonQuoted(const QString& text);

} // namespace tollgate::ui
