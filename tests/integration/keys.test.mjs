// Client keys: the secret is shown once, never kept, and every change holds for the next request.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, hello, makeDataDir, startGateway, startScene } from './support/gateway.mjs';

describe('client keys', () => {
  let scene;
  let gateway;
  before(async () => {
    scene = await startScene();
    ({ gateway } = scene);
  });
  after(() => scene?.close());

  const status = async (secret) => (await gateway.post('/v1/chat/completions', secret, hello)).status;

  it('show their secret once', async () => {
    const { id, secret, prefix, name } = await gateway.key({ name: 'once' });
    assert.match(id, /^key_/);
    assert.match(secret, /^tg-[A-Za-z0-9_-]{20,}$/);
    assert.ok(secret.startsWith(prefix) && prefix.length <= 12, 'the prefix gives too much away');
    assert.equal(await status(secret), 200);
    const seen = [
      await gateway.get(`/keys/${id}`),
      await gateway.get('/keys'),
      await gateway.patch(`/keys/${id}`, { name: 'renamed' }),
      await gateway.get('/audit?limit=1000'),
      await gateway.get('/config'),
    ];
    assert.ok(!JSON.stringify(seen).includes(secret.slice(prefix.length)), 'the secret came back');
    assert.equal(name, 'once');
  });

  it('rotate: the new secret works, the old one does not', async () => {
    const { id, secret } = await gateway.key();
    const rotated = await gateway.admin('POST', `/keys/${id}/rotate`, {});
    assert.ok([200, 201].includes(rotated.status), JSON.stringify(rotated.body));
    assert.equal(rotated.body.id, id);
    assert.notEqual(rotated.body.secret, secret);
    assert.equal(await status(rotated.body.secret), 200);
    assert.equal(await status(secret), 401);
  });

  it('rotate with an overlap: both secrets work until it is over, across a restart', async () => {
    const dataDir = makeDataDir();
    const upstream = await startFakeUpstream();
    let other = await startGateway({ dataDir, keepData: true });
    const ask = async (secret) => (await other.post('/v1/chat/completions', secret, { ...hello, model: 'up/gpt-4o-mini' })).status;
    try {
      await other.openaiProvider('up', upstream);
      const { id, secret: old } = await other.key();
      const short = await other.key();
      const { body: rotated } = await other.admin('POST', `/keys/${id}/rotate`, { overlap_seconds: 3600 });
      const until = Date.parse(rotated.old_secret_until) - Date.now();
      assert.ok(until > 3590000 && until <= 3600000, rotated.old_secret_until);
      const { body: shortly } = await other.admin('POST', `/keys/${short.id}/rotate`, { overlap_seconds: 1 });
      assert.deepEqual([await ask(old), await ask(rotated.secret)], [200, 200]);
      await other.stop({ signal: 'SIGKILL' });
      other = await startGateway({ dataDir });
      assert.deepEqual([await ask(old), await ask(rotated.secret)], [200, 200]);
      await eventually(async () => assert.equal(await ask(short.secret), 401));
      assert.equal(await ask(shortly.secret), 200);
      const { body: again } = await other.admin('POST', `/keys/${id}/rotate`);
      assert.equal(again.old_secret_until, null);
      assert.deepEqual([await ask(old), await ask(rotated.secret), await ask(again.secret)], [401, 401, 200]);
      const seen = JSON.stringify([await other.get('/keys'), await other.get('/audit?limit=1000'), await other.get('/config')]);
      for (const secret of [old, rotated.secret, again.secret]) assert.ok(!seen.includes(secret.slice(9)));
      assert.ok(!seen.includes('$2b$'), 'a hash came back');
      for (const overlap_seconds of [-1, 1.5, 'long', 2592001]) {
        const refused = await other.admin('POST', `/keys/${id}/rotate`, { overlap_seconds });
        assert.deepEqual([refused.status, refused.body.error.param], [422, 'overlap_seconds']);
      }
    } finally {
      await other.stop();
      await upstream.close();
    }
  });

  it('switch off and on, are narrowed and deleted with the very next request', async () => {
    const { id, secret } = await gateway.key();
    const after = async (patch) => {
      await gateway.patch(`/keys/${id}`, patch);
      return status(secret);
    };
    assert.equal(await after({ enabled: false }), 401);
    assert.equal(await after({ enabled: true }), 200);
    assert.equal(await after({ allowed_models: ['elsewhere'] }), 403);
    assert.equal(await after({ allowed_models: ['chat'] }), 200);
    assert.equal(await after({ allowed_models: [] }), 200);
    assert.equal(await after({ expires_at: '2020-01-01T00:00:00Z' }), 401);
    assert.equal(await after({ expires_at: null }), 200);
    await gateway.remove(`/keys/${id}`);
    assert.equal(await status(secret), 401);
  });

  it('say when they were last used', async () => {
    const { id, secret } = await gateway.key();
    assert.equal((await gateway.get(`/keys/${id}`)).last_used_at, null);
    const before = Date.now();
    await status(secret);
    await gateway.rows(1, `key:${id}`);
    const { last_used_at } = await gateway.get(`/keys/${id}`);
    assert.ok(Math.abs(Date.parse(last_used_at) - before) < 10000, String(last_used_at));
  });

  it('are not needed on loopback when the settings say so', async () => {
    assert.equal(await status(null), 401);
    await gateway.patch('/settings', { auth: 'optional_on_loopback' });
    assert.equal(await status(null), 200);
    assert.equal(await status('tg-wrong'), 401);
    await gateway.patch('/settings', { auth: 'required' });
    assert.equal(await status(null), 401);
  });

  it('work across a restart', async () => {
    const upstream = await startFakeUpstream();
    const first = await startGateway({ keepData: true });
    await first.openaiProvider('up', upstream);
    const { secret } = await first.key();
    await first.stop();
    const second = await startGateway({ dataDir: first.dataDir });
    try {
      const response = await second.post('/v1/chat/completions', secret, { ...hello, model: 'up/gpt-4o-mini' });
      assert.equal(response.status, 200, await response.text());
    } finally {
      await second.stop();
      await upstream.close();
    }
  });
});
