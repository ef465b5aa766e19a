// packaging/observability against the real thing: promtool reads it, a Prometheus scrapes a tollgated with it, its alerts fire
// when something is wrong, every panel of the dashboard has something to show, and the runbooks' commands do what they say.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, hello, startGateway } from './support/gateway.mjs';
import { promtool, startPrometheus } from './support/prometheus.mjs';
import { collect } from './support/sse.mjs';

const run = promisify(execFile); // not spawnSync: the fake providers are in this process
const root = fileURLToPath(new URL('../../', import.meta.url));
const shipped = path.join(root, 'packaging/observability');
const read = (name) => fs.readFileSync(path.join(shipped, name), 'utf8');
const runbooks = fs.readdirSync(path.join(shipped, 'runbooks'));
const alertNames = [...read('alerts.yml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
const metricNames = (text) => [...new Set(text.match(/\b(?:ai|gateway|tollgate)_[a-z0-9_]*[a-z0-9]\b|\btollgate:[a-z0-9_:]+/g))];
const blocks = (text, language) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].filter(([, named]) => named === language).map(([, , body]) => body.trim());

/** What is shipped, in a directory of its own, for this gateway; `hasty`: with every second counted once. */
function configuration(target = '127.0.0.1:8655', key = 'none', hasty = false) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tollgate-prometheus-'));
  const change = (text, from, to) => {
    assert.match(text, from);
    return text.replace(from, to);
  };
  let config = change(read('prometheus.yml'), /127\.0\.0\.1:8655/, target);
  let rules = read('alerts.yml');
  if (hasty) {
    config = change(change(config, /scrape_interval: 15s/, 'scrape_interval: 500ms'), /evaluation_interval: 15s/, 'evaluation_interval: 500ms');
    rules = change(rules, /for: \d+m/g, 'for: 1s');
  }
  fs.writeFileSync(path.join(directory, 'prometheus.yml'), config);
  fs.writeFileSync(path.join(directory, 'alerts.yml'), rules);
  fs.writeFileSync(path.join(directory, 'alerts_test.yml'), read('alerts_test.yml'));
  fs.writeFileSync(path.join(directory, 'tollgate-key'), `${key}\n`, { mode: 0o600 });
  return directory;
}

describe('what is shipped for Prometheus', () => {
  const directory = configuration();
  after(() => fs.rmSync(directory, { recursive: true, force: true }));
  const passes = (...args) => {
    const { ok, output } = promtool(args, directory);
    assert.ok(ok, output);
  };

  it('is a configuration and rules that promtool accepts', () => {
    passes('check', 'config', 'prometheus.yml');
    passes('check', 'rules', 'alerts.yml');
  });

  it('has alerts that fire when they should, and not otherwise', () => {
    passes('test', 'rules', 'alerts_test.yml');
    const fires = (name) =>
      read('alerts_test.yml').includes(`ALERTS{alertname="${name}", alertstate="firing", severity=`) ||
      new RegExp(`alertname: ${name}\\n\\s+eval_time: \\w+\\n\\s+exp_alerts:\\n`).test(read('alerts_test.yml'));
    assert.deepEqual(alertNames.filter((name) => !fires(name)), [], 'alerts without a case in which they fire');
  });

  it('has tests that notice a changed threshold', () => {
    const rules = read('alerts.yml').replace('> 0.05 and', '> 0.01 and');
    assert.notEqual(rules, read('alerts.yml'));
    fs.writeFileSync(path.join(directory, 'alerts.yml'), rules);
    assert.equal(promtool(['test', 'rules', 'alerts_test.yml'], directory).ok, false);
  });

  it('has a runbook for each alert, and none for another', () => {
    assert.ok(alertNames.length >= 6);
    assert.deepEqual(runbooks.toSorted(), alertNames.map((name) => `${name}.md`).toSorted());
  });
});

describe('a Prometheus that scrapes a tollgated', () => {
  let upstream;
  let broken;
  let gateway;
  let prometheus;
  let directory;
  let budget;
  let client;
  let refused;
  before(async () => {
    upstream = await startFakeUpstream({ models: ['gpt-4o-mini', 'next', 'torn'] });
    broken = await startFakeUpstream();
    broken.always('gpt-4o-mini', { status: 500 });
    gateway = await startGateway({ args: ['--threads', '1'] });
    await gateway.openaiProvider('up', upstream);
    await gateway.openaiProvider('bad', broken);
    await gateway.openaiProvider('torn', upstream);
    for (const model of ['gpt-4o-mini', 'next']) await gateway.price('up', model, 1);
    const target = (provider) => ({ provider, model: 'gpt-4o-mini' });
    await gateway.create('/aliases', { alias: 'chat', strategy: 'simple', targets: [target('up')] });
    await gateway.create('/aliases', { alias: 'saved', strategy: 'simple', targets: [target('bad')], fallbacks: [target('up')] });
    await gateway.create('/aliases', { alias: 'lost', strategy: 'simple', targets: [target('bad')] });
    await gateway.create('/flags', {
      key: 'canary', type: 'canary', alias: 'chat', stable: 'up/gpt-4o-mini', canary: 'up/next', rollout_percent: 50,
    });
    budget = await gateway.create('/budgets', { scope: 'global', period: 'day', limit_usd: 0.00001, action: 'warn' });
    client = gateway.client((await gateway.key()).secret);
    const poor = await gateway.key();
    refused = gateway.client(poor.secret);
    await gateway.create('/budgets', { scope: 'key', subject: poor.id, period: 'day', limit_usd: 0.00000001, action: 'block' });
    const reader = await scrapeKey();
    directory = configuration(new URL(gateway.url).host, reader, true);
    prometheus = await startPrometheus(directory);
  });
  after(async () => {
    await prometheus?.stop();
    await gateway?.stop();
    await upstream?.close();
    await broken?.close();
    if (directory) fs.rmSync(directory, { recursive: true, force: true });
  });

  /** As the README says: the document that is shipped, whose key the gateway writes into a file. */
  async function scrapeKey() {
    const { status, body } = await gateway.admin('PUT', '/config', read('scrape-key.yaml'), { headers: { 'content-type': 'application/yaml' } });
    assert.equal(status, 200, JSON.stringify(body));
    return fs.readFileSync(path.join(gateway.dataDir, 'keys/prometheus'), 'utf8').trim();
  }

  let round = 0;
  /** Traffic of every sort: answered, streamed, broken off, saved by a fallback, failed, refused. */
  async function traffic() {
    const ask = (model, fields = {}, by = client) => by.chat.completions.create({ ...hello, model, ...fields });
    for (let i = 0; i < 4; i += 1) await ask('chat', { user: `user-${round}-${i}` });
    await collect(await ask('chat', { stream: true }));
    if (round < 2) { // a third one would open its circuit
      upstream.script('torn', { cutAfter: 2 });
      await assert.rejects(async () => collect(await ask('torn/torn', { stream: true })));
    }
    await ask('saved');
    for (let i = 0; i < 4; i += 1) await assert.rejects(ask('lost'));
    await assert.rejects(ask('chat', {}, refused), { status: 402 });
    round += 1;
  }

  /** Traffic goes on until the assertion holds. */
  async function under(check, timeoutMs = 60000) {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      await traffic();
      try {
        return await check();
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(300);
      }
    }
  }
  const firing = async () =>
    (await prometheus.api('alerts')).alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels);

  it('reads it with a key that may do nothing else', async () => {
    await eventually(async () => {
      const { activeTargets } = await prometheus.api('targets');
      assert.deepEqual(activeTargets.map(({ health, lastError }) => [health, lastError]), [['up', '']]);
    }, 20000);
    const key = fs.readFileSync(path.join(gateway.dataDir, 'keys/prometheus'), 'utf8').trim();
    assert.equal((await gateway.post('/v1/chat/completions', key, hello)).status, 403);
    assert.equal((await gateway.admin('GET', '/status', undefined, { token: key })).status, 403);
  });

  it('raises the alerts that are due, and no others', async () => {
    const due = ['TollgateBudgetRefusing', 'TollgateBudgetUsedUp', 'TollgateCircuitOpen', 'TollgateErrorRateHigh'];
    await under(async () => {
      const alerts = await firing();
      assert.deepEqual([...new Set(alerts.map(({ alertname }) => alertname))].toSorted(), due);
      assert.equal(alerts.find(({ alertname }) => alertname === 'TollgateCircuitOpen').provider, 'bad');
      assert.ok(alerts.some((labels) => labels.alertname === 'TollgateBudgetUsedUp' && labels.budget === budget.id));
    });
  });

  it('evaluates every rule without an error', async () => {
    const { groups } = await prometheus.api('rules');
    const rules = groups.flatMap((group) => group.rules);
    assert.ok(rules.length > alertNames.length);
    for (const rule of rules) assert.deepEqual([rule.name, rule.health, rule.lastError ?? ''], [rule.name, 'ok', '']);
    for (const { name, type, labels, annotations } of rules) {
      if (type !== 'alerting') continue;
      assert.match(labels.severity, /^(warning|critical)$/);
      assert.ok(annotations.summary && annotations.description, name);
      assert.equal(annotations.runbook_url, `packaging/observability/runbooks/${name}.md`);
      assert.ok(fs.existsSync(path.join(root, annotations.runbook_url)), annotations.runbook_url);
    }
  });

  it('knows every metric that rules, dashboard and runbooks name', async () => {
    const texts = ['alerts.yml', 'grafana-dashboard.json', ...runbooks.map((name) => `runbooks/${name}`)];
    await eventually(async () => { // costs of users are told every ten seconds
      const known = new Set(await prometheus.api('label/__name__/values'));
      for (const name of texts) {
        const unknown = metricNames(read(name)).filter((metric) => !known.has(metric));
        assert.deepEqual(unknown, [], `${name} names what /metrics does not have`);
      }
    }, 20000);
  });

  it('has something to show in every panel of the dashboard', async () => {
    const dashboard = JSON.parse(read('grafana-dashboard.json'));
    const variables = dashboard.templating.list.map(({ name }) => name);
    assert.deepEqual(variables, ['datasource', 'job', 'instance']);
    assert.ok(dashboard.panels.length >= 12);
    const ids = new Set(dashboard.panels.map(({ id }) => id));
    assert.equal(ids.size, dashboard.panels.length);
    await under(async () => {
      for (const { title, datasource, targets } of dashboard.panels) {
        assert.equal(datasource.uid, '${datasource}');
        for (const { expr, legendFormat } of targets) {
          const query = expr.replaceAll('$__rate_interval', '1m').replace(/\$(job|instance)/g, '.*');
          assert.doesNotMatch(query, /\$/, `${title} has a variable that is not there`);
          const samples = await prometheus.query(query);
          assert.ok(samples.length > 0, `${title} shows nothing: ${query}`);
          assert.ok(samples.some(({ value }) => Number.isFinite(Number(value[1]))), `${title} has no number: ${query}`);
          for (const [, label] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) {
            assert.ok(samples.every(({ metric }) => label in metric), `${title}: no label ${label}`);
          }
        }
      }
    });
  });

  it('is asked what the runbooks ask, and the gateway does what they tell it', async () => {
    const environment = {
      ...process.env, TOLLGATE: gateway.url, TOKEN: gateway.adminToken, PROVIDER: 'bad', BUDGET: budget.id, ALIAS: 'saved',
    };
    for (const name of runbooks) {
      const text = read(`runbooks/${name}`);
      for (const query of blocks(text, 'promql').flatMap((block) => block.split('\n'))) {
        await prometheus.query(query.replace('$PROVIDER', 'bad'));
      }
      const commands = blocks(text, 'sh');
      assert.ok(commands.length > 0, `${name} tells nothing to do`);
      for (const command of commands) {
        assert.match(command, /^curl -fsS /);
        const done = await run('bash', ['-euc', command], { env: environment, timeout: 20000 }).catch((error) => error);
        assert.equal(done.code ?? 0, 0, `${name}: ${command}\n${done.stderr}`);
        assert.equal(done.signal ?? null, null, `${name}: ${command} did not end in time`);
      }
    }
  });

  it('raises an alarm when it is gone', async () => {
    await gateway.stop();
    gateway = null;
    await eventually(async () => assert.ok((await firing()).some(({ alertname }) => alertname === 'TollgateDown')), 20000);
  });
});
