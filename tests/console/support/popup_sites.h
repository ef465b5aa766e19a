#pragma once
// Where the sources open something over the page: every class of dialogs, every place that makes a menu, and
// every button with one. What is written anew is found here before anybody has walked it.

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace tollgate::ui {

struct PopupSites {
    QStringList dialogs;            ///< names of classes
    QMap<QString, int> menus;       ///< file → places that make a menu or use one of Qt's dialogs
    QMap<QString, int> menuButtons; ///< folder of a page → buttons that open a menu
    QMap<QString, int> windowFlags; ///< file → windows of their own made in another way

    static PopupSites in(const QString& sourceDirectory) {
        PopupSites sites;
        for (const char* room : {"ui", "app"}) {
            QDirIterator files(sourceDirectory + u'/' + QLatin1String(room),
                               {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext())
                sites.read(files.next(), sourceDirectory);
        }
        sites.dialogs.sort();
        return sites;
    }

private:
    void read(const QString& path, const QString& sourceDirectory) {
        static const QRegularExpression dialog(
            QStringLiteral("class (\\w+)(?: final)? : public \\w*(?:Dialog|Menu|Wizard|MessageBox)\\b"));
        static const QRegularExpression menu(
            QStringLiteral("new QMenu\\b|\\bQMenu \\w+[({;]|make_unique<QMenu>|new QFileDialog\\b|"
                           "\\bQ(?:MessageBox|InputDialog|FileDialog|ColorDialog|FontDialog)::\\w+\\("));
        static const QRegularExpression button(QStringLiteral("\\bmakeMenuButton\\(MenuButtonKind::"));
        static const QRegularExpression flags(
            QStringLiteral("Qt::(?:Popup|Dialog|Tool|Sheet|Drawer|SplashScreen)\\b"));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QString text = QString::fromUtf8(file.readAll());
        const QString name = path.mid(sourceDirectory.size() + 1);
        for (auto match = dialog.globalMatch(text); match.hasNext();)
            dialogs << match.next().captured(1);
        const auto count = [&text](const QRegularExpression& what, QMap<QString, int>& found,
                                   const QString& key) {
            for (auto match = what.globalMatch(text); match.hasNext(); match.next())
                ++found[key];
        };
        count(menu, menus, name);
        count(flags, windowFlags, name);
        count(button, menuButtons, name.section(u'/', 0, 2));
    }
};

} // namespace tollgate::ui
