// What is shown of a provider's health is told when it changes, and only then.

#include "gateway/health_watch.h"

#include <QTest>

#include <boost/json/object.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace tollgate;

namespace {

class Sink final : public EventSink {
public:
    void publish(std::string_view type, boost::json::value data) override {
        const boost::json::object& event = data.as_object();
        told.push_back(std::string(type) + " " + event.at("provider").as_string().c_str() + " " +
                       event.at("was").as_string().c_str() + " " + event.at("state").as_string().c_str());
        lastError = event.at("last_error");
    }
    std::vector<std::string> told;
    boost::json::value lastError;
};

} // namespace

class HealthWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsToldOnce();
};

void HealthWatchTest::everyChangeIsToldOnce() {
    ManualClock clock;
    HealthBoard board(clock);
    Sink sink;
    HealthWatch watch(board, sink);
    using Told = std::vector<std::string>;
    ConfigSnapshot world;
    world.providers["a"].name = "a";
    world.providers["b"].name = "b";
    watch.look(world);
    watch.look(world);
    QCOMPARE(sink.told, Told{});

    board.checked("a", false, "refused");
    watch.look(world);
    watch.look(world);
    QCOMPARE(sink.told, Told{"health a unknown down"});
    QCOMPARE(sink.lastError, boost::json::value("refused"));

    world.providers["a"].enabled = false;
    board.succeeded("b/m", 10);
    watch.look(world);
    std::ranges::sort(sink.told); // in whichever order the providers came
    QCOMPARE(sink.told,
             (Told{"health a down disabled", "health a unknown down", "health b unknown healthy"}));

    // One that went and came again has not changed.
    world.providers.erase("a");
    watch.look(world);
    world.providers["a"].name = "a";
    watch.look(world);
    QCOMPARE(sink.told.size(), std::size_t{3});
}

QTEST_GUILESS_MAIN(HealthWatchTest)
#include "tst_health_watch.moc"
