// A real Prometheus, on a free port, over a configuration in a directory of its own:
//
//   const prometheus = await startPrometheus(directory);   // runs directory/prometheus.yml
//   await prometheus.query('up');                          // the samples: [{metric, value}]
//   await prometheus.stop();
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const tools = fileURLToPath(new URL('../../../build/tools/usr/bin', import.meta.url)); // where ./dev unpacks what is not installed
const environment = { ...process.env, PATH: `${process.env.PATH}:${tools}` };
const missing =
  'There is no prometheus here. `./dev test` fetches it; without ./dev, install the package prometheus (Debian, Ubuntu: apt-get install prometheus).';

/** Runs promtool: {ok, output}. */
export function promtool(args, directory) {
  const { error, status, stdout, stderr } = spawnSync('promtool', args, { cwd: directory, env: environment, encoding: 'utf8', timeout: 60000 });
  assert.equal(error?.code, undefined, error?.code === 'ENOENT' ? missing : String(error));
  return { ok: status === 0, output: stdout + stderr };
}

export async function startPrometheus(directory) {
  const args = [
    '--config.file=prometheus.yml', `--storage.tsdb.path=${path.join(directory, 'data')}`, '--web.listen-address=127.0.0.1:0',
  ];
  const child = spawn('prometheus', args, { cwd: directory, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const prometheus = new Prometheus(child);
  await prometheus.listening(30000);
  return prometheus;
}

class Prometheus {
  constructor(child) {
    Object.assign(this, { child, log: '', failure: null });
    child.stderr.on('data', (data) => (this.log += data));
    this.exited = once(child, 'close').catch((error) => (this.failure = error));
  }

  async listening(timeoutMs) {
    let over = false;
    this.exited.then(() => (over = true));
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const port = /msg="Listening on" address=\S+:(\d+)/.exec(this.log)?.[1];
      if (port) this.url = `http://127.0.0.1:${port}`;
      if (port && (await fetch(`${this.url}/-/ready`)).ok) return;
      assert.notEqual(this.failure?.code, 'ENOENT', missing);
      if (over || Date.now() > deadline) {
        this.child.kill('SIGKILL');
        throw new Error(`prometheus did not come up\n${this.log}`);
      }
      await sleep(20);
    }
  }

  async api(where, parameters = {}) {
    const response = await fetch(`${this.url}/api/v1/${where}?${new URLSearchParams(parameters)}`);
    const answer = await response.json();
    assert.equal(answer.status, 'success', `${where} ${JSON.stringify(parameters)}: ${answer.error}`);
    return answer.data;
  }

  async query(query) {
    const { result } = await this.api('query', { query });
    return result;
  }

  async stop() {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 10000);
    await this.exited;
    clearTimeout(timer);
  }
}
