// The points of a secure local gateway, each tried as an attacker would, and what the self-check says of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import zlib from 'node:zlib';
import { eventually, hello, makeDataDir, runTollgated, startGateway, startScene } from './support/gateway.mjs';
import { firstLine } from './support/raw_http.mjs';

const kPoints = [
  'bind', 'host', 'origin', 'client_keys', 'secrets', 'upstream_choice', 'request_forgery', 'webhooks', 'jobs', 'limits', 'admin',
  'headers', 'capture', 'injection', 'tls', 'single_instance',
];

let scene;
let gateway;
before(async () => {
  scene = await startScene();
  ({ gateway } = scene);
});
after(() => scene.close());

async function point(id, of = gateway) {
  const { data } = await of.get('/security/self-check');
  return data.find((entry) => entry.id === id);
}

/** A request with exactly these headers; its status and text. */
function ask(where, { method = 'POST', headers = {}, body, of = gateway } = {}) {
  const url = new URL(of.url + where);
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}
const auth = (more = {}) => ({ authorization: `Bearer ${scene.secret}`, 'content-type': 'application/json', ...more });
const chat = JSON.stringify(hello);

/** An address of this machine that is not loopback's, if it has one. */
function lanAddress() {
  return Object.values(os.networkInterfaces()).flat().find(({ internal, family }) => !internal && family === 'IPv4')?.address;
}

describe('the self-check', () => {
  it('lists every point once, with a state and its reason', async () => {
    const { data } = await gateway.get('/security/self-check');
    assert.deepEqual(data.map(({ id }) => id), kPoints);
    for (const { title, state, detail } of data) {
      assert.ok(title.length > 10 && detail.length > 5, title);
      assert.ok(['ok', 'warning', 'off'].includes(state), state);
    }
    const warned = data.filter(({ state }) => state !== 'ok').map(({ id }) => id);
    assert.deepEqual(warned, ['secrets'], 'only the master key in a file is to be warned of here');
  });
});

describe('point by point', () => {
  it('1 bind: the default address is loopback; others are named aloud and make keys compulsory', async () => {
    assert.equal((await point('bind')).state, 'ok');
    const open = await startGateway({ args: ['--listen', '0.0.0.0:0'] });
    try {
      open.url = open.url.replace('0.0.0.0', '127.0.0.1');
      await open.simulatedProvider('sim');
      await open.patch('/settings', { auth: 'optional_on_loopback' });
      assert.equal((await point('bind', open)).state, 'warning');
      const status = await open.get('/status');
      assert.deepEqual(status.notices.map(({ id }) => id), ['reachable_by_others']);
      const body = JSON.stringify({ ...hello, model: 'sim/m' });
      const keyless = await ask('/v1/chat/completions', { of: open, headers: { 'content-type': 'application/json' }, body });
      assert.equal(keyless.status, 401);
      assert.match((await point('client_keys', open)).detail, /does not apply/);
      const address = lanAddress();
      if (address) {
        const { secret } = await open.key();
        const { port } = new URL(open.url);
        const answer = await fetch(`http://${address}:${port}/v1/models`, { headers: { authorization: `Bearer ${secret}` } });
        assert.equal(answer.status, 200);
        assert.equal((await fetch(`http://${address}:${port}/v1/models`)).status, 401);
      }
      const named = await ask('/healthz', { of: open, method: 'GET', headers: { host: 'rebound.example' } });
      assert.equal(named.status, 421);
    } finally {
      await open.stop();
    }
  });

  it('2 host: foreign, missing and doubled names are 421, also with a right key; --allow-host adds one', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '[::1].evil', '169.254.169.254', 'localhost:80:80']) {
      const { status } = await ask('/v1/models', { method: 'GET', headers: auth({ host }) });
      assert.ok(status === 421 || status === 400, `${host}: ${status}`);
    }
    assert.match(await firstLine(gateway.url, 'GET /healthz HTTP/1.1\r\n\r\n'), / 421 /);
    assert.match(await firstLine(gateway.url, 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n'), / 421 /);
    const named = await startGateway({ args: ['--allow-host', 'gateway.test'] });
    try {
      assert.equal((await ask('/healthz', { of: named, method: 'GET', headers: { host: 'gateway.test' } })).status, 200);
      assert.equal((await ask('/healthz', { of: named, method: 'GET', headers: { host: 'other.test' } })).status, 421);
      assert.match((await point('host', named)).detail, /gateway\.test/);
    } finally {
      await named.stop();
    }
  });

  it('3 origin: pages of others get nothing, asked openly or by a form', async () => {
    const body = chat;
    for (const headers of [
      auth({ origin: 'https://evil.example' }),
      auth({ origin: 'null' }),
      auth({ 'sec-fetch-site': 'cross-site' }),
    ]) {
      const answer = await ask('/v1/chat/completions', { headers, body });
      assert.equal(answer.status, 403, JSON.stringify(headers));
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    }
    for (const type of ['text/plain', 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await ask('/v1/chat/completions', { headers: auth({ 'content-type': type }), body });
      assert.equal(answer.status, 415, type);
      assert.equal(JSON.parse(answer.text).error.code, 'unsupported_media_type');
    }
    const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const refused = await ask('/v1/chat/completions', { method: 'OPTIONS', headers: preflight });
    assert.equal(refused.status, 403);
    await gateway.patch('/settings', { cors_origins: ['https://app.example'] });
    const allowed = await ask('/v1/chat/completions', { headers: auth({ origin: 'https://app.example' }), body });
    assert.equal(allowed.status, 200);
    assert.equal(allowed.headers['access-control-allow-origin'], 'https://app.example');
    assert.match((await point('origin')).detail, /app\.example/);
    await gateway.patch('/settings', { cors_origins: [] });
    const wildcard = await gateway.admin('PATCH', '/settings', { cors_origins: ['*'] });
    assert.equal(wildcard.status, 422);
  });

  it('4 client keys: no default one, stored as bcrypt, scoped, and a warning where none is needed', async () => {
    for (const secret of ['sk-1234', 'test', 'null', gateway.adminToken]) {
      assert.equal((await gateway.post('/v1/chat/completions', secret, hello)).status, 401, secret);
    }
    const files = fs.readdirSync(gateway.dataDir).filter((name) => name.startsWith('tollgate.db'));
    for (const name of files) assert.ok(!fs.readFileSync(path.join(gateway.dataDir, name)).includes(scene.secret), name);
    const { secret } = await gateway.key({ allowed_models: ['other'] });
    assert.equal((await gateway.post('/v1/chat/completions', secret, hello)).status, 403);
    assert.equal((await point('client_keys')).state, 'ok');
    await gateway.patch('/settings', { auth: 'optional_on_loopback' });
    assert.equal((await point('client_keys')).state, 'warning');
    await gateway.patch('/settings', { auth: 'required' });
  });

  it('5 secrets: what others could read is found out', async () => {
    const check = await point('secrets');
    assert.equal(check.state, 'warning');
    assert.ok(!check.detail.includes('can be read'), check.detail);
    const token = path.join(gateway.dataDir, 'admin-token');
    fs.chmodSync(token, 0o644);
    assert.match((await point('secrets')).detail, /admin-token can be read/);
    fs.chmodSync(token, 0o600);
    for (const name of fs.readdirSync(gateway.dataDir)) {
      const facts = fs.statSync(path.join(gateway.dataDir, name));
      if (name !== 'lock') assert.equal(facts.mode & 0o077, 0, `${name} is open to others`);
    }
  });

  it('6 upstream choice: neither body nor header sends a request elsewhere', async () => {
    const hits = [];
    const thief = http.createServer((request, response) => {
      hits.push(request.url);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(thief, 'listening');
    const target = `http://127.0.0.1:${thief.address().port}`;
    const sent = scene.upstream.requests.length;
    const headers = {
      'x-portkey-custom-host': target, 'x-base-url': target, 'x-forwarded-host': target, 'x-tollgate-provider': target, 'openai-base-url': target,
    };
    const body = { ...hello, api_base: target, base_url: target, custom_host: target };
    await gateway.post('/v1/chat/completions', scene.secret, body, headers);
    assert.deepEqual(hits, []);
    for (const request of scene.upstream.requests.slice(sent)) {
      for (const name of Object.keys(headers)) assert.equal(request.headers[name], undefined, name);
    }
    thief.close();
  });

  it('7 request forgery: redirects are not followed', async () => {
    const hits = [];
    const inner = http.createServer((request, response) => {
      hits.push(request.url);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(inner, 'listening');
    const location = `http://127.0.0.1:${inner.address().port}/latest/meta-data`;
    const bouncer = http.createServer((_, response) => response.writeHead(307, { location }).end()).listen(0, '127.0.0.1');
    await once(bouncer, 'listening');
    await gateway.openaiProvider('bouncer', `http://127.0.0.1:${bouncer.address().port}/v1`);
    const answer = await gateway.post('/v1/chat/completions', scene.secret, { ...hello, model: 'bouncer/m' });
    assert.ok(answer.status >= 400, `${answer.status}`);
    assert.deepEqual(hits, []);
    await gateway.patch('/settings', { webhook_allow_private: true });
    assert.equal((await point('request_forgery')).state, 'warning');
    assert.equal((await point('webhooks')).state, 'warning');
    await gateway.patch('/settings', { webhook_allow_private: false });
    await gateway.remove('/providers/bouncer');
    inner.close();
    bouncer.close();
  });

  it('8 limits: packed bodies are 415, deep JSON is 400, and the gateway lives on', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(64 << 20, ' '));
    for (const encoding of ['gzip', 'deflate', 'br', 'gzip, gzip']) {
      const answer = await ask('/v1/chat/completions', { headers: auth({ 'content-encoding': encoding }), body: bomb });
      assert.equal(answer.status, 415, encoding);
      assert.equal(JSON.parse(answer.text).error.code, 'unsupported_encoding');
    }
    const depth = 200_000;
    const deep = `{"model":"chat","messages":[{"role":"user","content":"x"}],"metadata":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    for (const where of ['/v1/chat/completions', '/v1/messages', '/v1/responses']) {
      const answer = await ask(where, { headers: auth(), body: deep });
      assert.equal(answer.status, 400, `${where}: ${answer.text.slice(0, 200)}`);
    }
    const admin = await gateway.admin('PUT', '/config?dry_run=true', deep);
    assert.equal(admin.status, 400);
    assert.equal((await fetch(`${gateway.url}/healthz`)).status, 200);
  });

  it('9 admin: only its token opens it, no cookie and no query', async () => {
    const where = `/admin/v1/status`;
    const token = gateway.adminToken;
    assert.equal((await ask(where, { method: 'GET' })).status, 401);
    assert.equal((await ask(where, { method: 'GET', headers: { cookie: `token=${token}; authorization=${token}` } })).status, 401);
    assert.equal((await ask(`${where}?token=${token}&access_token=${token}`, { method: 'GET' })).status, 401);
    assert.equal((await ask(where, { method: 'GET', headers: { authorization: `Bearer ${scene.secret}` } })).status, 403);
    const right = await ask(where, { method: 'GET', headers: { authorization: `Bearer ${token}` } });
    assert.equal(right.status, 200);
    assert.equal(right.headers['set-cookie'], undefined);
    const weak = await startGateway({ env: { TOLLGATE_ADMIN_TOKEN: 'short' } });
    try {
      assert.equal((await point('admin', weak)).state, 'warning');
    } finally {
      await weak.stop();
    }
  });

  it('10 headers: smuggling is refused, and what a caller calls its own goes nowhere', async () => {
    const host = new URL(gateway.url).host;
    const post = (lines) => firstLine(gateway.url, `POST /v1/chat/completions HTTP/1.1\r\nHost: ${host}\r\n${lines}\r\n`);
    assert.match(await post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'), / 400 /);
    assert.match(await post('Content-Length: 5\r\nContent-Length: 6\r\n'), / 400 /);
    assert.match(await post('Transfer-Encoding: xchunked\r\n'), / 501 /);
    assert.match(await post('X-A: b\r\n folded: yes\r\n'), / 400 /);
    assert.match(await post('Content-Length : 5\r\n'), / 400 /);
    const sent = scene.upstream.requests.length;
    const own = {
      cookie: 'session=1', 'proxy-authorization': 'Basic eA==', 'x-forwarded-for': '10.0.0.1', te: 'trailers', 'keep-alive': '5',
      'x-api-key': scene.secret, forwarded: 'for=1', 'x-secret-of-mine': 'yes',
    };
    const answer = await ask('/v1/chat/completions', { headers: auth(own), body: chat });
    assert.equal(answer.status, 200);
    const [request] = scene.upstream.requests.slice(sent);
    for (const name of Object.keys(own)) assert.equal(request.headers[name], undefined, name);
    assert.ok(!JSON.stringify(request.headers).includes(scene.secret));
  });

  it('11 capture: nothing is kept unless told, and the log stays one line an entry', async () => {
    assert.equal((await point('capture')).state, 'ok');
    const marker = 'a-prompt-nobody-may-keep';
    const evil = 'bob\u2028{"level":"error"}<img src=x onerror=alert(1)>';
    await gateway.post('/v1/chat/completions', scene.secret, { ...hello, user: evil, messages: [{ role: 'user', content: marker }] });
    await gateway.rows(1);
    for (const name of fs.readdirSync(gateway.dataDir, { recursive: true })) {
      const file = path.join(gateway.dataDir, name);
      if (fs.statSync(file).isFile()) assert.ok(!fs.readFileSync(file).includes(marker), `${name} holds the prompt`);
    }
    assert.ok(!gateway.stderr.includes(marker));
    await gateway.patch('/settings', { capture_bodies: 'all' });
    assert.equal((await point('capture')).state, 'warning');
    await gateway.patch('/settings', { capture_bodies: 'off' });
  });

  it('12 injection: quotes, wildcards and commands are text', async () => {
    await gateway.post('/v1/chat/completions', scene.secret, { ...hello, user: "x'; DROP TABLE requests; --" });
    await eventually(async () => assert.equal((await gateway.get('/status')).journal_lag, 0));
    const count = (await gateway.rows(3)).length;
    for (const filter of ["user:x' OR '1'='1", "' UNION SELECT * FROM credentials --", 'user:%', 'user:_']) {
      const answer = await gateway.admin('GET', `/requests?limit=1000&filter=${encodeURIComponent(filter)}`);
      assert.ok(answer.status === 200 || answer.status === 422, `${filter}: ${answer.status}`);
      if (answer.status === 200) assert.ok(answer.body.data.length < count, `${filter} matched everything`);
    }
    assert.equal((await gateway.get('/requests?limit=1000')).data.length, count);
  });

  it('13 tls: a stranger is refused, the authority of options.ca_file trusted, for that provider only', async () => {
    const directory = makeDataDir();
    const key = path.join(directory, 'key.pem');
    const cert = path.join(directory, 'cert.pem');
    execFileSync('openssl', [
      'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost',
      '-keyout', key, '-out', cert,
    ], { stdio: 'ignore' });
    const reply = { id: 'x', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, message: { role: 'assistant', content: 'hi' }, finish_reason: 'stop' }] };
    const server = https.createServer({ key: fs.readFileSync(key), cert: fs.readFileSync(cert) }, (_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(reply));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `https://127.0.0.1:${server.address().port}/v1`;
    await gateway.openaiProvider('stranger', url);
    await gateway.openaiProvider('known', url, { options: { ca_file: cert } });
    const status = async (model) => (await gateway.post('/v1/chat/completions', scene.secret, { ...hello, model })).status;
    assert.equal(await status('known/m'), 200);
    assert.equal(await status('stranger/m'), 502);
    assert.equal(await status('known/m'), 200);
    assert.equal((await point('tls')).state, 'ok');
    await gateway.patch('/providers/known', { options: { ca_file: '/nowhere/ca.pem' } });
    assert.equal((await point('tls')).state, 'warning');
    const relative = await gateway.admin('PATCH', '/providers/known', { options: { ca_file: 'ca.pem' } });
    assert.equal(relative.status, 422);
    assert.equal(relative.body.error.param, 'options.ca_file');
    await gateway.openaiProvider('plain', 'http://models.example/v1');
    assert.match((await point('tls')).detail, /plain is called without TLS/);
    for (const name of ['stranger', 'known', 'plain']) await gateway.remove(`/providers/${name}`);
    server.close();
    server.closeAllConnections();
    fs.rmSync(directory, { recursive: true });
  });

  it('14 single instance: a second one on the same directory or port says who is there', async () => {
    assert.equal((await point('single_instance')).state, 'ok');
    const second = await runTollgated(['--data-dir', gateway.dataDir, '--listen', '127.0.0.1:0']);
    assert.equal(second.code, 3);
    assert.match(second.stderr, new RegExp(`process ${gateway.pid}`));
    const other = makeDataDir();
    const port = await runTollgated(['--data-dir', other, '--listen', new URL(gateway.url).host]);
    assert.equal(port.code, 4);
    fs.rmSync(other, { recursive: true });
  });
});
