// tollgated --init: the first configuration by options, by answers, from a file; never over one that is there.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { startFake } from './support/init_fake.mjs';
import { kTollgated, makeDataDir, runTollgated, startGateway } from './support/gateway.mjs';

const kKey = 'sk-init-0123456789abcdef';

async function answerInit(dataDir, lines, args = []) {
  const child = spawn(kTollgated, ['--init', '--data-dir', dataDir, ...args], { env: { HOME: dataDir, PATH: process.env.PATH } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (output.stdout += data));
  child.stderr.on('data', (data) => (output.stderr += data));
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [code] = await once(child, 'close');
  return { code, ...output };
}

const keyOf = (stdout) => stdout.match(/^Key:\s+(tg-\S+)/m)?.[1];

async function asksThrough(gateway, key, model = 'chat-default') {
  const reply = await fetch(`${gateway.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }] }),
  });
  return reply.status;
}

describe('tollgated --init', () => {
  it('makes all of it without a question, and the key it prints works', async () => {
    const dataDir = makeDataDir();
    const { code, stdout, stderr } = await runTollgated(['--init', '--yes', '--data-dir', dataDir]);
    assert.equal(code, 0, stderr);
    const key = keyOf(stdout);
    assert.ok(key, stdout);
    assert.match(stdout, /^Address:\s+http:\/\/127\.0\.0\.1:8655$/m);
    assert.match(stdout, /^Next step:\s+tollgated --data-dir /m);
    assert.ok(!stderr.includes(key), 'the key is printed once, on stdout');
    const gateway = await startGateway({ dataDir, keepData: true });
    assert.equal(await asksThrough(gateway, key), 200);
    assert.equal((await gateway.get('/status')).config_version, 1);
    await gateway.stop();
    const before = fs.readFileSync(path.join(dataDir, 'config-backup.json'), 'utf8');
    const again = await runTollgated(['--init', '--yes', '--data-dir', dataDir]);
    assert.equal(again.code, 5);
    assert.match(again.stderr, /already/);
    assert.equal(again.stdout, '');
    assert.equal(fs.readFileSync(path.join(dataDir, 'config-backup.json'), 'utf8'), before);
  });

  it('asks, tries the provider, says its error and takes another key', async () => {
    const fake = await startFake(kKey);
    const dataDir = makeDataDir();
    const { code, stdout, stderr } = await answerInit(dataDir, ['nonsense', 'openai', `${fake.url}/v1`, 'sk-wrong-0123456789', 'y', kKey, 'gpt-4o-mini', 'talk', 'much', '25']);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /there is no preset "nonsense"/);
    assert.match(stderr, /does not answer as it should: 401/);
    assert.match(stderr, /answers in \d+ ms; models found: 2/);
    assert.ok(!stdout.includes(kKey) && !stderr.includes(kKey) && !stderr.includes('sk-wrong'), 'no provider key comes back');
    const gateway = await startGateway({ dataDir });
    assert.equal(await asksThrough(gateway, keyOf(stdout), 'talk'), 200);
    const budgets = (await gateway.get('/budgets')).data;
    assert.deepEqual(budgets.map((one) => [one.limit_usd, one.action, one.period]), [[25, 'warn', 'month']]);
    await gateway.stop();
    await fake.stop();
  });

  it('writes nothing when the provider refuses and nobody can be asked', async () => {
    const fake = await startFake(kKey);
    const dataDir = makeDataDir();
    const args = ['--init', '--yes', '--data-dir', dataDir, '--provider', 'openai', '--base-url', `${fake.url}/v1`, '--model', 'gpt-4o-mini'];
    const refused = await runTollgated(args, { env: { TOLLGATE_PROVIDER_KEY: 'sk-wrong-0123456789' } });
    assert.equal(refused.code, 6, refused.stderr);
    assert.equal(refused.stdout, '');
    const keyFile = path.join(dataDir, 'provider-key');
    fs.writeFileSync(keyFile, `${kKey}\n`);
    const taken = await runTollgated([...args, '--provider-key-file', keyFile]);
    assert.equal(taken.code, 0, taken.stderr); // the data directory was still empty
    await fake.stop();
  });

  it('ends with 1 when the answers end, and with 2 on what it cannot take', async () => {
    const dataDir = makeDataDir();
    const cut = await answerInit(dataDir, ['openai']);
    assert.equal(cut.code, 1);
    assert.match(cut.stderr, /nothing was written/);
    for (const args of [['--provider', 'nonsense'], ['--provider', 'openai'], ['--budget', 'much'], ['--demo'], ['--provider', 'azure_openai']]) {
      const { code, stderr } = await runTollgated(['--init', '--yes', '--data-dir', dataDir, ...args]);
      assert.equal(code, 2, `${args.join(' ')}: ${stderr}`);
    }
    assert.equal((await runTollgated(['--yes', '--data-dir', dataDir])).code, 2);
  });

  it('takes a file instead of answers, whole or not at all', async () => {
    const dataDir = makeDataDir();
    const file = path.join(dataDir, 'tollgate.yaml');
    fs.writeFileSync(file, 'providers:\n  - name: sim\n    kind: nonsense\n');
    const bad = await runTollgated(['--init', '--config', file, '--data-dir', dataDir]);
    assert.equal(bad.code, 2, bad.stderr);
    assert.match(bad.stderr, /kind/);
    fs.writeFileSync(file, 'providers:\n  - name: sim\n    kind: simulated\nkeys:\n  - name: ci\n');
    const good = await runTollgated(['--init', '--config', file, '--data-dir', dataDir]);
    assert.equal(good.code, 0, good.stderr);
    assert.match(fs.readFileSync(path.join(dataDir, 'keys', 'ci'), 'utf8'), /^tg-/);
  });

  it('leaves a data directory in use alone', async () => {
    const gateway = await startGateway();
    const { code } = await runTollgated(['--init', '--yes', '--data-dir', gateway.dataDir]);
    assert.equal(code, 3);
    await gateway.stop();
  });
});
