// Every text of the console is in every language, with its placeholders, and every page shows it.

#include "tests/ui/support/form_fixture.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/theme.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace tollgate::ui;

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< one, or one per plural form
    bool unfinished = false;
};

QString sourceDirectory() {
    return QStringLiteral(TOLLGATE_SOURCE_DIR);
}

QString textFile(const QString& language) {
    return sourceDirectory() + u"/translations/tollgate_"_qs + language + u".ts"_qs;
}

QList<Message> messagesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation"_qs &&
            messages.last().translations.isEmpty())
            messages.last().translations << QString();
        if (xml.tokenType() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name"_qs)
            context = xml.readElementText();
        else if (xml.name() == u"message"_qs)
            messages << Message{context, {}, {}};
        else if (xml.name() == u"source"_qs)
            messages.last().source = xml.readElementText();
        else if (xml.name() == u"translation"_qs) {
            messages.last().unfinished = xml.attributes().hasAttribute(u"type"_qs);
            const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
            if (!text.trimmed().isEmpty())
                messages.last().translations << text;
        } else if (xml.name() == u"numerusform"_qs)
            messages.last().translations << xml.readElementText();
    }
    return messages;
}

/// "%1", "%n" and the like, sorted.
QStringList placeholders(const QString& text) {
    static const QRegularExpression one(u"%L?[0-9n]"_qs);
    QStringList found;
    for (auto match = one.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

QStringList shownIn(const QWidget& window) {
    QStringList texts;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        else if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            texts << edit->placeholderText();
        texts << widget->toolTip() << widget->accessibleName();
    }
    return texts;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { speak(u"en"_qs); }

    void areUpToDate_data() { eachLanguage(); }
    void areUpToDate() {
        QFETCH(QString, language);
        QTemporaryDir directory;
        const QString copy = directory.filePath(u"texts.ts"_qs);
        QVERIFY(QFile::copy(textFile(language), copy));
        QStringList arguments{u"-silent"_qs, u"-no-obsolete"_qs, u"-locations"_qs,
                              u"none"_qs,    u"-I"_qs,           u"."_qs};
        if (language == u"en"_qs)
            arguments << u"-pluralonly"_qs;
        QProcess lupdate;
        lupdate.setWorkingDirectory(sourceDirectory());
        lupdate.start(QStringLiteral(TOLLGATE_LUPDATE),
                      arguments + QStringList{u"ui"_qs, u"app"_qs, u"-ts"_qs, copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        QStringList missing;
        for (const Message& message : messagesOf(copy))
            if (message.unfinished)
                missing << message.context + u": "_qs + message.source;
        QVERIFY2(missing.isEmpty(),
                 qUtf8Printable(u"run ./dev translate; not translated:\n"_qs + missing.join(u'\n')));
    }

    void keepTheirPlaceholders_data() { eachLanguage(); }
    void keepTheirPlaceholders() {
        QFETCH(QString, language);
        const QList<Message> messages = messagesOf(textFile(language));
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages) {
            for (const QString& translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qUtf8Printable(message.source));
                QVERIFY2(placeholders(translation) == placeholders(message.source),
                         qUtf8Printable(message.source + u" -> "_qs + translation));
            }
        }
    }

    void areWhatEveryPageShows_data() {
        QTest::addColumn<QString>("language");
        for (const Language& language : languages().mid(1))
            QTest::addRow("%s", qUtf8Printable(language.code)) << language.code;
    }
    void areWhatEveryPageShows() {
        QFETCH(QString, language);
        QCOMPARE(speak(language), language);
        QSet<QString>
            english; // texts with another translation everywhere, so that they are English when shown
        QSet<QString> same;
        for (const Message& message : messagesOf(textFile(language)))
            (message.translations.contains(message.source) ? same : english) << message.source;
        english -= same;

        ScriptedLink link;
        fillGateway(link);
        PageRegistry pages;
        registerPages(pages);
        Theme theme;
        MainWindow window(theme, link, pages, {});
        window.show();
        QStringList leftEnglish;
        for (const PageEntry& entry : pages.pages()) {
            window.showPage(entry.id);
            QTest::qWait(80);
            for (const QString& text : shownIn(window))
                if (english.contains(text) && !leftEnglish.contains(text))
                    leftEnglish << entry.id + u": "_qs + text;
        }
        leftEnglish.removeDuplicates();
        QVERIFY2(leftEnglish.isEmpty(), qUtf8Printable(leftEnglish.join(u'\n')));
    }

    void fallBackToEnglish() {
        qputenv("LANGUAGE", "xx");
        QCOMPARE(speak(u"no such language"_qs), u"en"_qs);
        QCOMPARE(QCoreApplication::translate("tollgate::ui::TrafficEmpty", "%n request(s) came in meanwhile.",
                                             nullptr, 1),
                 u"1 request came in meanwhile."_qs);
    }

private:
    static void eachLanguage() {
        QTest::addColumn<QString>("language");
        for (const Language& language : languages())
            QTest::addRow("%s", qUtf8Printable(language.code)) << language.code;
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
