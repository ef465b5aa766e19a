// Vercel's AI SDK and its clients in front of the matrix, and what its tests share. Needs Node 20, as everything of `ai`
// does: `aiSdk` is empty under older ones, and `skip` says why.
import { after, afterEach, before, beforeEach } from 'node:test';
import { startMatrix } from './matrix.mjs';

const kNewEnough = Number(process.versions.node.split('.')[0]) >= 20;
export const skip = kNewEnough ? false : 'the AI SDK needs Node 20';
/** A package that older Nodes cannot load. */
export const newer = async (name) => (kNewEnough ? import(name) : {});

const { createOpenAI } = await newer('@ai-sdk/openai');
const { createAnthropic } = await newer('@ai-sdk/anthropic');

export const place = { at: 'Łódź', days: 3 };

/** The model's answer in JSON: as text, or as the call of a tool where that is how it was asked for. */
export const inJson = (value, fields = {}) => ({ body, rawBody }) => {
  const forced = body.toolConfig?.toolChoice?.tool?.name ?? (rawBody.includes('"name":"json"') ? 'json' : null);
  return { blocks: [forced ? { call: forced, id: 'call_J', args: value } : { text: [JSON.stringify(value)] }], ...fields };
};

/** Inside describe(): one matrix for its tests, clean after each; answers a handle whose `scene` is there from `before` on. */
export function useMatrix() {
  const handle = {};
  before(async () => {
    globalThis.AI_SDK_LOG_WARNINGS = false;
    handle.scene = await startMatrix();
  });
  beforeEach(() => handle.scene.reset());
  afterEach(() => handle.scene.expectClean());
  after(() => handle.scene?.close());

  const at = () => ({ apiKey: handle.scene.secret, baseURL: `${handle.scene.gateway.url}/v1` });
  handle.openai = () => createOpenAI(at());
  handle.clients = {
    '@ai-sdk/openai chat': (model) => handle.openai().chat(model),
    '@ai-sdk/openai responses': (model) => handle.openai().responses(model),
    '@ai-sdk/anthropic': (model) => createAnthropic(at())(model),
  };
  return handle;
}
