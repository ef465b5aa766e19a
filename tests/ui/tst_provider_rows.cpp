// How the Providers page's list says state, circuit, p95, errors and spend.

#include "tests/ui/support/page_probe.h"

#include "ui/pages/providers/providers_page.h"

using namespace tollgate::ui;
using Probe = PageProbe<ProvidersPage>;

class TestProviderRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dotIsOfTheStateWhateverTheLanguageCallsIt() {
        speak(QStringLiteral("pl"));
        const RowLook look = ProvidersPage::look(providerJson(QStringLiteral("openai")));
        speak(QStringLiteral("en"));
        QVERIFY2(!look.subtitle.startsWith(QStringLiteral("healthy")), qPrintable(look.subtitle));
        QVERIFY(look.dot == Tone::Good);
    }

    void rowsSayErrorsAndSpendOnALineOfTheirOwn() {
        const QJsonObject openai = providerJson(QStringLiteral("openai"));
        const auto usage = [](const QJsonValue& cost) {
            return QJsonObject{{QStringLiteral("requests"), 5}, {QStringLiteral("cost_usd"), cost}};
        };
        QVERIFY(ProvidersPage::look(openai, usage(3.5)).note.endsWith(QStringLiteral("$3.50 in 24 h")));
        QVERIFY(ProvidersPage::look(openai, usage(QJsonValue::Null))
                    .note.endsWith(QStringLiteral("cost unknown")));
        Probe probe;
        QVERIFY(!probe.link.sentTo("GET", QStringLiteral("/usage?group_by=provider&limit")).isEmpty());
    }
};

QTEST_MAIN(TestProviderRows)
#include "tst_provider_rows.moc"
