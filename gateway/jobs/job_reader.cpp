#include "gateway/jobs/job_reader.h"

#include <QDebug>
#include <QObject>

#include <utility>

namespace tollgate {

class JobReader::Desk : public QObject {
public:
    Desk(std::string path, const Clock& clock)
        : m_path(std::move(path))
        , m_clock(clock) {}

    void answer(const JobQuestion& question, const JobView& view, const Answered& answered) {
        auto answer = look(question, view);
        if (!answer) {
            qWarning("tasks and batches cannot be listed: %s", answer.error().c_str());
            m_database.reset(); // anew the next time
            answered(refusal({ErrorCode::Unavailable, "Tasks and batches cannot be read right now."}));
            return;
        }
        answered(*std::move(answer));
    }

private:
    SqliteResult<JobAnswer> look(const JobQuestion& question, const JobView& view) {
        if (!m_database) {
            auto opened = JobDatabase::openToRead(m_path);
            if (!opened)
                return tl::unexpected(std::move(opened.error()));
            m_database = *std::move(opened);
        }
        return JobLists(m_clock, *m_database).answer(question, view);
    }

    const std::string m_path;
    const Clock& m_clock;
    std::unique_ptr<JobDatabase> m_database; ///< opened in the thread, when first asked
};

JobReader::JobReader(const std::string& path, const Clock& clock)
    : m_desk(new Desk(path, clock)) {
    m_thread.setObjectName(QStringLiteral("job lists"));
    m_desk->moveToThread(&m_thread);
    m_thread.start();
}

JobReader::~JobReader() {
    // Behind all that was asked.
    QMetaObject::invokeMethod(
        m_desk,
        [desk = m_desk] {
            delete desk; // NOLINT(cppcoreguidelines-owning-memory): in its own thread
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void JobReader::ask(JobQuestion question, JobView view, Answered answered) {
    QMetaObject::invokeMethod(
        m_desk,
        [desk = m_desk, question = std::move(question), view = std::move(view),
         answered = std::move(answered)] { desk->answer(question, view, answered); },
        Qt::QueuedConnection);
}

void JobReader::run(std::function<void()> work) {
    QMetaObject::invokeMethod(m_desk, std::move(work), Qt::QueuedConnection);
}

} // namespace tollgate
