// Reading event streams: the SDK's, and raw ones byte for byte.

/** Drains an SDK chat stream: the text, every chunk, and the usage if one was told. */
export async function collect(stream) {
  const chunks = [];
  let text = '';
  let usage;
  for await (const chunk of stream) {
    chunks.push(chunk);
    text += chunk.choices[0]?.delta?.content ?? '';
    if (chunk.usage) usage = chunk.usage;
  }
  return { text, chunks, usage };
}

/** The `data:` payloads of a whole event stream's text. */
export function dataLines(text) {
  return text
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trim());
}

/** An open event stream as an async iterator of {id, event, data}; `data` parsed as JSON. */
export class EventReader {
  constructor(response, abort) {
    this.abort = abort;
    this.response = response; // fetch cancels the body of a response that nobody holds
    this.events = parse(response.body);
  }

  /** The next event that `accept` takes; fails after `timeoutMs`. */
  async next(accept = () => true, timeoutMs = 5000) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('no such event in time')), timeoutMs);
    });
    try {
      for (;;) {
        const { value, done } = await Promise.race([this.events.next(), late]);
        if (done) throw new Error('the event stream ended');
        if (accept(value)) return value;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  close() {
    this.abort.abort();
  }
}

async function* parse(body) {
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const part of body) {
    buffer += decoder.decode(part, { stream: true }).replaceAll('\r\n', '\n');
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      const event = fields(buffer.slice(0, end));
      buffer = buffer.slice(end + 2);
      if (event.data !== undefined) yield event;
    }
  }
}

function fields(block) {
  const event = { id: undefined, event: 'message', data: undefined };
  for (const line of block.split('\n')) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name === 'data') event.data = JSON.parse(value);
    else if (name) event[name] = value;
  }
  return event;
}
