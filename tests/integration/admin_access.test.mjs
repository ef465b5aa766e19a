// Who may administer, and that neither browser tricks nor client keys get in.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { hello, startScene } from './support/gateway.mjs';
import { firstLine } from './support/raw_http.mjs';

describe('access', () => {
  let scene;
  let gateway;
  before(async () => {
    scene = await startScene();
    ({ gateway } = scene);
  });
  after(() => scene?.close());

  const places = [['GET', '/status'], ['GET', '/providers'], ['POST', '/providers'], ['GET', '/events'], ['GET', '/config'], ['GET', '/nothing']];

  it('to the admin API takes the admin token: 401 without, 403 with a client key', async () => {
    for (const [method, where] of places) {
      const body = method === 'POST' ? {} : undefined;
      for (const [token, status] of [[null, 401], ['wrong', 401], [gateway.adminToken.slice(1), 401], [scene.secret, 403]]) {
        const refused = await gateway.admin(method, where, body, { token });
        assert.equal(refused.status, status, `${method} ${where} with ${token}`);
        assert.ok(refused.body.error.message);
        const { type, code } = refused.body.error;
        const named = status === 403 ? ['permission_error', 'admin_token_required'] : ['authentication_error', 'invalid_api_key'];
        assert.deepEqual([type, code], named, `${method} ${where} with ${token}`);
      }
    }
  });

  it('to the gateway is not had with the admin token', async () => {
    const response = await gateway.post('/v1/chat/completions', gateway.adminToken, hello);
    assert.equal(response.status, 401);
  });

  it('has its admin token in a file that only its owner reads', () => {
    const file = path.join(gateway.dataDir, 'admin-token');
    assert.equal(fs.statSync(file).mode & 0o777, 0o600);
    assert.ok(gateway.adminToken.length >= 32);
  });

  it('to health is open and says nothing but the state', async () => {
    for (const where of ['/healthz', '/readyz']) {
      const response = await fetch(gateway.url + where);
      assert.equal(response.status, 200);
      assert.ok((await response.text()).length < 64);
    }
  });

  it('to metrics takes a client key or the admin token', async () => {
    const metrics = (token) => fetch(`${gateway.url}/metrics`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    assert.equal((await metrics()).status, 401);
    assert.equal((await metrics('wrong')).status, 401);
    assert.equal((await metrics(scene.secret)).status, 200);
    assert.equal((await metrics(gateway.adminToken)).status, 200);
  });

  it('is refused to a foreign Host with 421 and to a foreign Origin with 403', async () => {
    const auth = { authorization: `Bearer ${gateway.adminToken}` };
    const { port } = new URL(gateway.url);
    const cases = [
      [{ host: 'evil.example' }, 421],
      [{ host: `evil.example:${port}` }, 421],
      [{ host: `127.0.0.1:${port}` }, 200],
      [{ host: `localhost:${port}` }, 200],
      [{ origin: 'https://evil.example' }, 403],
      [{ origin: 'null' }, 403],
    ];
    for (const [headers, status] of cases) {
      assert.equal(await statusOf(`${gateway.url}/admin/v1/status`, { ...auth, ...headers }), status, JSON.stringify(headers));
    }
    const chat = { authorization: `Bearer ${scene.secret}`, origin: 'https://evil.example' };
    assert.equal(await statusOf(`${gateway.url}/v1/models`, chat), 403);
  });

  it('is refused to oversized and malformed requests before they are read', async () => {
    const get = (extra) => `GET /healthz HTTP/1.1\r\nHost: ${new URL(gateway.url).host}\r\n${extra}\r\n`;
    const post = (extra) => get(extra).replace('GET /healthz', 'POST /v1/chat/completions');
    assert.match(await firstLine(gateway.url, get('')), / 200 /);
    assert.match(await firstLine(gateway.url, get(`X-Big: ${'b'.repeat(70 * 1024)}\r\n`)), / 431 /);
    assert.match(await firstLine(gateway.url, post('Content-Length: 999999999999\r\n')), / 413 /);
    assert.match(await firstLine(gateway.url, post('Content-Length: 99999999999999999999999\r\n')), / 4(00|13) /);
    assert.match(await firstLine(gateway.url, post('Content-Length: -5\r\n')), / 400 /);
    assert.match(await firstLine(gateway.url, post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n')), / 400 /);
    assert.match(await firstLine(gateway.url, 'nonsense\r\n\r\n'), / 400 /);
    assert.match(await firstLine(gateway.url, get('')), / 200 /, 'it no longer answers');
  });
});

function statusOf(url, headers) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end();
  });
}
