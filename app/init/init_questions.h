#pragma once
// What --init wants to know: from the options, and from a person where nothing was said and asking is
// allowed.

#include "app/init/terminal.h"
#include "app/options.h"
#include "gateway/starter.h"

#include <QStringList>

#include <tl/expected.hpp>

#include <functional>

namespace tollgate {

struct ProviderTrial {
    bool ok = false;
    double latencyMs = 0;
    QStringList models;
    QString error; ///< the provider's own words
};

struct InitFailure {
    ExitCode code = kExitFailure;
    QString message;
};

class InitQuestions {
public:
    using Try = std::function<ProviderTrial(const StarterAnswers&)>;

    InitQuestions(const Options& options, Terminal& terminal, Try tryProvider)
        : m_options(options)
        , m_terminal(terminal)
        , m_try(std::move(tryProvider)) {}

    tl::expected<StarterAnswers, InitFailure> answers();

private:
    bool mayAsk() const { return !m_options.init.yes; }
    tl::expected<void, InitFailure> provider(StarterAnswers& answers);
    tl::expected<const ProviderPresetFacts*, InitFailure> preset();
    tl::expected<void, InitFailure> key(StarterAnswers& answers, bool again);
    tl::expected<void, InitFailure> trial(StarterAnswers& answers);
    tl::expected<void, InitFailure> model(StarterAnswers& answers);
    tl::expected<void, InitFailure> budget(StarterAnswers& answers);
    tl::expected<std::string, InitFailure> said(const QString& option, const QString& question,
                                                const QString& usual);

    const Options& m_options;
    Terminal& m_terminal;
    Try m_try;
    QStringList m_models; ///< that the provider has named
    bool m_needsKey = false;
};

} // namespace tollgate
