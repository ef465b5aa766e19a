#pragma once
// Looks at an open menu or dialog as people do who hear it, have no mouse, or read another language.

#include "tests/ui/support/widget_walk.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

namespace tollgate::ui {

/// The texts of a language: which English ones have another form there, and which are the same.
class Speech {
public:
    Speech() = default;
    Speech(const QString& language, const QString& translationFile)
        : m_language(language) {
        QFile file(translationFile);
        if (!file.open(QIODevice::ReadOnly))
            return;
        QXmlStreamReader xml(&file);
        QString source;
        QSet<QString> other;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            else if (xml.name() == QLatin1String("translation"))
                (xml.readElementText(QXmlStreamReader::IncludeChildElements) == source ? m_same : other)
                    << source;
        }
        m_english = other - m_same;
    }

    bool isKnown() const { return m_language.isEmpty() || !m_english.isEmpty(); }
    void allow(const QString& text) { m_same << text; } ///< a name, not a text of the console

    /// English where another language is spoken. wordsOnly: no data is among the texts, so that in Russian
    /// each has a Russian letter.
    bool isForeign(const QString& text, bool wordsOnly) const {
        static const QRegularExpression russian(QStringLiteral("[\\x{0400}-\\x{04ff}]"));
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{3}"));
        const QString bare = text.section(u'\t', 0, 0).remove(QLatin1String("&&")).remove(u'&');
        if (m_language.isEmpty() || m_same.contains(bare))
            return false;
        if (m_english.contains(text) || m_english.contains(bare))
            return true;
        return wordsOnly && m_language == QLatin1String("ru") && bare.contains(word) &&
               !bare.contains(russian);
    }

private:
    QString m_language;
    QSet<QString> m_english;
    QSet<QString> m_same;
};

inline QStringList menuMistakes(QMenu& menu, const Speech& speech) {
    QStringList mistakes;
    QSet<QString> texts;
    QMap<QString, QString> keys; // what a key does here
    int enabled = 0;
    for (QAction* action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = action->text().section(u'\t', 0, 0);
        if (text.trimmed().isEmpty())
            mistakes << QStringLiteral("an entry without words");
        if (texts.contains(text))
            mistakes << QStringLiteral("twice: ") + text;
        texts << text;
        if (speech.isForeign(action->text(), true))
            mistakes << QStringLiteral("not translated: ") + text;
        const QString shown = action->text().section(u'\t', 1);
        for (const QString& key : {QKeySequence::mnemonic(text).toString(), action->shortcut().toString(),
                                   QKeySequence(shown).toString()}) {
            if (key.isEmpty())
                continue;
            if (keys.contains(key))
                mistakes << QStringLiteral("%1 is “%2” and “%3”").arg(key, keys.value(key), text);
            keys.insert(key, text);
        }
        if (!shown.isEmpty() && QKeySequence(shown).isEmpty())
            mistakes << QStringLiteral("no key: ") + shown;
        enabled += action->isEnabled();
        if (QMenu* below = action->menu())
            mistakes << menuMistakes(*below, speech);
    }
    if (enabled == 0)
        mistakes << QStringLiteral("nothing in it can be chosen");
    return mistakes;
}

/// Opened with the keyboard in mind: an arrow comes to an entry, Esc closes it.
inline QStringList openMenuMistakes(QMenu& menu, const Speech& speech) {
    QStringList mistakes = menuMistakes(menu, speech);
    const QPointer<QMenu> still(&menu); // many go with being closed
    QTest::keyClick(&menu, Qt::Key_Down);
    if (!menu.activeAction() || !menu.activeAction()->isEnabled())
        mistakes << QStringLiteral("an arrow key comes to no entry");
    QTest::keyClick(&menu, Qt::Key_Escape);
    if (still && still->isVisible()) {
        mistakes << QStringLiteral("Esc does not close it");
        still->close();
    }
    return mistakes;
}

/// Words that are shown or read aloud, in a language other than the one spoken.
inline QStringList foreignWords(const QWidget& window, const Speech& speech) {
    QStringList mistakes;
    const auto look = [&](const QString& text, bool wordsOnly) {
        if (speech.isForeign(text, wordsOnly))
            mistakes << QStringLiteral("not translated: ") + text;
    };
    if (window.isWindow())
        look(window.windowTitle(), true);
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || isPart(widget))
            continue;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            look(button->text(), true);
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            look(label->text(), false);
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            look(edit->placeholderText(), false);
        look(widget->toolTip(), false);
        look(widget->accessibleName(), false);
    }
    return mistakes;
}

/// A dialog of the console's own: named controls, the Tab key there and back, the focus seen, a title.
inline QStringList dialogMistakes(QWidget& dialog, const Speech& speech, bool slowly) {
    QStringList mistakes = nameMistakes(dialog) + foreignWords(dialog, speech);
    if (dialog.windowTitle().remove(QLatin1String("[*]")).trimmed().isEmpty())
        mistakes << QStringLiteral("it has no title");
    if (!slowly)
        return mistakes;
    QList<QWidget*> stops;
    mistakes << tabMistakes(dialog, nullptr, &stops);
    return mistakes + focusMistakes(dialog, stops);
}

} // namespace tollgate::ui
