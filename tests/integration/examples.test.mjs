// Every configuration under packaging/examples is judged fine, starts, starts again without a change, and answers.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, makeDataDir, runTollgated, startGateway } from './support/gateway.mjs';
import { FakeAnthropic, kAnthropicKey } from './support/upstreams/anthropic.mjs';
import { FakeBedrock, kAwsKeys } from './support/upstreams/bedrock.mjs';
import { FakeGemini, kGeminiKey } from './support/upstreams/gemini.mjs';
import { FakeAzure, FakeOpenAi, kAzureKey, kOpenAiKey } from './support/upstreams/openai.mjs';

const kFolder = fileURLToPath(new URL('../../packaging/examples/', import.meta.url));
const kExamples = fs.readdirSync(kFolder).filter((name) => name.endsWith('.yaml'));
const kEnvironment = {
  OPENAI_API_KEY: kOpenAiKey,
  ANTHROPIC_API_KEY: kAnthropicKey,
  ANTHROPIC_API_KEY_2: kAnthropicKey,
  AZURE_OPENAI_API_KEY: kAzureKey,
  GEMINI_API_KEY: kGeminiKey,
  AWS_ACCESS_KEY_ID: kAwsKeys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: kAwsKeys.secretAccessKey,
};

const fakes = {
  openai: new FakeOpenAi(),
  openai_compatible: new FakeOpenAi({ compatible: true }),
  azure_openai: new FakeAzure({ deployments: { 'gpt-5.1': 'my-gpt' }, apiVersion: '2024-10-21' }),
  anthropic: new FakeAnthropic(),
  gemini: new FakeGemini(),
  bedrock: new FakeBedrock(),
};
before(() => Promise.all(Object.values(fakes).map((fake) => fake.start())));
after(() => Promise.all(Object.values(fakes).map((fake) => fake.close())));

/** Its providers are those of the example, at addresses of this machine. */
async function bringHome(gateway) {
  for (const { name, kind, options } of (await gateway.get('/providers')).data) {
    if (kind === 'simulated') continue;
    const changed = { base_url: fakes[kind].baseUrl };
    if (kind === 'bedrock') {
      changed.options = { ...options, region: kAwsKeys.region };
      changed.credentials = {
        access_key_id: kAwsKeys.accessKeyId,
        secret_access_key: kAwsKeys.secretAccessKey,
        session_token: kAwsKeys.sessionToken,
      };
    }
    if (kind === 'openai_compatible') changed.credentials = { api_key: kOpenAiKey };
    await gateway.patch(`/providers/${name}`, changed);
  }
}

const withoutVersions = ({ config_version: _, ...rest }) => JSON.stringify(rest);

describe('the example configurations', () => {
  assert.ok(kExamples.length >= 8);
  for (const name of kExamples) {
    it(`${name} starts and answers`, async () => {
      const file = path.join(kFolder, name);
      const judged = await runTollgated(['--check-config', file], { env: kEnvironment });
      assert.equal(judged.code, 0, judged.stderr);
      assert.match(judged.stdout, new RegExp(`${name} is fine: `));

      const dataDir = makeDataDir();
      const first = await startGateway({ args: ['--config', file], env: kEnvironment, dataDir, keepData: true });
      const before = await first.get('/config');
      await first.stop();
      const gateway = await startGateway({ args: ['--config', file], env: kEnvironment, dataDir });
      try {
        assert.equal(withoutVersions(await gateway.get('/config')), withoutVersions(before));
        await bringHome(gateway);
        const written = (await gateway.get('/keys')).data.filter(({ allowed_models: models }) => models.length === 0);
        const secret = written.length > 0
          ? fs.readFileSync(path.join(dataDir, 'keys', written[0].name), 'utf8').trim()
          : (await gateway.key()).secret;
        for (const { alias } of (await gateway.get('/aliases')).data) {
          await eventually(async () => {
            const answer = await gateway.post('/v1/chat/completions', secret, { model: alias, messages: [{ role: 'user', content: 'Hello' }] });
            const text = await answer.text();
            assert.equal(answer.status, 200, `${alias}: ${text}`);
            assert.ok(JSON.parse(text).choices[0].message.content.length > 0);
          });
        }
      } finally {
        await gateway.stop();
      }
    });
  }
});

describe('tollgated --check-config', () => {
  const judge = async (text, env = {}) => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tollgate-config-')), 'it.yaml');
    fs.writeFileSync(file, text);
    const { code, stdout, stderr } = await runTollgated(['--check-config', file], { env });
    fs.rmSync(path.dirname(file), { recursive: true });
    return { code, stdout, stderr: stderr.replaceAll(file, 'it.yaml') };
  };

  it('names line and field of what is wrong', async () => {
    const cases = [
      ['providers:\n  - name: a\n    kind: nothing\n', /it\.yaml:3: providers\[0\]\.kind/],
      ['providers:\n  - { name: a, kind: simulated }\naliases:\n  - alias: x\n    targets:\n      - { provider: b, model: m }\n', /it\.yaml:6: aliases\[0\]\.targets\[0\]\.provider/],
      ['budgets:\n  - scope: global\n    period: month\n    limit_usd: -1\n    action: block\n', /it\.yaml:4: budgets\[0\]\.limit_usd/],
      ['settings:\n  retention_days: soon\n', /it\.yaml:2: settings\.retention_days/],
      ['providers:\n  - name: a\n    kind: openai\n    credentials: { api_key: "${NO_SUCH_VARIABLE}" }\n', /it\.yaml:4: providers\[0\]\.credentials\.api_key needs the environment variable NO_SUCH_VARIABLE/],
      ['nonsense: []\n', /it\.yaml:1: nonsense/],
      ['a: [\n', /it\.yaml:\d+: /],
    ];
    for (const [text, wanted] of cases) {
      const { code, stdout, stderr } = await judge(text);
      assert.equal(code, 2, text + stdout + stderr);
      assert.match(stderr, wanted);
    }
  });

  it('says what a file would make, and writes nothing', async () => {
    const { code, stdout } = await judge('projects:\n  - name: a\n  - name: b\nkeys:\n  - { name: k, project: a }\n');
    assert.equal(code, 0);
    assert.match(stdout, /is fine: key: 1, project: 2/);
    assert.equal((await runTollgated(['--check-config', '/nowhere/at/all.yaml'])).code, 2);
  });
});
