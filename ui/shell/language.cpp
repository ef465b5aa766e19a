#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// In a static library nothing else refers to the resources, and the linker would leave them out.
static void initTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace tollgate::ui {

namespace {

bool isKnown(const QString& code) {
    return std::any_of(languages().begin(), languages().end(),
                       [&](const Language& language) { return language.code == code; });
}

QString choose(const QString& code) {
    if (isKnown(code))
        return code;
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QString base = wanted.section(u'-', 0, 0);
        if (isKnown(base))
            return base;
    }
    return languages().first().code;
}

/// Takes the place of the one that was installed before it under the same name.
void install(const QString& name, const QString& file, const QString& directory) {
    QCoreApplication* application = QCoreApplication::instance();
    delete application->findChild<QTranslator*>(name, Qt::FindDirectChildrenOnly);
    auto* translator = new QTranslator(application);
    translator->setObjectName(name);
    if (translator->load(file, directory))
        QCoreApplication::installTranslator(translator);
}

} // namespace

const QList<Language>& languages() {
    static const QList<Language> known{{QStringLiteral("en"), QStringLiteral("English")},
                                       {QStringLiteral("pl"), QStringLiteral("Polski")},
                                       {QStringLiteral("ru"), QStringLiteral("Русский")}};
    return known;
}

QString speak(const QString& code) {
    initTranslations();
    const QString chosen = choose(code);
    QLocale::setDefault(chosen == languages().first().code ? QLocale::c()
                                                           : QLocale(chosen)); // names of months
    install(QStringLiteral("qt"), QStringLiteral("qtbase_") + chosen,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("console"), QStringLiteral("tollgate_") + chosen,
            QStringLiteral(":/translations"));
    return chosen;
}

QString languageKey() {
    return QStringLiteral("window/language");
}

} // namespace tollgate::ui
