<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>GatewayWords</name>
    <message numerus="yes">
        <source>is longer than %n bytes</source>
        <translation>
            <numerusform>is longer than %n bytes</numerusform>
            <numerusform>is longer than %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>holds %n versions already; give a shorter one</source>
        <translation>
            <numerusform>holds %n versions already; give a shorter one</numerusform>
            <numerusform>holds %n versions already; give a shorter one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>its context window holds %n tokens</source>
        <translation>
            <numerusform>its context window holds %n tokens</numerusform>
            <numerusform>its context window holds %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool</source>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tool</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n tools</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>error rate %1 is above %2 after %n requests</source>
        <translation>
            <numerusform>error rate %1 is above %2 after %n requests</numerusform>
            <numerusform>error rate %1 is above %2 after %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>p95 of %1 ms is above %2 × the %3 ms of %4 after %n requests</source>
        <translation>
            <numerusform>p95 of %1 ms is above %2 × the %3 ms of %4 after %n requests</numerusform>
            <numerusform>p95 of %1 ms is above %2 × the %3 ms of %4 after %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cost of %1 USD per request is above %2 × the %3 USD of %4 after %n requests</source>
        <translation>
            <numerusform>cost of %1 USD per request is above %2 × the %3 USD of %4 after %n requests</numerusform>
            <numerusform>cost of %1 USD per request is above %2 × the %3 USD of %4 after %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %2 of %n requests</source>
        <translation>
            <numerusform>%1 has %2 of %n requests</numerusform>
            <numerusform>%1 has %2 of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n requests</source>
        <translation>
            <numerusform>%1 of %n requests</numerusform>
            <numerusform>%1 of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within its guardrails after %n requests</source>
        <translation>
            <numerusform>within its guardrails after %n requests</numerusform>
            <numerusform>within its guardrails after %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The ledger cannot be written: %1. Requests are served; %n records wait to be written.</source>
        <translation>
            <numerusform>The ledger cannot be written: %1. Requests are served; %n records wait to be written.</numerusform>
            <numerusform>The ledger cannot be written: %1. Requests are served; %n records wait to be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests were served and could not be recorded.</source>
        <translation>
            <numerusform>%n requests were served and could not be recorded.</numerusform>
            <numerusform>%n requests were served and could not be recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests were read from it; what the journal holds beyond them is replayed.</source>
        <translation>
            <numerusform>%n requests were read from it; what the journal holds beyond them is replayed.</numerusform>
            <numerusform>%n requests were read from it; what the journal holds beyond them is replayed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys, kept as bcrypt</source>
        <translation>
            <numerusform>%n keys, kept as bcrypt</numerusform>
            <numerusform>%n keys, kept as bcrypt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys, kept as bcrypt; %1 never expire.</source>
        <translation>
            <numerusform>%n keys, kept as bcrypt; %1 never expire.</numerusform>
            <numerusform>%n keys, kept as bcrypt; %1 never expire.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n configured providers are called, whatever a body or header names.</source>
        <translation>
            <numerusform>Only the %n configured providers are called, whatever a body or header names.</numerusform>
            <numerusform>Only the %n configured providers are called, whatever a body or header names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>capture_bodies is all; bodies are kept for %n days.</source>
        <translation>
            <numerusform>capture_bodies is all; bodies are kept for %n days.</numerusform>
            <numerusform>capture_bodies is all; bodies are kept for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>capture_bodies is errors; bodies are kept for %n days.</source>
        <translation>
            <numerusform>capture_bodies is errors; bodies are kept for %n days.</numerusform>
            <numerusform>capture_bodies is errors; bodies are kept for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the last %n seconds</source>
        <translation>
            <numerusform>in the last %n seconds</numerusform>
            <numerusform>in the last %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n seconds ago</source>
        <translation>
            <numerusform>more than %n seconds ago</numerusform>
            <numerusform>more than %n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exactly %n seconds ago</source>
        <translation>
            <numerusform>exactly %n seconds ago</numerusform>
            <numerusform>exactly %n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the last %n minutes</source>
        <translation>
            <numerusform>in the last %n minutes</numerusform>
            <numerusform>in the last %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n minutes ago</source>
        <translation>
            <numerusform>more than %n minutes ago</numerusform>
            <numerusform>more than %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exactly %n minutes ago</source>
        <translation>
            <numerusform>exactly %n minutes ago</numerusform>
            <numerusform>exactly %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the last %n hours</source>
        <translation>
            <numerusform>in the last %n hours</numerusform>
            <numerusform>in the last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n hours ago</source>
        <translation>
            <numerusform>more than %n hours ago</numerusform>
            <numerusform>more than %n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exactly %n hours ago</source>
        <translation>
            <numerusform>exactly %n hours ago</numerusform>
            <numerusform>exactly %n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the last %n days</source>
        <translation>
            <numerusform>in the last %n days</numerusform>
            <numerusform>in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n days ago</source>
        <translation>
            <numerusform>more than %n days ago</numerusform>
            <numerusform>more than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exactly %n days ago</source>
        <translation>
            <numerusform>exactly %n days ago</numerusform>
            <numerusform>exactly %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelTasks</name>
    <message numerus="yes">
        <source>Edit %n models</source>
        <translation>
            <numerusform>Edit %n model</numerusform>
            <numerusform>Edit %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>edit of %n models</source>
        <translation>
            <numerusform>edit of one model</numerusform>
            <numerusform>edit of %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AliasesPage</name>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fallback(s)</source>
        <translation>
            <numerusform>%n fallback</numerusform>
            <numerusform>%n fallbacks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AnswerCard</name>
    <message numerus="yes">
        <source>%1 in %n round(s)</source>
        <translation>
            <numerusform>%1 in %n round</numerusform>
            <numerusform>%1 in %n rounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AuditPage</name>
    <message numerus="yes">
        <source>%n fields differ.</source>
        <translation>
            <numerusform>%n field differs.</numerusform>
            <numerusform>%n fields differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BackupCard</name>
    <message numerus="yes">
        <source>%n resources would change by %1.</source>
        <translation>
            <numerusform>%n resource would change by %1.</numerusform>
            <numerusform>%n resources would change by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The configuration was restored: %n resources changed.</source>
        <translation>
            <numerusform>The configuration was restored: %n resource changed.</numerusform>
            <numerusform>The configuration was restored: %n resources changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resources would be deleted. Restore all the same?</source>
        <translation>
            <numerusform>One resource would be deleted. Restore all the same?</numerusform>
            <numerusform>%n resources would be deleted. Restore all the same?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetHistoryCard</name>
    <message numerus="yes">
        <source>notified; %n request(s) refused</source>
        <translation>
            <numerusform>notified; %n request refused</numerusform>
            <numerusform>notified; %n requests refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notified; %n request(s) sent to %1</source>
        <translation>
            <numerusform>notified; %n request sent to %1</numerusform>
            <numerusform>notified; %n requests sent to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetsPage</name>
    <message numerus="yes">
        <source>%n budget(s) · %1 near the limit · %2 exceeded</source>
        <translation>
            <numerusform>%n budget · %1 near the limit · %2 exceeded</numerusform>
            <numerusform>%n budgets · %1 near the limit · %2 exceeded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ConnectPage</name>
    <message numerus="yes">
        <source>Programs seen lately: %n</source>
        <translation>
            <numerusform>Programs seen lately: %n</numerusform>
            <numerusform>Programs seen lately: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ConnectionBanner</name>
    <message numerus="yes">
        <source>Next attempt in %n s.</source>
        <translation>
            <numerusform>Next attempt in %n s.</numerusform>
            <numerusform>Next attempt in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CostCard</name>
    <message numerus="yes">
        <source>%n request(s) today have no price.</source>
        <translation>
            <numerusform>%n request today has no price.</numerusform>
            <numerusform>%n requests today have no price.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CredentialEdit</name>
    <message numerus="yes">
        <source>%n new key(s)</source>
        <translation>
            <numerusform>%n new key</numerusform>
            <numerusform>%n new keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ExportStrip</name>
    <message numerus="yes">
        <source>Exporting: %1 requests, back to %2</source>
        <translation>
            <numerusform>Exporting: %1 request, back to %2</numerusform>
            <numerusform>Exporting: %1 requests, back to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FlagsPage</name>
    <message numerus="yes">
        <source>%n flag(s) · %1 on</source>
        <translation>
            <numerusform>%n flag · %1 on</numerusform>
            <numerusform>%n flags · %1 on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::GuardrailsCard</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsControls</name>
    <message numerus="yes">
        <source>%n webhook(s) were given up</source>
        <translation>
            <numerusform>%n webhook was given up</numerusform>
            <numerusform>%n webhooks were given up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsPage</name>
    <message numerus="yes">
        <source>%n result(s) written to %1</source>
        <translation>
            <numerusform>%n result written to %1</numerusform>
            <numerusform>%n results written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resend all %n webhook(s) that were given up? Receivers may get what they have already.</source>
        <translation>
            <numerusform>Resend the one webhook that was given up? Its receiver may get what it has already.</numerusform>
            <numerusform>Resend all %n webhooks that were given up? Receivers may get what they have already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) are on their way again, and there are more.</source>
        <translation>
            <numerusform>%n webhook is on its way again, and there are more.</numerusform>
            <numerusform>%n webhooks are on their way again, and there are more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) are on their way again.</source>
        <translation>
            <numerusform>%n webhook is on its way again.</numerusform>
            <numerusform>%n webhooks are on their way again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ModelsPage</name>
    <message numerus="yes">
        <source>Edit %n together</source>
        <translation>
            <numerusform>Edit %n together</numerusform>
            <numerusform>Edit %n together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::NavButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n to look at</numerusform>
            <numerusform>%1, %n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n running</numerusform>
            <numerusform>%1, %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProjectsPage</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It still has %n key(s).</source>
        <translation>
            <numerusform>It still has %n key.</numerusform>
            <numerusform>It still has %n keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n project(s)</source>
        <translation>
            <numerusform>%n project</numerusform>
            <numerusform>%n projects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptsPage</name>
    <message numerus="yes">
        <source>%1 of %n versions</source>
        <translation>
            <numerusform>%1 of %n version</numerusform>
            <numerusform>%1 of %n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applications that call it get 404; %n versions go with it.</source>
        <translation>
            <numerusform>Applications that call it get 404; its version goes with it.</numerusform>
            <numerusform>Applications that call it get 404; %n versions go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n prompt</numerusform>
            <numerusform>%n prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderStep</name>
    <message numerus="yes">
        <source>Answered in %1, %n models found.</source>
        <translation>
            <numerusform>Answered in %1, %n model found.</numerusform>
            <numerusform>Answered in %1, %n models found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProvidersPage</name>
    <message numerus="yes">
        <source>%n provider(s) · %1 healthy</source>
        <translation>
            <numerusform>%n provider · %1 healthy</numerusform>
            <numerusform>%n providers · %1 healthy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SecurityCard</name>
    <message numerus="yes">
        <source>%n points need a look</source>
        <translation>
            <numerusform>%n point needs a look</numerusform>
            <numerusform>%n points need a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendModel</name>
    <message numerus="yes">
        <source>%1 for %n requests</source>
        <translation>
            <numerusform>%1 for %n request</numerusform>
            <numerusform>%1 for %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a known price</source>
        <translation>
            <numerusform>%n of them without a known price</numerusform>
            <numerusform>%n of them without a known price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendPage</name>
    <message numerus="yes">
        <source>%1 for %2 requests</source>
        <translation>
            <numerusform>%1 for %2 request</numerusform>
            <numerusform>%1 for %2 requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendTiles</name>
    <message numerus="yes">
        <source>%1 requests</source>
        <translation>
            <numerusform>%1 request</numerusform>
            <numerusform>%1 requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TiersEdit</name>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n tier</numerusform>
            <numerusform>%n tiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficEmpty</name>
    <message numerus="yes">
        <source>%n request(s) came in meanwhile.</source>
        <translation>
            <numerusform>%n request came in meanwhile.</numerusform>
            <numerusform>%n requests came in meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficPage</name>
    <message numerus="yes">
        <source>%n request(s) written to %1</source>
        <translation>
            <numerusform>%n request written to %1</numerusform>
            <numerusform>%n requests written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n new</source>
        <translation>
            <numerusform>Paused · %n new</numerusform>
            <numerusform>Paused · %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer above</source>
        <translation>
            <numerusform>%n newer above</numerusform>
            <numerusform>%n newer above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n or more new</source>
        <translation>
            <numerusform>Paused · %n or more new</numerusform>
            <numerusform>Paused · %n or more new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 requests</source>
        <translation>
            <numerusform>%1 request</numerusform>
            <numerusform>%1 requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n request(s) were written to %1; an archive takes no more.</source>
        <translation>
            <numerusform>The newest request was written to %1; an archive takes no more.</numerusform>
            <numerusform>The newest %n requests were written to %1; an archive takes no more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UserCostModel</name>
    <message numerus="yes">
        <source>%n request(s) without a known price</source>
        <translation>
            <numerusform>%n request without a known price</numerusform>
            <numerusform>%n requests without a known price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::jobsText</name>
    <message numerus="yes">
        <source>%n without a price</source>
        <translation>
            <numerusform>%n without a price</numerusform>
            <numerusform>%n without a price</numerusform>
        </translation>
    </message>
</context>
</TS>
