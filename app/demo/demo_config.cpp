#include "app/demo/demo.h"

namespace tollgate {

namespace {

// List prices per million tokens; the canary model and everything about traffic is made up. A first-byte
// time-out of two seconds is the notebook's. vllm-gpu1 has just gone down, azure-eu is shaky.
constexpr std::string_view kConfiguration = R"json({
"providers": [
  {"name":"openai","kind":"simulated","timeouts_ms":{"first_byte":2000},"options":{"mean_latency_ms":190,"p_timeout":0.001,"p_error":0.001,"p_long_tail":0.05,"tokens_per_second":160,"seed":11}},
  {"name":"anthropic","kind":"simulated","timeouts_ms":{"first_byte":2000},"options":{"mean_latency_ms":260,"p_timeout":0.002,"p_error":0.002,"p_long_tail":0.05,"tokens_per_second":110,"seed":12}},
  {"name":"azure-eu","kind":"simulated","timeouts_ms":{"first_byte":2000},"max_retries":1,"options":{"mean_latency_ms":380,"p_timeout":0.01,"p_error":0.05,"p_long_tail":0.08,"tokens_per_second":120,"seed":13}},
  {"name":"bedrock-us","kind":"simulated","timeouts_ms":{"first_byte":2000},"options":{"mean_latency_ms":300,"p_timeout":0.0005,"p_error":0.0005,"p_long_tail":0.05,"tokens_per_second":110,"seed":14}},
  {"name":"gemini","kind":"simulated","timeouts_ms":{"first_byte":2000},"options":{"mean_latency_ms":120,"p_timeout":0.001,"p_error":0.002,"p_long_tail":0.04,"tokens_per_second":220,"seed":15}},
  {"name":"oss","kind":"simulated","options":{"mean_latency_ms":20,"p_timeout":0,"p_error":0,"p_long_tail":0,"tokens_per_second":400,"seed":16,"reply":"(OSS fallback) Echo: {prompt:160}"}},
  {"name":"vllm-gpu1","kind":"simulated","timeouts_ms":{"first_byte":2000},"max_retries":0,"options":{"mean_latency_ms":40,"p_timeout":0,"p_error":1,"p_long_tail":0,"tokens_per_second":90,"seed":17}}
],
"models": [
  {"provider":"openai","model":"gpt-4o-mini","input_usd_per_mtok":0.15,"output_usd_per_mtok":0.6,"cache_read_usd_per_mtok":0.075,"context_window":128000,"max_output_tokens":16384,"capabilities":["chat","streaming","tools","vision","json_schema"],"tier":"simple","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"openai","model":"gpt-4o-mini-canary","input_usd_per_mtok":0.18,"output_usd_per_mtok":0.72,"cache_read_usd_per_mtok":0.09,"context_window":128000,"max_output_tokens":16384,"capabilities":["chat","streaming","tools","vision","json_schema"],"tier":"simple","source":"demo","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"openai","model":"gpt-4o","input_usd_per_mtok":2.5,"output_usd_per_mtok":10,"cache_read_usd_per_mtok":1.25,"context_window":128000,"max_output_tokens":16384,"capabilities":["chat","streaming","tools","vision","json_schema"],"tier":"complex","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"openai","model":"gpt-5","input_usd_per_mtok":1.25,"output_usd_per_mtok":10,"cache_read_usd_per_mtok":0.125,"context_window":400000,"max_output_tokens":128000,"capabilities":["chat","streaming","tools","vision","json_schema","reasoning"],"tier":"complex","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"openai","model":"text-embedding-3-small","input_usd_per_mtok":0.02,"output_usd_per_mtok":0,"context_window":8191,"capabilities":["embeddings"],"source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"anthropic","model":"claude-sonnet-4-5","input_usd_per_mtok":3,"output_usd_per_mtok":15,"cache_read_usd_per_mtok":0.3,"cache_write_usd_per_mtok":3.75,"context_window":200000,"max_output_tokens":64000,"capabilities":["chat","streaming","tools","vision","reasoning","pdf"],"tier":"complex","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"anthropic","model":"claude-haiku-4-5","input_usd_per_mtok":1,"output_usd_per_mtok":5,"cache_read_usd_per_mtok":0.1,"cache_write_usd_per_mtok":1.25,"context_window":200000,"max_output_tokens":64000,"capabilities":["chat","streaming","tools","vision","reasoning","pdf"],"tier":"medium","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"azure-eu","model":"gpt-4o","input_usd_per_mtok":2.5,"output_usd_per_mtok":10,"cache_read_usd_per_mtok":1.25,"context_window":128000,"max_output_tokens":16384,"capabilities":["chat","streaming","tools","vision","json_schema"],"tier":"complex","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"azure-eu","model":"gpt-4o-mini","input_usd_per_mtok":0.15,"output_usd_per_mtok":0.6,"cache_read_usd_per_mtok":0.075,"context_window":128000,"max_output_tokens":16384,"capabilities":["chat","streaming","tools","vision","json_schema"],"tier":"simple","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"bedrock-us","model":"claude-haiku-4-5","input_usd_per_mtok":1,"output_usd_per_mtok":5,"cache_read_usd_per_mtok":0.1,"cache_write_usd_per_mtok":1.25,"context_window":200000,"max_output_tokens":64000,"capabilities":["chat","streaming","tools","vision"],"tier":"medium","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"gemini","model":"gemini-2.5-flash","input_usd_per_mtok":0.3,"output_usd_per_mtok":2.5,"cache_read_usd_per_mtok":0.03,"context_window":1048576,"max_output_tokens":65536,"capabilities":["chat","streaming","tools","vision","json_schema","reasoning","pdf","audio"],"tier":"medium","source":"list price","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"gemini","model":"gemini-exp","context_window":1048576,"capabilities":["chat","streaming"],"source":"demo","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"vllm-gpu1","model":"mistral-7b","input_usd_per_mtok":0.1,"output_usd_per_mtok":0.1,"context_window":32768,"max_output_tokens":8192,"capabilities":["chat","streaming"],"tier":"simple","source":"amortised GPU","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"vllm-gpu1","model":"qwen2.5-coder","usd_per_hour":0.72,"context_window":32768,"max_output_tokens":8192,"capabilities":["chat","streaming"],"tier":"medium","source":"amortised GPU","valid_from":"2026-01-01T00:00:00Z"},
  {"provider":"oss","model":"mock","input_usd_per_mtok":0,"output_usd_per_mtok":0,"context_window":32768,"capabilities":["chat","streaming"],"tier":"simple","source":"demo","valid_from":"2026-01-01T00:00:00Z"}
],
"aliases": [
  {"alias":"chat-default","strategy":"weighted","targets":[{"provider":"openai","model":"gpt-4o-mini","weight":3},{"provider":"azure-eu","model":"gpt-4o-mini","weight":1}],"fallbacks":[{"provider":"anthropic","model":"claude-haiku-4-5"},{"provider":"oss","model":"mock"}]},
  {"alias":"auto","strategy":"auto","targets":[{"provider":"vllm-gpu1","model":"mistral-7b","weight":1},{"provider":"openai","model":"gpt-4o","weight":1},{"provider":"azure-eu","model":"gpt-4o","weight":1}]},
  {"alias":"claude-long","strategy":"simple","targets":[{"provider":"anthropic","model":"claude-sonnet-4-5","weight":1}],"fallbacks":[{"provider":"openai","model":"gpt-4o"}]},
  {"alias":"search-fast","strategy":"least_latency","targets":[{"provider":"gemini","model":"gemini-2.5-flash","weight":1}],"fallbacks":[{"provider":"openai","model":"gpt-4o-mini"}]},
  {"alias":"support-bot","strategy":"weighted","targets":[{"provider":"azure-eu","model":"gpt-4o-mini","weight":2},{"provider":"openai","model":"gpt-4o-mini","weight":1}],"fallbacks":[{"provider":"anthropic","model":"claude-haiku-4-5"}]},
  {"alias":"summarise","strategy":"simple","targets":[{"provider":"bedrock-us","model":"claude-haiku-4-5","weight":1}],"fallbacks":[{"provider":"anthropic","model":"claude-haiku-4-5"}]},
  {"alias":"embed","strategy":"simple","targets":[{"provider":"openai","model":"text-embedding-3-small","weight":1}]},
  {"alias":"azure-only","strategy":"simple","targets":[{"provider":"azure-eu","model":"gpt-4o","weight":1}]}
],
"projects": [
  {"name":"checkout-bot","description":"Answers in the checkout","limits":{"rpm":1200,"tpm":2000000,"max_parallel":64}},
  {"name":"support","description":"Drafts replies to tickets","limits":{"rpm":1200,"tpm":2000000,"max_parallel":64}},
  {"name":"search","description":"Query rewriting and embeddings","limits":{"rpm":2400,"tpm":2000000,"max_parallel":64}},
  {"name":"ci","description":"Evaluations on every merge","limits":{"rpm":600,"tpm":4000000,"max_parallel":32}},
  {"name":"sandbox","description":"Trying things out","limits":{"rpm":120,"tpm":200000,"max_parallel":8}}
],
"keys": [
  {"id":"key_demo_checkout","name":"checkout-bot","project":"checkout-bot"},
  {"id":"key_demo_support","name":"support-desk","project":"support"},
  {"id":"key_demo_search","name":"search-backend","project":"search"},
  {"id":"key_demo_ci","name":"ci","project":"ci","limits":{"rpm":24}},
  {"id":"key_demo_sandbox","name":"sandbox","project":"sandbox"},
  {"id":"key_demo_playground","name":"playground"}
],
"budgets": [
  {"id":"bud_demo_day","scope":"global","period":"day","limit_usd":26,"thresholds":[50,75,100],"action":"warn"},
  {"id":"bud_demo_anthropic","scope":"provider","subject":"anthropic","period":"rolling_30d","limit_usd":420,"thresholds":[50,80,100],"action":"warn"},
  {"id":"bud_demo_checkout","scope":"project","subject":"checkout-bot","period":"month","limit_usd":250,"thresholds":[50,80,100],"action":"block"},
  {"id":"bud_demo_ci","scope":"key","subject":"key_demo_ci","period":"week","limit_usd":15,"thresholds":[50,80,100],"action":"warn"},
  {"id":"bud_demo_intern","scope":"user","subject":"intern","period":"day","limit_usd":0.02,"thresholds":[50,80,100],"action":"block"}
],
"prompts": [
  {"name":"assistant","default":"v1","versions":[
    {"version":"v1","system":"You are a concise assistant. Answer briefly.","template":"{{message}}","note":"the first one"},
    {"version":"v2","system":"You are a structured assistant. Answer in bullet points with 2-4 bullets.","template":"{{message}}","note":"bullets"}]},
  {"name":"summarize","default":"v2","versions":[
    {"version":"v1","system":"You are a concise summarizer.","template":"Summarize the following text:\n\n{{ text }}","model":"summarise","temperature":0.3,"max_tokens":500,"note":"from the notebook"},
    {"version":"v2","system":"You are a concise summarizer. Keep every number and every name.","template":"Summarize the following text{{#length}} in {{ length }}{{/length}}:\n\n{{ text }}","model":"summarise","temperature":0.3,"max_tokens":400,"note":"length can be asked for; numbers stay"},
    {"version":"v3","system":"You are a concise summarizer. Keep every number and every name.","template":"Summarize the following text as {{ bullets }} bullet points{{#audience}} for {{ audience }}{{/audience}}:\n\n{{ text }}\n\nBegin with the most important one.","model":"summarise","temperature":0.2,"max_tokens":400,"note":"bullets; being tried by the evaluation team"}]},
  {"name":"triage","default":"v1","versions":[
    {"version":"v1","system":"You sort support tickets for {{ product }}.","template":"Queues:\n{{#queues}}\n- {{ name }}: {{ about }}\n{{/queues}}\n{{^queues}}\n- general\n{{/queues}}\n\nTicket:\n{{ ticket }}\n\nAnswer with the name of one queue.","model":"auto","temperature":0,"max_tokens":16,"note":"one word back"}]}
],
"flags": [
  {"key":"chat-canary","type":"canary","enabled":true,"alias":"chat-default","stable":"openai/gpt-4o-mini","canary":"openai/gpt-4o-mini-canary","rollout_percent":15,"sticky_by":"user","salt":"",
   "rules":[{"if":{"user":["alice","qa-*"]},"serve":"canary"},{"if":{"project":["checkout-bot"]},"serve":"stable"}],
   "guardrails":{"min_requests":200,"max_error_rate":0.02,"max_p95_ratio":1.25,"max_cost_ratio":1.4},
   "ramp":{"step_percent":10,"every_minutes":30,"max_percent":50}},
  {"key":"prompt-style","type":"prompt","enabled":true,"prompt":"assistant","weights":{"v1":50,"v2":50},"default":"v1"},
  {"key":"vendor-kill","type":"kill_switch","enabled":false,"provider":"azure-eu"},
  {"key":"shadow-gpt5","type":"mirror","enabled":false,"alias":"chat-default","target":"openai/gpt-5","percent":5}
],
"settings": {"auth":"required","capture_bodies":"errors","default_alias":"chat-default","default_prompt":"assistant"}
})json";

} // namespace

std::string_view demoConfiguration() {
    return kConfiguration;
}

} // namespace tollgate
