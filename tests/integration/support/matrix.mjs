// One gateway in front of a fake of every kind of provider, and callers of every dialect.
//
//   const scene = await startMatrix();
//   for (const { dialect, provider } of pairs()) …
//   scene.fakes.gemini.next({ blocks: [{ text: 'Hi' }] });
//   await scene.callers.openai_chat.ask({ model: scene.model('gemini'), turns: [user('Hello')] });
import { kAnthropicKey, FakeAnthropic } from './upstreams/anthropic.mjs';
import { FakeBedrock, kAwsKeys } from './upstreams/bedrock.mjs';
import { FakeGemini, kGeminiKey } from './upstreams/gemini.mjs';
import { FakeAzure, FakeOpenAi, kAzureKey, kOpenAiKey } from './upstreams/openai.mjs';
export { kChatDialects } from './callers.mjs';
import { kChatDialects, makeCallers } from './callers.mjs';
import { startGateway } from './gateway.mjs';

/** The usual model of each provider; all of them can do everything that is tested. */
export const kModels = {
  openai: 'gpt-5.1',
  compatible: 'qwen3-32b',
  azure: 'gpt-5.1',
  responses: 'gpt-6.1-sol',
  anthropic: 'claude-sonnet-4-5',
  gemini: 'gemini-2.5-flash',
  bedrock: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
};
export const kProviders = Object.keys(kModels);

const kApiVersion = '2024-10-21';

export const pairs = (dialects = kChatDialects, providers = kProviders) =>
  dialects.flatMap((dialect) => providers.map((provider) => ({ dialect, provider, name: `${dialect} → ${provider}` })));

export async function startMatrix({ gateway: gatewayOptions } = {}) {
  const fakes = {
    openai: new FakeOpenAi(),
    compatible: new FakeOpenAi({ compatible: true }),
    azure: new FakeAzure({ deployments: { 'gpt-5.1': 'my-gpt', 'gpt-6.1-sol': 'my-sol', embedder: 'my-embedder' }, apiVersion: kApiVersion }),
    responses: new FakeOpenAi(), // asked at /responses only
    anthropic: new FakeAnthropic(),
    gemini: new FakeGemini(),
    bedrock: new FakeBedrock(),
  };
  for (const fake of Object.values(fakes)) await fake.start();
  const gateway = await startGateway(gatewayOptions);
  const scene = new Matrix(fakes, gateway);
  try {
    await scene.configure();
  } catch (error) {
    await scene.close().catch(() => {});
    throw error;
  }
  return scene;
}

class Matrix {
  constructor(fakes, gateway) {
    Object.assign(this, { fakes, gateway });
  }

  async configure() {
    const { gateway } = this;
    for (const name of kProviders) await this.provider(name);
    await gateway.simulatedProvider('simulated', { reply: 'It was: {prompt:200}' });
    // Servers of the compatible kind reason only where the catalogue says so.
    await gateway.create('/models', { provider: 'compatible', model: kModels.compatible, capabilities: ['chat', 'streaming', 'tools', 'vision', 'json_schema', 'reasoning'] });
    const { secret } = await gateway.key();
    this.secret = secret;
    this.connect();
  }

  /** A provider in front of the fake of that name; several may share one fake. */
  provider(fake, fields = {}, name = fake) {
    const { accessKeyId, secretAccessKey, sessionToken, region } = kAwsKeys;
    const kinds = {
      openai: { kind: 'openai', credentials: { api_key: kOpenAiKey } },
      compatible: { kind: 'openai_compatible', credentials: { api_key: kOpenAiKey } },
      responses: { kind: 'openai', credentials: { api_key: kOpenAiKey }, options: { api: 'responses', reasoning_summary: 'auto' } },
      azure: { kind: 'azure_openai', credentials: { api_key: kAzureKey }, options: { api_version: kApiVersion, deployments: this.fakes.azure.deployments } },
      anthropic: { kind: 'anthropic', credentials: { api_key: kAnthropicKey } },
      gemini: { kind: 'gemini', credentials: { api_key: kGeminiKey } },
      bedrock: {
        kind: 'bedrock',
        credentials: { access_key_id: accessKeyId, secret_access_key: secretAccessKey, session_token: sessionToken },
        options: { region },
      },
    };
    const timeouts_ms = { connect: 1000, first_byte: 5000, idle: 5000, total: 20000 };
    return this.gateway.create('/providers', { name, base_url: this.fakes[fake].baseUrl, timeouts_ms, max_retries: 0, ...kinds[fake], ...fields });
  }

  /** A provider of its own in front of that fake, so that no test meets what another one broke; answers its model. */
  async fresh(fake, fields) {
    this.count = (this.count ?? 0) + 1;
    await this.provider(fake, fields, `${fake}-${this.count}`);
    return `${fake}-${this.count}/${kModels[fake]}`;
  }

  alias(alias, provider, fields = {}, model = kModels[provider]) {
    return this.gateway.create('/aliases', { alias, strategy: 'simple', targets: [{ provider, model }], ...fields });
  }

  connect() {
    this.callers = makeCallers(this.gateway.url, this.secret);
  }

  model(provider) {
    return `${provider}/${kModels[provider] ?? 'any'}`;
  }

  reset() {
    for (const fake of Object.values(this.fakes)) fake.reset();
  }

  /** After every test: nothing went up that a real API would have refused. */
  expectClean() {
    for (const fake of Object.values(this.fakes)) fake.expectClean();
  }

  async close() {
    try {
      await this.gateway.stop();
    } finally {
      for (const fake of Object.values(this.fakes)) await fake.close();
    }
  }
}
