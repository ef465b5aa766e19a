// The whole configuration as one document: out, in, dry run, prune, from a file, from the environment.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { hello, makeDataDir, runTollgated, startGateway } from './support/gateway.mjs';

const kSecret = 'sk-config-3f9d1c7be2a84c55';
const kQuick = { mean_latency_ms: 1, p_timeout: 0, p_error: 0, p_long_tail: 0 };
const kDocument = {
  providers: [
    { name: 'sim', kind: 'simulated', options: kQuick },
    { name: 'local', kind: 'openai_compatible', base_url: 'http://127.0.0.1:9/v1', credentials: { api_key: '${CONFIG_TEST_KEY}' } },
  ],
  models: [{ provider: 'sim', model: 'm', input_usd_per_mtok: 1, output_usd_per_mtok: 2 }],
  aliases: [{ alias: 'chat', strategy: 'simple', targets: [{ provider: 'sim', model: 'm' }] }],
  projects: [{ name: 'team', limits: { rpm: 600 } }],
  keys: [{ name: 'ci', project: 'team' }],
  budgets: [{ scope: 'project', subject: 'team', period: 'day', limit_usd: 5, action: 'block' }],
  prompts: [{ name: 'assistant', default: 'v1', versions: [{ version: 'v1', system: 'Be brief.', template: '{{message}}' }] }],
};
const kLists = ['providers', 'models', 'aliases', 'projects', 'keys', 'budgets', 'flags', 'prompts'];

describe('the configuration', () => {
  let gateway;
  before(async () => {
    gateway = await startGateway({ env: { CONFIG_TEST_KEY: kSecret } });
  });
  after(() => gateway?.stop());

  const put = (document, query = 'dry_run=false') => gateway.admin('PUT', `/config?${query}`, document);
  const state = async () => JSON.stringify(await gateway.get('/config'));

  it('shows what would change in a dry run, and changes nothing', async () => {
    const [before, { config_version }] = [await state(), await gateway.get('/status')];
    const dry = await put(kDocument, 'dry_run=true');
    assert.equal(dry.status, 200, JSON.stringify(dry.body));
    for (const name of ['sim', 'chat', 'team', 'ci']) assert.ok(JSON.stringify(dry.body).includes(name), name);
    assert.equal(await state(), before);
    assert.equal((await gateway.get('/status')).config_version, config_version);
    assert.ok(!fs.existsSync(path.join(gateway.dataDir, 'keys/ci')), 'a dry run made a key');
  });

  it('is applied whole, serves at once, and writes a generated key where its owner finds it', async () => {
    const applied = await put(kDocument);
    assert.equal(applied.status, 200, JSON.stringify(applied.body));
    const file = path.join(gateway.dataDir, 'keys/ci');
    assert.equal(fs.statSync(file).mode & 0o777, 0o600);
    const secret = fs.readFileSync(file, 'utf8').trim();
    const response = await gateway.post('/v1/chat/completions', secret, hello);
    assert.equal(response.status, 200, await response.text());
    assert.equal((await gateway.get('/providers/local')).credentials.api_key.slice(-4), kSecret.slice(-4));
  });

  it('applied again changes nothing', async () => {
    const [before, audits] = [await state(), (await gateway.get('/audit?limit=1000')).data.length];
    const key = fs.readFileSync(path.join(gateway.dataDir, 'keys/ci'), 'utf8');
    assert.equal((await put(kDocument)).status, 200);
    assert.equal(await state(), before);
    assert.equal((await gateway.get('/audit?limit=1000')).data.length, audits);
    assert.equal(fs.readFileSync(path.join(gateway.dataDir, 'keys/ci'), 'utf8'), key);
  });

  it('comes out in the shape it goes in, without a secret', async () => {
    const whole = await gateway.get('/config');
    for (const list of kLists) assert.ok(Array.isArray(whole[list]), list);
    assert.ok(whole.settings);
    assert.ok(!JSON.stringify(whole).includes(kSecret));
    const again = await put(whole);
    assert.equal(again.status, 200, JSON.stringify(again.body));
    assert.deepEqual(await gateway.get('/config'), whole);
  });

  it('survives the round through another gateway', async () => {
    const whole = await gateway.get('/config');
    const other = await startGateway();
    try {
      const applied = await other.admin('PUT', '/config?dry_run=false', whole);
      assert.equal(applied.status, 200, JSON.stringify(applied.body));
      const copy = await other.get('/config');
      for (const list of ['models', 'aliases', 'projects', 'flags']) assert.deepEqual(copy[list], whole[list], list);
    } finally {
      await other.stop();
    }
  });

  it('leaves absent lists alone, and prunes only when told', async () => {
    assert.equal((await put({ projects: [{ name: 'second' }] })).status, 200);
    const names = async () => (await gateway.get('/config')).projects.map(({ name }) => name).sort();
    assert.deepEqual(await names(), ['second', 'team']);
    const pruned = await put({ prune: true, projects: [{ name: 'team', limits: { rpm: 600 } }] });
    assert.equal(pruned.status, 200, JSON.stringify(pruned.body));
    assert.deepEqual(await names(), ['team']);
    assert.equal((await gateway.get('/config')).providers.length, 2);
  });

  it('is refused whole with the field at fault', async () => {
    const before = await state();
    const cases = [
      [{ projects: [{ name: 'fine' }], aliases: [{ alias: 'x', strategy: 'dice', targets: [] }] }, /^aliases\[0\]\.(strategy|targets)$/],
      [{ providers: [{ name: 'p', kind: 'openai', base_url: 'http://127.0.0.1:9', credentials: { api_key: '${NO_SUCH_VARIABLE}' } }] }, /^providers\[0\]\.credentials\.api_key$/],
      [{ provders: [] }, /^provders$/],
    ];
    for (const [document, param] of cases) {
      const refused = await put(document);
      assert.equal(refused.status, 422, JSON.stringify(refused.body));
      assert.match(String(refused.body.error.param), param);
    }
    assert.equal((await put('{"projects":')).status, 400);
    assert.equal(await state(), before);
  });

  it('is taken as YAML', async () => {
    const yaml = 'projects:\n  - name: from-yaml\n    description: "1.0"\n    limits: { rpm: 7 }\n';
    const applied = await gateway.admin('PUT', '/config?dry_run=false', yaml, { headers: { 'content-type': 'application/yaml' } });
    assert.equal(applied.status, 200, JSON.stringify(applied.body));
    const project = await gateway.get('/projects/from-yaml');
    assert.deepEqual([project.description, project.limits.rpm], ['1.0', 7]);
  });
});

describe('--config', () => {
  const write = (text, name = 'tollgate.yaml') => {
    const file = path.join(makeDataDir(), name);
    fs.writeFileSync(file, text);
    return file;
  };

  it('is applied at start, again at the next start, and signed in the audit log', async () => {
    const file = write(JSON.stringify(kDocument), 'tollgate.json');
    const env = { CONFIG_TEST_KEY: kSecret };
    const first = await startGateway({ args: ['--config', file], env, keepData: true });
    const audits = (await first.get('/audit?limit=1000')).data;
    assert.ok(audits.length > 0 && audits.every((entry) => JSON.stringify(entry).includes('config-file')));
    const secret = fs.readFileSync(path.join(first.dataDir, 'keys/ci'), 'utf8').trim();
    await first.stop();

    const second = await startGateway({ args: ['--config', file], env, dataDir: first.dataDir });
    try {
      assert.equal((await second.get('/audit?limit=1000')).data.length, audits.length, 'applied twice');
      assert.equal((await second.post('/v1/chat/completions', secret, hello)).status, 200);
    } finally {
      await second.stop();
    }
  });

  it('ends with 2, saying line and field, when the file is wrong', async () => {
    const cases = [
      ['projects:\n  - name: ok\n  - name: [1\n', /line \d|:\d+/],
      ['projects:\n  - name: ok\n    limits:\n      rpm: many\n', /projects\[0\]\.limits\.rpm/],
      ['providers:\n  - name: p\n    kind: openai\n    base_url: http://127.0.0.1:9\n    credentials: { api_key: "${NO_SUCH_VARIABLE}" }\n', /NO_SUCH_VARIABLE/],
    ];
    for (const [text, expected] of cases) {
      const file = write(text);
      const end = await runTollgated(['--data-dir', makeDataDir(), '--listen', '127.0.0.1:0', '--config', file]);
      assert.equal(end.code, 2, end.stderr);
      assert.match(end.stderr, expected);
      assert.ok(end.stderr.includes(path.basename(file)), 'the file is not named');
      assert.equal(end.stdout, '');
    }
    for (const [name, text, expected] of [
      ['comma.json', '{"projects":[\n  {"name":"ok"},\n]}\n', /comma\.json:3: is not valid JSON/],
      ['cut.json', '{"projects":[\n', /cut\.json:1: is not valid JSON/],
      ['yaml.json', 'projects: []\n', /yaml\.json:1: is not valid JSON/],
      ['more.json', '{}\n{}\n', /more\.json:2: is not valid JSON/],
      ['empty.json', '', /empty\.json: the configuration file is empty/],
      ['empty.yaml', '\n\n', /empty\.yaml: the configuration file is empty/],
    ]) {
      const end = await runTollgated(['--data-dir', makeDataDir(), '--listen', '127.0.0.1:0', '--config', write(text, name)]);
      assert.equal(end.code, 2, `${name}: ${end.stderr}`);
      assert.match(end.stderr, expected);
    }
    const absent = await runTollgated(['--data-dir', makeDataDir(), '--config', '/no/such/file.yaml']);
    assert.equal(absent.code, 2);
  });
});
