// Create, read, list, replace, patch and delete of every resource; what a bad write answers, and that it changes nothing.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startGateway } from './support/gateway.mjs';

// path, the field that names it, a body, a patch, and bad bodies with the field they must name
const kTarget = { provider: 'base', model: 'm' };
const kResources = [
  {
    path: '/providers',
    name: 'name',
    body: { name: 'new', kind: 'openai_compatible', base_url: 'http://127.0.0.1:9/v1', credentials: { api_key: 'sk-abcdefgh1234' } },
    patch: { max_retries: 0, timeouts_ms: { idle: 1234 } },
    bad: [
      [{ kind: 'quantum' }, 'kind'],
      [{ base_url: 'not a url' }, 'base_url'],
      [{ max_retries: -1 }, 'max_retries'],
      [{ timeouts_ms: { connect: 'soon' } }, 'timeouts_ms.connect'],
      [{ name: 'a/b' }, 'name'],
    ],
  },
  {
    path: '/models',
    name: 'model',
    where: '/models/base/extra-large',
    body: { provider: 'base', model: 'extra-large', input_usd_per_mtok: 0.15, output_usd_per_mtok: 0.6, capabilities: ['chat'], tier: 'simple' },
    patch: { output_usd_per_mtok: 0.7, cache_read_usd_per_mtok: null },
    bad: [
      [{ input_usd_per_mtok: -1 }, 'input_usd_per_mtok'],
      [{ capabilities: ['telepathy'] }, 'capabilities[0]'],
      [{ tier: 'huge' }, 'tier'],
    ],
  },
  {
    path: '/aliases',
    name: 'alias',
    body: { alias: 'new', strategy: 'weighted', targets: [{ ...kTarget, weight: 2 }], fallbacks: [kTarget], unsupported_params: 'drop' },
    patch: { strategy: 'simple' },
    bad: [
      [{ strategy: 'random' }, 'strategy'],
      [{ targets: [{ ...kTarget, weight: 0 }] }, 'targets[0].weight'],
      [{ targets: [] }, 'targets'],
      [{ targets: [{ provider: 'nobody', model: 'm' }] }, 'targets[0].provider'],
      [{ unsupported_params: 'guess' }, 'unsupported_params'],
    ],
  },
  {
    path: '/projects',
    name: 'name',
    body: { name: 'new', description: 'd', limits: { rpm: 600, tpm: null, max_parallel: 4 } },
    patch: { limits: { rpm: null } },
    bad: [
      [{ limits: { rpm: 0 } }, 'limits.rpm'],
      [{ limits: { tpm: 1.5 } }, 'limits.tpm'],
      [{ name: '' }, 'name'],
    ],
  },
  {
    path: '/keys',
    name: 'name',
    byId: true,
    body: { name: 'new', project: 'base', user: 'alice', allowed_models: ['a'], limits: { rpm: 5 } },
    patch: { user: null, enabled: false },
    bad: [
      [{ project: 'nobody' }, 'project'],
      [{ expires_at: 'tomorrow' }, 'expires_at'],
      [{ limits: { max_parallel: -1 } }, 'limits.max_parallel'],
    ],
  },
  {
    path: '/budgets',
    byId: true,
    body: { scope: 'project', subject: 'base', period: 'month', limit_usd: 100, thresholds: [50, 80, 100], action: 'block' },
    patch: { limit_usd: 12.5, action: 'warn' },
    bad: [
      [{ scope: 'planet' }, 'scope'],
      [{ period: 'year' }, 'period'],
      [{ limit_usd: -5 }, 'limit_usd'],
      [{ action: 'shout' }, 'action'],
      [{ thresholds: [0] }, 'thresholds[0]'],
    ],
  },
  {
    path: '/flags',
    name: 'key',
    body: {
      key: 'new', type: 'canary', enabled: true, alias: 'base', stable: 'base/m', canary: 'base/n', rollout_percent: 15,
      sticky_by: 'user', salt: '', rules: [{ if: { user: ['alice', 'qa-*'] }, serve: 'canary' }],
      guardrails: { min_requests: 200, max_error_rate: 0.02, max_p95_ratio: 1.25, max_cost_ratio: 1.4 },
      ramp: { step_percent: 10, every_minutes: 30, max_percent: 50 },
    },
    patch: { rollout_percent: 30, ramp: null },
    bad: [
      [{ type: 'coin' }, 'type'],
      [{ rollout_percent: 101 }, 'rollout_percent'],
      [{ sticky_by: 'weather' }, 'sticky_by'],
      [{ rules: [{ if: { user: ['a'] }, serve: 'both' }] }, 'rules[0].serve'],
    ],
  },
  {
    path: '/prompts',
    name: 'name',
    body: { name: 'new', default: 'v1', versions: [{ version: 'v1', system: 'Be brief.', template: '{{message}}' }] },
    patch: { default: 'v1' },
    bad: [
      [{ default: 'v7' }, 'default'],
      [{ versions: [] }, 'versions'],
    ],
  },
];

describe('admin resources', () => {
  let gateway;
  before(async () => {
    gateway = await startGateway();
    await gateway.simulatedProvider('base');
    await gateway.create('/projects', { name: 'base' });
    await gateway.create('/aliases', { alias: 'base', strategy: 'simple', targets: [kTarget] });
  });
  after(() => gateway?.stop());

  const version = async () => (await gateway.get('/status')).config_version;
  const audits = async () => (await gateway.get('/audit?limit=1000')).data;

  for (const resource of kResources) {
    const { path, name, body, patch, bad } = resource;
    describe(path, () => {
      let where;
      let list;

      it('creates with 201, reads it back and lists it', async () => {
        const before = await version();
        const created = await gateway.create(path, body);
        where = resource.where ?? `${path}/${resource.byId ? created.id : body[name]}`;
        assertHolds(created, body);
        const { secret, ...visible } = created;
        assertHolds(await gateway.get(where), withoutVolatile(visible));
        list = async () => (await gateway.get(`${path}?limit=1000`)).data;
        assert.equal((await list()).filter((entry) => sameThing(entry, created, resource)).length, 1);
        assert.ok((await version()) > before, 'config_version stands still');
      });

      it('patches by merge and replaces whole', async () => {
        const patched = await gateway.patch(where, patch);
        assertHolds(patched, mergePatch(body, patch));
        assertHolds(await gateway.get(where), mergePatch(body, patch));
        if (path === '/prompts') return; // versions are immutable: nothing to replace
        const replaced = await gateway.expect(200, 'PUT', where, body);
        assertHolds(replaced, body);
      });

      it('answers 422 with the field at fault, 400 to broken JSON, and changes nothing', async () => {
        const [before, entries, configVersion] = [await gateway.get(where), await audits(), await version()];
        for (const [fields, param] of bad) {
          const fresh = { ...body, ...(name ? { [name]: 'another' } : {}), ...fields };
          for (const [method, target, sent] of [['POST', path, fresh], ['PATCH', where, fields]]) {
            if (path === '/prompts' && method === 'PATCH' && fields.versions) continue;
            const refused = await gateway.admin(method, target, sent);
            assert.equal(refused.status, 422, `${method} ${JSON.stringify(fields)}: ${JSON.stringify(refused.body)}`);
            assert.equal(refused.body.error.param, param, `${method} ${JSON.stringify(fields)}`);
            assert.ok(refused.body.error.message && refused.body.error.type && refused.body.error.code);
          }
        }
        for (const text of ['{"a":', '[]', 'null']) {
          const refused = await gateway.admin('POST', path, text);
          assert.equal(refused.status, 400, `${text}: ${JSON.stringify(refused.body)}`);
        }
        assert.deepEqual(withoutVolatile(await gateway.get(where)), withoutVolatile(before));
        assert.equal((await list()).some((entry) => entry[name ?? 'id'] === 'another'), false);
        assert.equal((await audits()).length, entries.length, 'a refused write was audited');
        assert.equal(await version(), configVersion);
      });

      if (!resource.byId) {
        it('answers 409 to a name that is taken', async () => {
          await gateway.expect(409, 'POST', path, body);
        });
      }

      it('makes one audit entry for each write', async () => {
        const before = await audits();
        await gateway.patch(where, patch);
        const [entry, ...rest] = await audits();
        assert.equal(rest.length, before.length);
        const text = JSON.stringify(entry);
        assert.ok(text.includes('admin-token'), `who is missing in ${text}`);
        assert.ok(entry.before && entry.after, 'before and after are missing');
        assertHolds(entry.after, patch);
        const when = Object.values(entry).find((value) => /^\d{4}-\d\d-\d\dT.*Z$/.test(value));
        assert.ok(Math.abs(Date.parse(when) - Date.now()) < 10000);
      });

      it('deletes with 204, then answers 404', async () => {
        await gateway.remove(where);
        for (const [method, sent] of [['GET'], ['PATCH', patch], ['DELETE']]) {
          await gateway.expect(404, method, where, sent);
        }
        assert.equal((await list()).some((entry) => sameThing(entry, { ...body, id: where.split('/')[2] }, resource)), false);
      });
    });
  }

  it('are listed in pages that a cursor walks', async () => {
    for (let i = 0; i < 7; i += 1) await gateway.create('/projects', { name: `page-${i}` });
    const names = [];
    let cursor = null;
    let pages = 0;
    do {
      const page = await gateway.get(`/projects?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      assert.ok(page.data.length <= 3);
      names.push(...page.data.map(({ name }) => name));
      cursor = page.next_cursor;
      pages += 1;
      assert.ok(pages < 10, 'the cursor never ends');
    } while (cursor);
    assert.equal(new Set(names).size, names.length, 'a row came twice');
    assert.deepEqual(names.filter((name) => name.startsWith('page-')).sort(), Array.from({ length: 7 }, (_, i) => `page-${i}`));
  });

  it('check a provider when asked', async () => {
    const good = await gateway.expect(200, 'POST', '/providers/base/check', {});
    assert.equal(good.ok, true);
    assert.equal(good.error, null);
    await gateway.create('/providers', { name: 'nowhere', kind: 'openai_compatible', base_url: 'http://127.0.0.1:9/v1', credentials: {} });
    const bad = await gateway.expect(200, 'POST', '/providers/nowhere/check', {});
    assert.equal(bad.ok, false);
    assert.ok(bad.error.length > 5);
    await gateway.expect(404, 'POST', '/providers/none/check', {});
  });

  it('say what is wrong once, with the field it is wrong in', async () => {
    await gateway.price('base', 'worded', 1);
    await gateway.create('/prompts', { name: 'worded', system: 'Be brief.' });
    const flag = { key: 'worded', type: 'canary', alias: 'base', stable: 'base/a', canary: 'base/b', rollout_percent: 5 };
    const ask = { path: '/v1/chat/completions', headers: {}, body: { model: 'base/worded', messages: [{ role: 'user', content: 'Hi' }] } };
    const rows = [
      ['GET', '/overview?window=3h', undefined, 'window'],
      ['GET', '/overview?by=colour', undefined, 'by'],
      ['GET', '/requests?cursor=nonsense', undefined, 'cursor'],
      ['POST', '/route/explain', { ...ask, path: 5 }, 'path'],
      ['POST', '/route/explain', { ...ask, path: '/nowhere' }, 'path'],
      ['POST', '/route/explain', { ...ask, headers: 5 }, 'headers'],
      ['POST', '/route/explain', { ...ask, headers: { 'x-model': 5 } }, 'headers.x-model'],
      ['POST', '/route/explain', { ...ask, body: 5 }, 'body'],
      ['POST', '/route/explain', { ...ask, body: { model: 'base/worded', messages: 5 } }, 'body.messages'],
      ['POST', '/route/explain', { ...ask, key_id: 'none' }, 'key_id'],
      ['PATCH', '/models/base/worded', { provider: 'other' }, 'provider'],
      ['PATCH', '/models/base/worded', { model: 'other' }, 'model'],
      ['POST', '/flags', { ...flag, rules: [{ if: { zz: ['a'] }, serve: 'canary' }] }, 'rules[0].if.zz'],
      ['POST', '/flags', { ...flag, rules: [{ if: { zz: ['a'], user: ['b'] }, serve: 'canary' }] }, 'rules[0].if.zz'],
      ['POST', '/flags', { ...flag, rules: [{ if: {}, serve: 'canary' }] }, 'rules[0].if'],
      ['POST', '/prompts/worded/versions', { version: 'seven', system: 'Be kind.' }, 'version'],
    ];
    for (const [method, where, body, param] of rows) {
      const { error } = await gateway.expect(422, method, where, body);
      assert.equal(error.param, param, `${method} ${where} ${JSON.stringify(body)}: ${error.message}`);
      const [first, second] = error.message.toLowerCase().split(' ');
      const last = param.split('.').at(-1).toLowerCase();
      assert.ok(first !== second && !(first.endsWith(last) && second === last), error.message);
      assert.doesNotMatch(error.message, /^\S+ There /, error.message);
    }
  });

  it('number versions of prompts, or take the number that is given', async () => {
    const add = (status, body) => gateway.expect(status, 'POST', '/prompts/numbered/versions', { system: 'Be kind.', ...body });
    await gateway.create('/prompts', { name: 'numbered', system: 'Be brief.' });
    assert.equal((await add(201, {})).version, 'v2');
    assert.equal((await add(201, { version: null })).version, 'v3');
    assert.equal((await add(201, { version: 'v7' })).version, 'v7');
    assert.equal((await add(201, {})).version, 'v8');
    assert.equal((await add(409, { version: 'v1' })).error.param, 'version');
    const { versions } = await gateway.get('/prompts/numbered');
    assert.deepEqual(versions.map(({ version }) => version), ['v1', 'v2', 'v3', 'v7', 'v8']);
    assert.equal(versions[0].system, 'Be brief.');
  });

  it('take 404 and 405 for what is no resource', async () => {
    await gateway.expect(404, 'GET', '/unicorns');
    await gateway.expect(405, 'DELETE', '/providers');
  });

  it('hold settings that are read and patched', async () => {
    const before = await gateway.get('/settings');
    for (const field of ['auth', 'capture_bodies', 'retention_days', 'max_database_mb', 'default_alias', 'default_prompt', 'breaker', 'on_ledger_failure']) {
      assert.ok(field in before, field);
    }
    const patched = await gateway.patch('/settings', { retention_days: 31, breaker: { failures: 5 } });
    assert.deepEqual(patched, { ...before, retention_days: 31, breaker: { ...before.breaker, failures: 5 } });
    const refused = await gateway.expect(422, 'PATCH', '/settings', { auth: 'never' });
    assert.equal(refused.error.param, 'auth');
  });
});

function sameThing(entry, created, { path, name, byId }) {
  if (path === '/models') return entry.provider === created.provider && entry.model === created.model;
  return byId ? entry.id === created.id : entry[name] === created[name];
}

/** Every member of `part` is in `whole`, credentials and secrets aside; null may be absent. */
function assertHolds(whole, part, at = '') {
  for (const [key, value] of Object.entries(part)) {
    if (key === 'credentials' || key === 'secret') continue;
    if (value === null) assert.ok(whole[key] == null, `${at}${key}`);
    else if (typeof value === 'object' && !Array.isArray(value)) assertHolds(whole[key], value, `${at}${key}.`);
    else if (Array.isArray(value)) value.forEach((item, i) => assertHolds({ item: whole[key]?.[i] }, { item }, `${at}${key}[${i}] `));
    else assert.deepEqual(whole[key], value, `${at}${key}`);
  }
}

function withoutVolatile({ health, last_used_at, spent_usd, reserved_usd, forecast_usd, ...rest }) {
  return rest;
}

function mergePatch(target, patch) {
  const merged = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    const nested = value && typeof value === 'object' && !Array.isArray(value);
    merged[key] = nested ? mergePatch(target[key] ?? {}, value) : value;
  }
  return merged;
}
