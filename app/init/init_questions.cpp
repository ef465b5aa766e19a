#include "app/init/init_questions.h"

#include <QFile>

namespace tollgate {
namespace {

constexpr qsizetype kMostShown = 12; ///< of the models a provider names

InitFailure endOfInput() {
    return {kExitFailure, QStringLiteral("the answers end here; nothing was written")};
}

QString text(std::string_view latin) {
    return QString::fromUtf8(latin.data(), static_cast<qsizetype>(latin.size()));
}

QString presetList() {
    QStringList ids;
    for (const ProviderPresetFacts& one : providerPresetFacts())
        ids << text(one.id);
    return ids.join(QStringLiteral(", "));
}

} // namespace

tl::expected<StarterAnswers, InitFailure> InitQuestions::answers() {
    StarterAnswers answers;
    answers.keySecret = makeStarterSecret();
    for (const auto step :
         {&InitQuestions::provider, &InitQuestions::trial, &InitQuestions::model, &InitQuestions::budget})
        if (auto done = (this->*step)(answers); !done)
            return tl::unexpected(done.error());
    return answers;
}

/// The option, else the person's answer, else what is usual.
tl::expected<std::string, InitFailure> InitQuestions::said(const QString& option, const QString& question,
                                                           const QString& usual) {
    if (!option.isEmpty() || !mayAsk())
        return (option.isEmpty() ? usual : option).toStdString();
    const auto answer = m_terminal.ask(question, usual);
    if (!answer)
        return tl::unexpected(endOfInput());
    return answer->toStdString();
}

tl::expected<const ProviderPresetFacts*, InitFailure> InitQuestions::preset() {
    if (m_options.init.preset.isEmpty() && mayAsk())
        m_terminal.say(QStringLiteral("Providers: %1.").arg(presetList()));
    while (true) {
        const auto id = said(m_options.init.preset, QStringLiteral("Provider"), QStringLiteral("simulated"));
        if (!id)
            return tl::unexpected(id.error());
        if (const auto* found = findPresetFacts(*id))
            return found;
        const QString problem = QStringLiteral("there is no preset \"%1\"; there are %2")
                                    .arg(QString::fromStdString(*id), presetList());
        if (!m_options.init.preset.isEmpty())
            return tl::unexpected(InitFailure{kExitUsage, QStringLiteral("--provider: ") + problem});
        m_terminal.say(problem);
    }
}

tl::expected<void, InitFailure> InitQuestions::provider(StarterAnswers& answers) {
    const auto chosen = preset();
    if (!chosen)
        return tl::unexpected(chosen.error());
    const ProviderPresetFacts& facts = **chosen;
    answers.kind = facts.kind;
    answers.provider = text(facts.id).replace(u'_', u'-').toStdString();
    m_needsKey = !facts.keyFrom.empty();
    if (facts.kind == "simulated")
        return {};
    const auto url = said(m_options.init.baseUrl, QStringLiteral("Its address"), text(facts.baseUrl));
    if (!url)
        return tl::unexpected(url.error());
    if (url->find("YOUR-") != std::string::npos)
        return tl::unexpected(InitFailure{
            kExitUsage,
            QStringLiteral("--base-url: %1 takes an address of your own.").arg(text(facts.title))});
    answers.baseUrl = *url;
    if (m_needsKey && mayAsk())
        m_terminal.say(QStringLiteral("The key from %1.").arg(text(facts.keyFrom)));
    return key(answers, false);
}

tl::expected<void, InitFailure> InitQuestions::key(StarterAnswers& answers, bool again) {
    if (again) {
        const auto typed = m_terminal.askSecret(QStringLiteral("Key"));
        if (!typed)
            return tl::unexpected(endOfInput());
        answers.apiKey = typed->toStdString();
        return {};
    }
    if (const QString path = m_options.init.keyFile; !path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(InitFailure{
                kExitUsage,
                QStringLiteral("--provider-key-file: %1 cannot be read: %2").arg(path, file.errorString())});
        answers.apiKey = file.read(16'384).trimmed().toStdString();
        return {};
    }
    answers.apiKey = qgetenv("TOLLGATE_PROVIDER_KEY").trimmed().toStdString();
    if (!answers.apiKey.empty() || !m_needsKey)
        return {};
    if (mayAsk())
        return key(answers, true);
    return tl::unexpected(InitFailure{
        kExitUsage,
        QStringLiteral("the provider's key is missing: give --provider-key-file or TOLLGATE_PROVIDER_KEY.")});
}

tl::expected<void, InitFailure> InitQuestions::trial(StarterAnswers& answers) {
    while (!m_options.init.noCheck) {
        const ProviderTrial result = m_try(answers);
        if (result.ok) {
            m_models = result.models;
            m_terminal.say(QStringLiteral("%1 answers in %2 ms; models found: %3.")
                               .arg(QString::fromStdString(answers.provider))
                               .arg(result.latencyMs, 0, 'f', 0)
                               .arg(result.models.size()));
            return {};
        }
        const QString problem = QStringLiteral("%1 does not answer as it should: %2")
                                    .arg(QString::fromStdString(answers.provider), result.error);
        if (!mayAsk())
            return tl::unexpected(
                InitFailure{kExitProviderFailed, problem + QStringLiteral(" (nothing was written)")});
        m_terminal.say(problem);
        const auto again = m_terminal.askYes(QStringLiteral("Try another key?"), true);
        if (!again)
            return tl::unexpected(endOfInput());
        if (!*again)
            return {}; // it may answer tomorrow
        if (auto typed = key(answers, true); !typed)
            return typed;
    }
    return {};
}

tl::expected<void, InitFailure> InitQuestions::model(StarterAnswers& answers) {
    const bool simulated = answers.kind == "simulated";
    const QString usual = simulated              ? QStringLiteral("mock")
                          : m_models.size() == 1 ? m_models.first()
                                                 : QString();
    if (mayAsk() && m_models.size() > 1)
        m_terminal.say(QStringLiteral("Models: %1%2")
                           .arg(m_models.mid(0, kMostShown).join(QStringLiteral(", ")),
                                m_models.size() > kMostShown ? QStringLiteral(", …") : QString()));
    const auto model = said(m_options.init.model, QStringLiteral("Model"), usual);
    if (!model)
        return tl::unexpected(model.error());
    if (model->empty())
        return tl::unexpected(
            InitFailure{kExitUsage, QStringLiteral("--model: which of the provider's models?")});
    answers.model = *model;
    const auto alias = said(m_options.init.alias, QStringLiteral("The name applications ask for"),
                            QString::fromStdString(answers.alias));
    if (!alias)
        return tl::unexpected(alias.error());
    answers.alias = *alias;
    return {};
}

tl::expected<void, InitFailure> InitQuestions::budget(StarterAnswers& answers) {
    if (m_options.init.budgetUsd > 0)
        answers.budgetUsd = m_options.init.budgetUsd;
    if (answers.budgetUsd || !mayAsk())
        return {};
    while (true) {
        const auto typed = m_terminal.ask(
            QStringLiteral("Dollars per month, beyond which there is a warning"), QStringLiteral("none"));
        if (!typed)
            return tl::unexpected(endOfInput());
        bool ok = false;
        const double usd = typed->toDouble(&ok);
        if (ok && usd > 0)
            answers.budgetUsd = usd;
        if (answers.budgetUsd || *typed == u"none")
            return {};
        m_terminal.say(QStringLiteral("A number above zero, or none."));
    }
}

} // namespace tollgate
