#pragma once
// The console over a real gateway: real database, real sockets, no scripted answer anywhere.

#include "gateway/gateway.h"
#include "ui/link/local_link.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/theme.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace tollgate::ui {

class LiveConsole {
public:
    static constexpr int kPatienceMs = 10'000;

    /// directory: with a ledger already in it; empty: one of its own, which goes with the object.
    explicit LiveConsole(Theme& theme, const QSize& size, const QString& directory = {})
        : m_directory(directory.isEmpty() ? m_own.path() : directory)
        , gateway(options(m_directory))
        , link(gateway)
        , pages(allPages())
        , window(theme, link, pages, m_directory + QStringLiteral("/console.ini")) {
        link.setAddress({"127.0.0.1", 0});
        window.resize(size);
        window.show();
        QObject::connect(&gateway, &Gateway::opened, &link, [this] { m_opened = true; });
        gateway.open({MasterKey::generate(), SecretStoreKind::Memory, {}});
    }

    bool open() {
        return QTest::qWaitFor([this] { return m_opened; }, kPatienceMs);
    }

    /// Opens and listens on a free port.
    bool listen() {
        if (!open())
            return false;
        link.start();
        return QTest::qWaitFor([this] { return link.state() == LinkState::Listening; }, kPatienceMs);
    }

    GatewayReply request(const char* method, const QByteArray& path, const QJsonObject& body = {}) {
        QObject context;
        std::optional<GatewayReply> reply;
        link.send(method, QString::fromLatin1(path), body, &context,
                  [&reply](const GatewayReply& got) { reply = got; });
        if (!QTest::qWaitFor([&reply] { return reply.has_value(); }, kPatienceMs))
            QTest::qFail("the gateway did not answer", __FILE__, __LINE__);
        return reply.value_or(GatewayReply{});
    }
    qsizetype listed(const char* path) { return request("GET", path).json[u"data"].toArray().size(); }

    /// Shows the page and waits until the gateway has answered what the page asked for at once.
    Page* show(const QString& pageId) {
        window.showPage(pageId);
        for (int question = 0; question < 2; ++question) {
            request("GET", "/status"); // answered in order, behind what the page has asked
            QCoreApplication::processEvents();
        }
        return window.currentPage();
    }

    QString directory() const { return m_directory; }

private:
    static GatewayOptions options(const QString& directory) {
        GatewayOptions options;
        options.dataDirectory = directory.toStdString();
        options.adminToken = "unused-by-the-local-link";
        return options;
    }
    static PageRegistry allPages() {
        PageRegistry all;
        registerPages(all);
        return all;
    }

    QTemporaryDir m_own;
    QString m_directory;
    bool m_opened = false;

public:
    Gateway gateway;
    LocalLink link;
    PageRegistry pages;
    MainWindow window;
};

} // namespace tollgate::ui
