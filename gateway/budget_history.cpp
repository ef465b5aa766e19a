#include "gateway/budget_history.h"

#include <QDebug>

namespace tollgate {

namespace {

constexpr int kFlushMs = 5'000;

class ReaderHistory final : public SpendingHistory {
public:
    explicit ReaderHistory(LedgerReader& reader)
        : m_reader(reader) {}
    ~ReaderHistory() override { m_reader.endView(); }
    ReaderHistory(const ReaderHistory&) = delete;
    ReaderHistory& operator=(const ReaderHistory&) = delete;

    std::vector<SpentSum> sums(const std::vector<SpentSpan>& spans) override {
        std::vector<SpendSpan> asked;
        asked.reserve(spans.size());
        for (const SpentSpan& span : spans)
            asked.push_back({span.scope, span.subject, span.fromMs, span.toMs});
        const auto answer = m_reader.spend(asked);
        if (!answer) {
            qCritical("what budgets have spent cannot be read: %s", answer.error().message.c_str());
            return {};
        }
        std::vector<SpentSum> sums;
        sums.reserve(answer->size());
        for (const Spend& spend : *answer)
            sums.push_back({spend.cost, spend.unpriced});
        return sums;
    }

    std::vector<std::string> held(const std::vector<std::string>& requestIds) override {
        auto present = m_reader.present(requestIds);
        if (!present)
            qCritical("what budgets have spent cannot be read: %s", present.error().message.c_str());
        return present ? *std::move(present) : std::vector<std::string>();
    }

private:
    LedgerReader& m_reader;
};

} // namespace

std::unique_ptr<SpendingHistory> openSpendingHistory(Ledger& ledger, LedgerReader& reader) {
    if (!ledger.flush(kFlushMs))
        qCritical("a new budget may miss requests that are not in the database yet");
    if (const auto begun = reader.beginView(); !begun) {
        qCritical("what budgets have spent cannot be read: %s", begun.error().message.c_str());
        return nullptr;
    }
    return std::make_unique<ReaderHistory>(reader);
}

} // namespace tollgate
