// Pages are made before somebody opens them, but not in the middle of a word.
#include "ui/pages/page.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/pages_ahead.h"

#include <QLineEdit>
#include <QTest>

#include <map>

using namespace tollgate::ui;

namespace {

class CountedPage : public Page {
public:
    CountedPage(QWidget* parent, int* prepared)
        : Page({}, parent)
        , m_prepared(prepared) {
        new QLineEdit(this);
    }
    void prepare() override { ++*m_prepared; }

private:
    int* m_prepared;
};

} // namespace

class TestPagesAhead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_stack = std::make_unique<QWidget>();
        m_registry = {};
        m_pages.clear();
        m_prepared = 0;
        for (const char* id : {"one", "two", "three"})
            m_registry.add({QString::fromLatin1(id), QString::fromLatin1(id), PageGroup::Observe, {}, {}});
        m_ahead = std::make_unique<PagesAhead>(
            m_registry, m_stack.get(), [this](const QString& id) { return load(id); }, nullptr);
    }
    void cleanup() {
        m_ahead.reset();
        m_stack.reset();
    }

    void whoWaitsForThemGetsAllPreparedAndPolished() {
        m_ahead->hurry();
        QTRY_COMPARE(m_prepared, 3);
        QCOMPARE(m_pages.size(), std::size_t(3));
        const auto unpolished = [this] {
            int count = 0;
            for (const QWidget* widget : m_stack->findChildren<QWidget*>())
                count += widget->testAttribute(Qt::WA_WState_Polished) ? 0 : 1;
            return count;
        };
        QTRY_COMPARE(unpolished(), 0);
    }

    void pageThatIsThereIsOnlyPrepared() {
        load(QStringLiteral("two"));
        m_ahead->hurry();
        QTRY_COMPARE(m_prepared, 3);
        QCOMPARE(m_pages.size(), std::size_t(3));
    }

    void typingPutsItOff() {
        m_ahead->start();
        m_ahead->hurry();
        while (m_prepared < 1)
            QCoreApplication::processEvents();
        const int before = m_ahead->dueInMs();
        QLineEdit edit;
        QTest::keyClick(&edit, Qt::Key_A);
        QVERIFY(m_ahead->dueInMs() > before);
        QCOMPARE(m_prepared, 1);
        QTRY_COMPARE(m_prepared, 3);
    }

private:
    Page* load(const QString& id) {
        Page*& page = m_pages[id];
        if (!page)
            page = new CountedPage(m_stack.get(), &m_prepared);
        return page;
    }

    std::unique_ptr<QWidget> m_stack;
    PageRegistry m_registry;
    std::map<QString, Page*> m_pages;
    int m_prepared = 0;
    std::unique_ptr<PagesAhead> m_ahead;
};

QTEST_MAIN(TestPagesAhead)
#include "tst_pages_ahead.moc"
