// HTTP as bytes, for what no client would send.
import { once } from 'node:events';
import net from 'node:net';

/** Sends the bytes to a gateway as they are; the first line of its answer, or an empty one when there is none. */
export async function firstLine(url, bytes) {
  const { hostname, port } = new URL(url);
  const socket = net.connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.on('error', () => {});
  socket.write(bytes);
  let text = '';
  for await (const part of socket) {
    text += part;
    if (text.includes('\r\n')) break;
  }
  socket.destroy();
  return text.split('\r\n')[0];
}
