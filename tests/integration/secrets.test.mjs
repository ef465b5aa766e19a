// No secret is ever written down: not in the database, the logs, the audit, an export or an error.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, hello, startGateway } from './support/gateway.mjs';

describe('secrets', () => {
  it('are found nowhere', async () => {
    const providerKey = 'sk-live-9b1f63d27c5e4a08b7d2f4c6';
    const upstream = await startFakeUpstream({ apiKey: providerKey });
    const gateway = await startGateway({ args: ['--log-level', 'debug'], keepData: true });
    const answers = [];
    const secrets = { 'the provider key': providerKey, 'the admin token': gateway.adminToken };
    try {
      answers.push(await gateway.openaiProvider('up', upstream, { credentials: { api_key: providerKey } }));
      const { id, secret } = await gateway.key();
      secrets['the client key'] = secret;
      // Where a name belongs; only its own caller is told.
      for (const model of [secret, `up/${secret}`]) {
        upstream.script(secret, { status: 404, errorBody: { message: `There is no model ${secret}.` } });
        const misplaced = await gateway.post('/v1/chat/completions', secret, { ...hello, model });
        assert.equal(misplaced.status, 404, await misplaced.text());
      }
      await gateway.patch('/settings', { capture_bodies: 'all' });
      const direct = { ...hello, model: 'up/gpt-4o-mini' };
      await gateway.client(secret).chat.completions.create(direct);
      upstream.script('gpt-4o-mini', { status: 401, errorBody: { message: `Incorrect API key provided: ${providerKey}` } });
      const refused = await gateway.post('/v1/chat/completions', secret, direct);
      answers.push(await refused.text());
      const rotated = await gateway.admin('POST', `/keys/${id}/rotate`, {});
      secrets['the rotated key'] = rotated.body.secret;
      await gateway.rows(4);
      const { data } = await gateway.get('/requests');
      for (const { trace_id } of data) answers.push(await gateway.get(`/requests/${trace_id}`));
      for (const where of ['/providers', '/providers/up', '/keys', '/config', '/audit?limit=1000', '/requests', '/status', '/overview']) {
        answers.push(await gateway.get(where));
      }
      const metrics = await fetch(`${gateway.url}/metrics`, { headers: { authorization: `Bearer ${gateway.adminToken}` } });
      answers.push(await metrics.text());
      answers.push(await gateway.admin('PATCH', '/providers/up', { credentials: { api_key: 17 } }));
      answers.push(await gateway.admin('POST', '/providers', { name: 'up', kind: 'openai', base_url: 'x', credentials: { api_key: providerKey } }));

      // Held against the files of a running gateway (with its write-ahead log) and of one that has ended.
      searchFiles(gateway.dataDir, secrets);
      await gateway.stop();
      searchFiles(gateway.dataDir, secrets);
      for (const [what, value] of Object.entries(secrets)) {
        assert.ok(!JSON.stringify(answers).includes(value), `${what} is in an answer`);
        assert.ok(!gateway.stderr.includes(value) && !gateway.stdout.includes(value), `${what} is in the log`);
      }
      assert.equal(answers[0].credentials.api_key.slice(-4), providerKey.slice(-4));
      for (const name of fs.readdirSync(gateway.dataDir)) {
        assert.equal(fs.statSync(path.join(gateway.dataDir, name)).mode & 0o077, 0, `${name} is open to others`);
      }
    } finally {
      gateway.child.kill('SIGKILL');
      await upstream.close();
      fs.rmSync(gateway.dataDir, { recursive: true, force: true });
    }
  });

  it('of a provider work again after a restart and can be replaced', async () => {
    const upstream = await startFakeUpstream();
    const first = await startGateway({ keepData: true });
    await first.openaiProvider('up', upstream);
    const { secret } = await first.key();
    await first.stop();
    const second = await startGateway({ dataDir: first.dataDir });
    try {
      const direct = { ...hello, model: 'up/gpt-4o-mini' };
      const status = async () => (await second.post('/v1/chat/completions', secret, direct)).status;
      assert.equal(await status(), 200);
      upstream.apiKey = 'sk-replaced-7733';
      await second.patch('/providers/up', { credentials: { api_key: 'sk-replaced-7733' } });
      await eventually(async () => assert.equal(await status(), 200), 1000);
      // A form that sends back what it was shown must not overwrite the key with its mask.
      const shown = await second.get('/providers/up');
      await second.patch('/providers/up', { credentials: shown.credentials, max_retries: 1 });
      assert.equal(await status(), 200);
    } finally {
      await second.stop();
      await upstream.close();
    }
  });
});

function searchFiles(folder, secrets) {
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!fs.statSync(file).isFile()) continue;
    const bytes = fs.readFileSync(file);
    for (const [what, value] of Object.entries(secrets)) {
      if (name === 'admin-token' && what === 'the admin token') continue;
      assert.ok(!bytes.includes(value), `${what} is in ${name}`);
    }
  }
}
