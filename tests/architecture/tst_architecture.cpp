// Holds ARCHITECTURE.md against the code: which rooms there are and which may know which.

#include <QtTest/QTest>

#include <QDir>
#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTextStream>

namespace {

using Names = QSet<QString>;

/// What each place may include beside itself. A place is a room of gateway/, the façade (gateway/gateway.*),
/// ui/link, the rest of ui/, or app/. Everybody may know wire.
QMap<QString, Names> rules() {
    const auto names = [](const char* text) {
        const QStringList list = QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
        return Names(list.begin(), list.end()) + Names{QStringLiteral("wire")};
    };
    const char* const everyRoom =
        "config dialects providers loop upstream cache prompts routing policy secrets store telemetry "
        "ledger pipeline jobs server admin";
    return {
        {QStringLiteral("wire"), names("")},
        {QStringLiteral("config"), names("")},
        {QStringLiteral("dialects"), names("config")},
        {QStringLiteral("providers"), names("config")},
        {QStringLiteral("loop"), names("")},
        {QStringLiteral("upstream"), names("config loop")},
        {QStringLiteral("cache"), names("")},
        {QStringLiteral("prompts"), names("config")},
        {QStringLiteral("routing"), names("config prompts")},
        {QStringLiteral("policy"), names("config")},
        {QStringLiteral("secrets"), names("config")},
        {QStringLiteral("store"), names("config")},
        {QStringLiteral("telemetry"), names("config upstream")},
        {QStringLiteral("ledger"), names("config store")},
        {QStringLiteral("pipeline"),
         names("config dialects providers upstream cache prompts routing policy store ledger telemetry")},
        {QStringLiteral("jobs"),
         names("config dialects upstream routing policy store ledger telemetry pipeline")},
        {QStringLiteral("server"), names("config loop")},
        {QStringLiteral("admin"), names("config prompts store secrets ledger routing policy telemetry")},
        {QStringLiteral("facade"), names(everyRoom)},
        {QStringLiteral("ui/link"), names("facade ui")},
        {QStringLiteral("ui"), names("ui/link")},
        {QStringLiteral("app"), names(everyRoom) + names("facade ui ui/link")},
    };
}

QString root() {
    return QStringLiteral(TOLLGATE_SOURCE_DIR);
}

QString readAll(const QString& path) {
    QFile file(root() + u'/' + path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    return QString::fromUtf8(file.readAll());
}

/// Every source of a folder, as a path from the project's root.
QStringList sourcesOf(const QString& folder) {
    QStringList found;
    QDirIterator it(root() + u'/' + folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        found.append(it.next().mid(root().size() + 1));
    found.sort();
    return found;
}

QStringList productSources() {
    return sourcesOf(QStringLiteral("gateway")) + sourcesOf(QStringLiteral("ui")) +
           sourcesOf(QStringLiteral("app"));
}

/// The place a file belongs to; empty for what is no part of the product.
QString placeOf(const QString& path) {
    const QStringList parts = path.split(u'/');
    if (parts[0] == u"gateway")
        return parts.size() > 2 ? parts[1] : QStringLiteral("facade");
    if (parts[0] == u"ui")
        return parts.value(1) == u"link" ? QStringLiteral("ui/link") : parts[0];
    return parts[0] == u"app" ? parts[0] : QString();
}

/// The files that a source includes by quotes or by angle brackets, as written.
QStringList includesOf(const QString& path, QChar open) {
    static const QRegularExpression quoted(QStringLiteral("^\\s*#\\s*include\\s*\"([^\"]+)\""),
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression angled(QStringLiteral("^\\s*#\\s*include\\s*<([^>]+)>"),
                                           QRegularExpression::MultilineOption);
    QStringList found;
    auto it = (open == u'"' ? quoted : angled).globalMatch(readAll(path));
    while (it.hasNext())
        found.append(it.next().captured(1));
    return found;
}

/// The folders that ARCHITECTURE.md's "Rooms" block lists below gateway/.
Names documentedRooms() {
    const QString text = readAll(QStringLiteral("ARCHITECTURE.md"));
    static const QRegularExpression block(QStringLiteral("\\ngateway/ .*?\\nui/ "),
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression room(QStringLiteral("^  (\\w+)/ "), QRegularExpression::MultilineOption);
    Names rooms;
    auto it = room.globalMatch(block.match(text).captured(0));
    while (it.hasNext())
        rooms.insert(it.next().captured(1));
    return rooms;
}

Names foldersOf(const QString& folder) {
    const QStringList list = QDir(root() + u'/' + folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return {list.begin(), list.end()};
}

/// Fails with every line at once, so that one run shows all there is to mend.
void verifyNone(const QStringList& complaints) {
    QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
}

} // namespace

class ArchitectureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRoomStandsInTheMapAndEveryRoomOfTheMapStands() {
        const Names documented = documentedRooms();
        QVERIFY2(documented.size() > 10,
                 "ARCHITECTURE.md no longer lists the rooms in the form this test reads");
        QCOMPARE(foldersOf(QStringLiteral("gateway")), documented);
        for (const QString& room : documented)
            QVERIFY2(rules().contains(room), qPrintable(room + QStringLiteral(" has no rule in this test")));
    }

    void everyTopLevelFolderStandsInTheMap() {
        const QString map = readAll(QStringLiteral("ARCHITECTURE.md"));
        QStringList complaints;
        for (const QString& folder : foldersOf(QString())) {
            const bool outside = folder == u"build" || folder == u"cmake" || folder.startsWith(u'.');
            if (!outside && !map.contains(folder + u'/'))
                complaints.append(folder + QStringLiteral("/ is not in ARCHITECTURE.md"));
        }
        verifyNone(complaints);
    }

    void roomsIncludeOnlyWhatTheyMayKnow() {
        const QMap<QString, Names> allowed = rules();
        QStringList complaints;
        for (const QString& path : productSources()) {
            const QString from = placeOf(path);
            for (const QString& include : includesOf(path, u'"')) {
                const QString to = placeOf(include);
                if (to.isEmpty() || to == from || allowed.value(from).contains(to))
                    continue;
                complaints.append(path + QStringLiteral(" includes ") + include);
            }
        }
        verifyNone(complaints);
    }

    void roomsLinkOnlyWhatTheyMayKnow() {
        const QMap<QString, Names> allowed = rules();
        static const QRegularExpression call(QStringLiteral("tollgate_room\\((\\w+)([^)]*)\\)"));
        static const QRegularExpression link(QStringLiteral("tollgate_(\\w+)"));
        QStringList complaints;
        int rooms = 0;
        auto it = call.globalMatch(readAll(QStringLiteral("gateway/CMakeLists.txt")));
        while (it.hasNext()) {
            const auto match = it.next();
            const QString from = match.captured(1);
            ++rooms;
            auto links = link.globalMatch(match.captured(2));
            while (links.hasNext()) {
                const QString to = links.next().captured(1);
                if (!allowed.value(from).contains(to))
                    complaints.append(from + QStringLiteral(" links ") + to);
            }
        }
        QCOMPARE(rooms, documentedRooms().size());
        verifyNone(complaints);
    }

    void includesAreWrittenFromTheRootAndExist() {
        QStringList complaints;
        for (const QString& path : productSources()) {
            for (const QString& include : includesOf(path, u'"')) {
                const bool generated = include.endsWith(u".moc");
                if (!generated && !QFile::exists(root() + u'/' + include))
                    complaints.append(path + QStringLiteral(" includes ") + include);
            }
        }
        verifyNone(complaints);
    }

    void theGatewayKnowsNoScreen() {
        static const QRegularExpression screen(QStringLiteral(
            "^(Qt(Gui|Widgets|Charts|Svg)/|Q(Application|GuiApplication|Widget|Window|MainWindow|Dialog|"
            "Color|Image|Pixmap|Painter|Icon|Font|Palette|Action|Clipboard|Chart|Svg)\\w*$)"));
        QStringList complaints;
        for (const QString& path : sourcesOf(QStringLiteral("gateway"))) {
            for (const QString& include : includesOf(path, u'<') + includesOf(path, u'"')) {
                if (screen.match(include).hasMatch() || include.startsWith(u"ui/"))
                    complaints.append(path + QStringLiteral(" includes ") + include);
            }
        }
        verifyNone(complaints);
    }

    /// Qt's JSON sorts members and costs ten times Boost.JSON; its HTTP client queues after six connections.
    void theGatewayUsesNeitherQtJsonNorQtHttpClient() {
        static const QRegularExpression slow(
            QStringLiteral("^(Qt\\w+/)?Q(Json\\w+|Network(AccessManager|Reply|Request))$"));
        QStringList complaints;
        for (const QString& path : sourcesOf(QStringLiteral("gateway"))) {
            for (const QString& include : includesOf(path, u'<')) {
                if (slow.match(include).hasMatch())
                    complaints.append(path + QStringLiteral(" includes ") + include);
            }
        }
        verifyNone(complaints);
    }

    /// One for the HTTP server, one for the colour scheme.
    void theDifferencesOfQtVersionsHaveTheirPlaces() {
        static const QRegularExpression place(
            QStringLiteral("^(gateway/server/qt_http_compat|ui/shell/theme)\\.(h|cpp)$"));
        static const QRegularExpression condition(QStringLiteral("^\\s*#\\s*(el)?if\\b.*QT_VERSION"),
                                                  QRegularExpression::MultilineOption);
        QStringList complaints;
        for (const QString& path : productSources()) {
            if (!place.match(path).hasMatch() && condition.match(readAll(path)).hasMatch())
                complaints.append(path);
        }
        verifyNone(complaints);
    }

    void filesHoldOneIdea() {
        QStringList complaints;
        for (const QString& path : productSources()) {
            const auto lines = readAll(path).count(u'\n');
            if (lines > 500)
                complaints.append(path + QStringLiteral(" has %1 lines").arg(lines));
        }
        verifyNone(complaints);
    }
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
