// An upstream that streams to every caller at a model's pace: one event per write and connection, a fixed time apart, so
// that each reaches the gateway by itself and is work of its own there, however fast the gateway is.
import http from 'node:http';
import { once } from 'node:events';
import { chat, messages, words } from './dialects.mjs';

const kPaceMs = 2;

export async function startStreamUpstream() {
  const open = new Map(); // response → {dialect, left}
  const upstream = { events: 1, requests: 0, sent: 0 }; // events of text per answer; what has been asked and sent

  const pieces = new Map([chat, messages].map((dialect) => [dialect, words.map(dialect.piece)]));
  const server = http.createServer((request, response) => {
    request.resume().once('end', () => {
      const dialect = request.url.startsWith(messages.path) ? messages : chat;
      upstream.requests += 1;
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
      response.write(dialect.opening);
      open.set(response, { dialect, left: upstream.events });
      response.once('close', () => open.delete(response));
    });
  });
  server.keepAliveTimeout = 60000;

  const timer = setInterval(() => {
    for (const [response, state] of open) {
      if (state.left === 0) {
        open.delete(response);
        response.end(state.dialect.closing);
        continue;
      }
      const texts = pieces.get(state.dialect);
      state.left -= 1;
      upstream.sent += 1;
      response.write(texts[state.left % texts.length]);
    }
  }, kPaceMs);

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  upstream.port = server.address().port;
  upstream.stop = () => {
    clearInterval(timer);
    server.closeAllConnections();
    server.close();
  };
  return upstream;
}
