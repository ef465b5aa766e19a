// The fake upstream itself, held against the official SDK: if this fails, the other tests prove nothing.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import OpenAI from 'openai';
import { kUpstreamKey, startFakeUpstream } from './support/fake_upstream.mjs';
import { collect } from './support/sse.mjs';

const hello = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello' }] };

describe('the fake upstream', () => {
  let upstream;
  let client;
  before(async () => {
    upstream = await startFakeUpstream();
    client = new OpenAI({ apiKey: kUpstreamKey, baseURL: upstream.baseUrl, maxRetries: 0 });
  });
  beforeEach(() => upstream.reset());
  after(() => upstream.close());

  it('answers the SDK whole, with usage', async () => {
    const answer = await client.chat.completions.create(hello);
    assert.equal(answer.choices[0].message.content, 'Hello from upstream.');
    assert.equal(answer.usage.total_tokens, 29);
  });

  it('streams to the SDK, and tells usage only when asked', async () => {
    const plain = await collect(await client.chat.completions.create({ ...hello, stream: true }));
    assert.equal(plain.text, 'Hello from upstream.');
    assert.equal(plain.usage, undefined);
    const asked = await collect(
      await client.chat.completions.create({ ...hello, stream: true, stream_options: { include_usage: true } }),
    );
    assert.equal(asked.usage.completion_tokens, 10);
  });

  it('refuses what the real API refuses', async () => {
    const refused = [
      [{ ...hello, messages: [] }, 400],
      [{ ...hello, messages: [{ role: 'robot', content: 'x' }] }, 400],
      [{ ...hello, temperature: 3 }, 400],
      [{ ...hello, colour: 'red' }, 400],
      [{ ...hello, stream_options: { include_usage: true } }, 400],
      [{ ...hello, model: 'nope' }, 404],
    ];
    for (const [body, status] of refused) {
      await assert.rejects(client.chat.completions.create(body), { status }, JSON.stringify(body));
    }
    const stranger = new OpenAI({ apiKey: 'sk-wrong', baseURL: upstream.baseUrl, maxRetries: 0 });
    await assert.rejects(stranger.chat.completions.create(hello), OpenAI.AuthenticationError);
  });

  it('fails k times and then recovers', async () => {
    upstream.script('gpt-4o-mini', { status: 500 }, { status: 429, headers: { 'retry-after': '7' } });
    await assert.rejects(client.chat.completions.create(hello), OpenAI.InternalServerError);
    await assert.rejects(client.chat.completions.create(hello), (error) => {
      return error instanceof OpenAI.RateLimitError && error.headers.get('retry-after') === '7';
    });
    await client.chat.completions.create(hello);
    assert.equal(upstream.chatRequests.length, 3);
  });

  it('splits a stream inside UTF-8 characters without changing it', async () => {
    const reply = ['žluťoučký ', 'kůň ', '🐎'];
    for (const splitBytes of [1, 2, 3]) {
      upstream.script('gpt-4o-mini', { reply, splitBytes, crlf: splitBytes === 2 });
      const { text } = await collect(await client.chat.completions.create({ ...hello, stream: true }));
      assert.equal(text, reply.join(''));
    }
  });

  it('cuts a stream in the middle', async () => {
    upstream.script('gpt-4o-mini', { cutAfter: 2 });
    const stream = await client.chat.completions.create({ ...hello, stream: true });
    await assert.rejects(collect(stream));
  });

  it('notices a caller that leaves', async () => {
    upstream.script('gpt-4o-mini', { stallAfter: 1 });
    const stream = await client.chat.completions.create({ ...hello, stream: true });
    stream.controller.abort();
    await upstream.last.closed;
    assert.equal(upstream.last.abandoned, true);
  });
});
