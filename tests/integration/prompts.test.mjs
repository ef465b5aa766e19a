// Stored prompts: completed by name with variables, limited, priced and recorded like any other request; versions by
// request, header, experiment and default; prompts.yaml; `--check-prompts`.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, makeDataDir, runTollgated, startGateway, startScene } from './support/gateway.mjs';

const kExample = fileURLToPath(new URL('../../packaging/examples/prompts/', import.meta.url));
const kYaml = { headers: { 'content-type': 'application/yaml' } };

describe('a stored prompt', () => {
  let scene;
  let gateway;
  let upstream;
  before(async () => {
    scene = await startScene();
    ({ gateway, upstream } = scene);
    await gateway.price('up', 'gpt-4o-mini', 0.15, 0.6);
    await gateway.create('/prompts', {
      name: 'summarize',
      default: 'v1',
      versions: [
        { version: 'v1', system: 'You sum up for {{team}}.', template: 'Sum up:\n{{ text }}{{#tone}}\nBe {{tone}}.{{/tone}}', model: 'chat', temperature: 0.3, max_tokens: 500 },
        { version: 'v2', template: 'In one line: {{{text}}}', model: 'up/gpt-4o-mini' },
      ],
    });
  });
  after(() => scene?.close());
  beforeEach(() => upstream.reset());

  const complete = (body, headers = {}, name = 'summarize') => gateway.post(`/v1/prompts/${name}/completions`, scene.secret, body, headers);
  const good = { variables: { team: 'sales', text: '<a> & "b"' } };

  it('is rendered, completed in the shape of Chat Completions, priced and recorded', async () => {
    const response = await complete({ ...good, user: 'ann' });
    assert.equal(response.status, 200);
    const answer = await response.json();
    assert.equal(answer.object, 'chat.completion');
    assert.ok(answer.choices[0].message.content.length > 0);
    assert.equal(response.headers.get('x-tollgate-prompt-version'), 'v1');
    assert.equal(response.headers.get('x-tollgate-alias'), 'chat');
    assert.ok(Number(response.headers.get('x-tollgate-cost-usd')) > 0);
    const [sent] = upstream.requests;
    assert.deepEqual(sent.body.messages, [
      { role: 'system', content: 'You sum up for sales.' },
      { role: 'user', content: 'Sum up:\n<a> & "b"' },
    ]);
    assert.equal(sent.body.temperature, 0.3);
    assert.equal(sent.body.max_tokens, 500);
    assert.equal(sent.body.variables, undefined);
    const [row] = await gateway.rows(1, 'user:ann prompt:summarize');
    assert.deepEqual([row.prompt, row.prompt_version, row.alias, row.route, row.status], ['summarize', 'v1', 'chat', '/v1/prompts/summarize/completions', 200]);
    assert.ok(row.cost_usd > 0);
    const usage = await gateway.get('/usage?group_by=prompt,prompt_version&filter=user:ann');
    assert.deepEqual([usage.data[0].prompt, usage.data[0].prompt_version, usage.data[0].requests], ['summarize', 'v1', 1]);
  });

  it('streams, and the caller wins over the version', async () => {
    const response = await complete({ ...good, stream: true, stream_options: { include_usage: true }, temperature: 1, max_tokens: 7, messages: [{ role: 'user', content: 'And now shorter.' }] });
    assert.equal(response.status, 200);
    const text = await response.text();
    assert.match(text, /chat\.completion\.chunk/);
    assert.match(text, /data: \[DONE\]/);
    const { body } = upstream.requests[0];
    assert.deepEqual([body.temperature, body.max_tokens, body.messages.length, body.messages[2].content], [1, 7, 3, 'And now shorter.']);
    const [row] = await gateway.rows(1, 'prompt:summarize stream:yes');
    assert.equal(row.streaming, true);
  });

  it('serves the version that body or header ask for, the default without', async () => {
    for (const [body, headers, version] of [
      [{ version: 'v2' }, {}, 'v2'],
      [{}, { 'x-prompt-version': 'v2' }, 'v2'],
      [{ version: 'v2' }, { 'x-prompt-version': 'v1' }, 'v2'],
      [{ variables: good.variables }, { 'x-prompt-version': 'v9' }, 'v1'],
    ]) {
      const response = await complete({ variables: { text: 'x' }, ...body }, headers);
      assert.equal(response.status, 200, await response.clone().text());
      assert.equal(response.headers.get('x-tollgate-prompt-version'), version);
    }
    const model = await complete({ version: 'v2', variables: { text: 'x' }, model: 'chat' });
    assert.equal(model.headers.get('x-tollgate-alias'), 'chat');
    const header = await complete({ variables: { text: 'x' }, version: 'v2' }, { 'x-model': 'nowhere' });
    assert.equal(header.status, 404);
  });

  it('names every variable that is wrong', async () => {
    const response = await complete({ variables: { txt: 'x', text: ['a'] } });
    assert.equal(response.status, 400);
    const { error } = await response.json();
    assert.equal(error.param, 'variables');
    assert.match(error.message, /team is missing; text must be a text, not a list or an object; txt is in no template/);
    assert.equal(upstream.requests.length, 0);
    for (const [body, param] of [
      [{ variables: 'x' }, 'variables'],
      [{ version: 2 }, 'version'],
      [{ version: 'v9' }, 'version'],
      [{ ...good, messages: 'x' }, 'messages'],
      [{ ...good, temperature: 9 }, 'temperature'],
    ]) {
      const wrong = await complete(body);
      assert.equal(wrong.status, 400);
      assert.equal((await wrong.json()).error.param, param);
    }
    assert.equal((await complete('{')).status, 400);
  });

  it('needs a key, a prompt that is there, and POST', async () => {
    assert.equal((await gateway.post('/v1/prompts/summarize/completions', 'tg_wrong', good)).status, 401);
    const missing = await complete(good, {}, 'nobody');
    assert.equal(missing.status, 404);
    assert.match((await missing.json()).error.message, /no prompt named "nobody"/);
    assert.equal((await fetch(`${gateway.url}/v1/prompts/summarize/completions`)).status, 405);
  });

  it('is limited, budgeted and kept to the key\'s models', async () => {
    const narrow = await gateway.key({ allowed_models: ['other'] });
    assert.equal((await gateway.post('/v1/prompts/summarize/completions', narrow.secret, good)).status, 403);
    const slow = await gateway.key({ limits: { rpm: 1 } });
    const answers = [];
    for (let i = 0; i < 3; ++i) answers.push((await gateway.post('/v1/prompts/summarize/completions', slow.secret, good)).status);
    assert.ok(answers.includes(429), answers.join());
    const poor = await gateway.key();
    await gateway.create('/budgets', { scope: 'key', subject: poor.id, period: 'day', limit_usd: 0.0000001, thresholds: [100], action: 'block' });
    const refused = await gateway.post('/v1/prompts/summarize/completions', poor.secret, good);
    assert.equal(refused.status, 402);
    const [row] = await gateway.rows(1, `key:${poor.id}`);
    assert.equal(row.prompt, 'summarize');
  });

  it('takes part in an experiment, which reports each version and can be rolled back', async () => {
    await gateway.create('/flags', { key: 'shorter', type: 'prompt', enabled: true, prompt: 'summarize', weights: { v1: 50, v2: 50 }, default: 'v1' });
    const served = { v1: 0, v2: 0 };
    for (let i = 0; i < 24; ++i) {
      const { serve } = await gateway.expect(200, 'POST', '/flags/shorter/evaluate', { user: `user${i}` });
      const response = await complete({ ...good, user: `user${i}` }); // v2 asks for no team
      assert.equal(response.status, 200, await response.clone().text());
      assert.equal(response.headers.get('x-tollgate-prompt-version'), serve);
      assert.equal(response.headers.get('x-tollgate-flag'), `shorter=${serve}`);
      ++served[serve];
    }
    assert.ok(served.v1 > 0 && served.v2 > 0, JSON.stringify(served));
    await eventually(async () => {
      const report = await gateway.get('/flags/shorter/report?window=24h');
      assert.deepEqual(Object.fromEntries(report.arms.map((arm) => [arm.arm, arm.requests])), served);
    });
    await gateway.expect(200, 'POST', '/flags/shorter/rollback', {});
    const response = await complete({ ...good, user: 'user1' });
    assert.equal(response.headers.get('x-tollgate-prompt-version'), 'v1');
    await gateway.remove('/flags/shorter');
  });

  it('moves its default at once, and the audit log says from where', async () => {
    await gateway.patch('/prompts/summarize', { default: 'v2' });
    const response = await complete({ variables: { text: 'x' } });
    assert.equal(response.headers.get('x-tollgate-prompt-version'), 'v2');
    const { data } = await gateway.get('/audit');
    assert.deepEqual([data[0].before.default, data[0].after.default], ['v1', 'v2']);
    await gateway.patch('/prompts/summarize', { default: 'v1' });
  });
});

describe('the default prompt', () => {
  let scene;
  before(async () => {
    scene = await startScene();
    const { gateway } = scene;
    await gateway.create('/prompts', {
      name: 'assistant',
      versions: [
        { version: 'v1', system: 'Be brief.', template: 'Question: {{ message }}\nAnswer:' },
        { version: 'v2', system: 'Be {{tone}}.', template: '{{message}}' },
      ],
    });
    await gateway.patch('/settings', { default_alias: 'chat', default_prompt: 'assistant' });
  });
  after(() => scene?.close());
  beforeEach(() => scene.upstream.reset());

  it('wraps what a caller of /chat says', async () => {
    const response = await scene.gateway.post('/chat', scene.secret, { message: 'Why?' });
    assert.equal(response.status, 200);
    assert.equal((await response.json()).prompt_version, 'v1');
    assert.deepEqual(scene.upstream.requests[0].body.messages, [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Question: Why?\nAnswer:' },
    ]);
    const [row] = await scene.gateway.rows(1, 'prompt:assistant');
    assert.equal(row.prompt_version, 'v1');
  });

  it('is refused where it needs variables that nobody can give', async () => {
    for (const [where, body] of [
      ['/chat', { message: 'Why?' }],
      ['/v1/chat/completions', { model: 'chat', messages: [{ role: 'user', content: 'Why?' }] }],
    ]) {
      const response = await scene.gateway.post(where, scene.secret, body, { 'x-prompt-version': 'v2' });
      assert.equal(response.status, 400);
      assert.match(JSON.stringify(await response.json()), /prompt assistant v2: tone is missing/);
    }
    assert.equal(scene.upstream.requests.length, 0);
  });
});

describe('prompts.yaml', () => {
  it('goes in by --config, and out and in again by the API', async () => {
    const gateway = await startGateway({ args: ['--config', path.join(kExample, 'prompts.yaml')] });
    const { data } = await gateway.get('/prompts');
    assert.deepEqual(data.map((prompt) => prompt.name), ['release-notes', 'summarize']);
    const file = (await gateway.admin('GET', '/prompts/export')).body;
    assert.match(file, /^prompts:\n/);
    const same = await gateway.expect(200, 'POST', '/prompts/import', file, kYaml);
    assert.deepEqual([same.unchanged, same.prompts.length], [2, 0]);
    const changed = file.replace('Write one paragraph.', 'Write two.');
    const looked = await gateway.expect(200, 'POST', '/prompts/import?dry_run=true', changed, kYaml);
    assert.deepEqual(looked.prompts.map((one) => [one.name, one.action, one.version]), [['release-notes', 'add_version', 'v2']]);
    assert.equal((await gateway.get('/prompts/release-notes')).versions.length, 1);
    await gateway.expect(200, 'POST', '/prompts/import', changed, kYaml);
    assert.equal((await gateway.get('/prompts/release-notes')).default, 'v2');
    const broken = await gateway.admin('POST', '/prompts/import', 'prompts:\n  p: [\n', kYaml);
    assert.equal(broken.status, 400);
    assert.match(broken.body.error.message, /line 3/);
    await gateway.stop();
  });
});

describe('tollgated --check-prompts', () => {
  const copy = () => {
    const directory = makeDataDir();
    fs.cpSync(kExample, directory, { recursive: true });
    return directory;
  };
  const check = (directory, ...more) => runTollgated(['--check-prompts', directory, ...more]);

  it('passes the example', async () => {
    const { code, stdout, stderr } = await check(kExample);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^4 passed, 0 failed$/m);
  });

  it('shows what has changed, ends with 1, and takes it with --update', async () => {
    const directory = copy();
    const file = path.join(directory, 'prompts.yaml');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('Write one paragraph.', 'Write two.'));
    const changed = await check(directory);
    assert.equal(changed.code, 1);
    assert.match(changed.stdout, /^FAIL {2}release-notes-for-engineers \(release-notes v1\) {2}cases\.yaml:\d+$/m);
    assert.match(changed.stdout, /^ +- {5}"Write one paragraph\."$/m);
    assert.match(changed.stdout, /^ +\+ {5}"Write two\."$/m);
    assert.equal((await check(directory, '--update')).code, 0);
    assert.equal((await check(directory)).code, 0);
    fs.rmSync(directory, { recursive: true });
  });

  it('ends with 2 on what it cannot read', async () => {
    const directory = copy();
    fs.appendFileSync(path.join(directory, 'cases.yaml'), '\n  - name: odd\n    prompt: summarize\n    varables: {}\n');
    const odd = await check(directory);
    assert.equal(odd.code, 2);
    assert.match(odd.stderr, /cases\.yaml:\d+: cases\[4\]\.varables is not a known field/);
    assert.equal((await check(path.join(directory, 'nowhere'))).code, 2);
    assert.equal((await runTollgated(['--update'])).code, 2);
    fs.rmSync(directory, { recursive: true });
  });
});
