// packaging/deploy: image and compose are what they should be and agree with the rest, and the commands in them and in the
// manifests start the real tollgated. deploy_cluster.test.mjs has Kubernetes, Helm and Terraform.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  composeMistakes, container, documents, imageOptions, instruction, kDeploy, kPort, kRoot, kVersion, one, overlay, plainManifests, read, tool, yaml,
} from './support/deploy.mjs';
import { cleanEnvironment, kTollgated, makeDataDir, runTollgated, startGateway } from './support/gateway.mjs';
import { promtool } from './support/prometheus.mjs';

const { validate: lintDockerfile } = createRequire(import.meta.url)('dockerfile-utils');
const files = fs.readdirSync(kDeploy, { recursive: true }).map(String).filter((file) => fs.statSync(path.join(kDeploy, file)).isFile());
const healthcheck = JSON.parse(/CMD (\[.*\])$/.exec(instruction('HEALTHCHECK')[0])[1]);
const compose = yaml('compose/compose.yaml');
const plain = plainManifests();
const kSecrets = { TOLLGATE_ADMIN_TOKEN: 'tga-0123456789abcdef', TOLLGATE_MASTER_KEY: '0f'.repeat(32), OPENAI_API_KEY: 'sk-none' };
const config = path.join(kDeploy, 'kubernetes/tollgate.yaml');

/** Options of a container, for this machine: a directory and a port of its own, the configuration where it is. */
const here = (options) => options.map((option) => option.replace('/etc/tollgate/tollgate.yaml', config));

describe('packaging/deploy', () => {
  it('is YAML throughout, with every key written once', () => {
    const texts = files.filter((file) => /\.ya?ml$/.test(file) && !file.includes('/templates/'));
    assert.ok(texts.length >= 15, `${texts}`);
    for (const file of texts) assert.doesNotThrow(() => documents(read(file)), file);
  });

  it('holds no secret, no moving tag and no second version', () => {
    for (const file of files) {
      const text = read(file);
      assert.doesNotMatch(text, /\b(sk-|tga?-|tg_)[A-Za-z0-9]{8,}|BEGIN [A-Z ]*PRIVATE KEY|[0-9a-f]{64}/, file);
      assert.doesNotMatch(text, /image:.*:latest|FROM \S+:latest|tag: *"?latest/, file);
      for (const [, version] of text.matchAll(/\btollgate:(\d+\.\d[\w.]*)/g)) assert.equal(version, kVersion, file);
    }
    for (const { image } of Object.values(compose.services)) assert.match(image, /^[\w./-]+:v?\d+\.\d+\.\d+$/);
    const chart = yaml('helm/tollgate/Chart.yaml');
    assert.deepEqual([chart.version, chart.appVersion, yaml('helm/tollgate/values.yaml').image.tag], [kVersion, kVersion, kVersion]);
    assert.ok(read('terraform/example/main.tf').includes(`tag = "${kVersion}"`));
    assert.equal(yaml('kubernetes/kustomization.yaml').images[0].newTag, kVersion);
  });

  it('has one configuration, which tollgated accepts and which names the keys that are used', async () => {
    const judged = await runTollgated(['--check-config', config], { env: kSecrets });
    assert.equal(judged.code, 0, judged.stderr);
    assert.equal(yaml('helm/tollgate/values.yaml').config, read('kubernetes/tollgate.yaml'), 'the chart starts with another one');
    const { code, stderr } = await runTollgated(['--check-config', config]);
    assert.equal(code, 2);
    assert.match(stderr, /OPENAI_API_KEY/);
    const names = yaml('kubernetes/tollgate.yaml').keys.map(({ name }) => name);
    for (const file of ['compose/compose.yaml', 'helm/tollgate/templates/NOTES.txt', 'README.md'])
      for (const [, name] of read(file).matchAll(/\/data\/keys\/([\w-]+)/g)) assert.ok(names.includes(name), `${file}: ${name}`);
  });
});

describe('the Dockerfile', () => {
  it('has nothing that its language forbids', () => {
    const mistakes = lintDockerfile(read('Dockerfile')).map(({ range, message }) => `${range.start.line + 1}: ${message}`);
    assert.deepEqual(mistakes, []);
    assert.notDeepEqual(lintDockerfile('FROM debian:12\nEXPOSE many\n'), []);
  });

  it('runs as a user of its own, and keeps data in the volume that user owns', () => {
    const [uid] = instruction('USER').at(-1).split(':');
    assert.ok(Number(uid) > 0);
    assert.match(instruction('RUN').at(-1), new RegExp(`--uid ${uid}\\b.*install -d -m 0700 -o tollgate -g tollgate /data`));
    assert.deepEqual(instruction('VOLUME'), ['/data']);
    assert.deepEqual(instruction('EXPOSE'), [`${kPort}`]);
    const user = one(plain, 'StatefulSet').spec.template.spec.securityContext;
    assert.deepEqual([user.runAsUser, user.runAsGroup, user.fsGroup], [Number(uid), Number(uid), Number(uid)]);
    assert.ok(user.runAsNonRoot);
  });

  it('copies only what the context has', () => {
    const shown = read('../../.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    for (const file of shown) assert.ok(fs.existsSync(path.join(kRoot, file)), file);
    for (const text of instruction('COPY').filter((copy) => !copy.includes('--from='))) {
      const sources = text.split(/\s+/).filter((word) => !word.startsWith('--')).slice(0, -1);
      for (const source of sources) assert.ok(source === '.' || shown.includes(source), source);
    }
    // Whatever CMake asks for without tests and without installing.
    const top = fs.readFileSync(path.join(kRoot, 'CMakeLists.txt'), 'utf8').replace(/if\(BUILD_TESTING\)[\s\S]*?endif\(\)/, '');
    for (const [, folder] of top.matchAll(/add_subdirectory\((\w+)\)/g))
      assert.ok(shown.includes(folder) || shown.includes(`${folder}/CMakeLists.txt`), folder);
    for (const [, file] of fs.readFileSync(path.join(kRoot, 'packaging/CMakeLists.txt'), 'utf8').matchAll(/configure_file\((\S+)/g))
      assert.ok(shown.includes(`packaging/${file}`), file);
  });

  it('builds with a preset that there is', () => {
    const presets = JSON.parse(fs.readFileSync(path.join(kRoot, 'CMakePresets.json'), 'utf8')).buildPresets.map(({ name }) => name);
    const [, preset] = /cmake --build --preset (\w+) --target tollgated/.exec(instruction('RUN')[1]);
    assert.ok(presets.includes(preset));
    assert.ok(instruction('COPY').some((copy) => copy.includes(`/build/${preset}/bin/tollgated`)));
  });

  it('installs every package that the libraries of tollgated are in', { skip: tool('dpkg-query', ['--version']) === null }, (t) => {
    if (!fs.readFileSync('/etc/os-release', 'utf8').includes('VERSION_CODENAME=bookworm')) return t.skip('the image is of another Debian');
    // In every Debian, or the sanitizers' own.
    const needed = [...tool('objdump', ['-p', kTollgated]).output.matchAll(/NEEDED\s+(\S+)/g)].map(([, library]) => library)
      .filter((library) => !/^(libc|libm|libgcc_s|ld-linux.*|lib[atu]\w*san)\.so/.test(library));
    const owners = tool('dpkg-query', ['-S', ...needed.map((library) => `*/${library}`)]).output.trim().split('\n');
    const packages = instruction('RUN').at(-1).split(/\s+/);
    for (const library of needed) {
      const owner = owners.find((line) => line.endsWith(`/${library}`))?.split(':')[0];
      assert.ok(packages.includes(owner), `${library} is in ${owner}`);
    }
  });
});

/** Starts the image's entrypoint over `dataDir`, as the container would with these options after the image's own. */
async function startContainer(options, dataDir, env = kSecrets) {
  const bin = fs.mkdtempSync(path.join(os.tmpdir(), 'tollgate-image-'));
  fs.symlinkSync(kTollgated, path.join(bin, 'tollgated'));
  const args = [...imageOptions.map((option) => option.replace(/^\/data$/, dataDir).replace(`:${kPort}`, ':0')), ...here(options)];
  const child = spawn(path.join(kDeploy, 'entrypoint'), args, {
    env: { ...cleanEnvironment(dataDir, env), PATH: `${bin}:${process.env.PATH}` },
  });
  const started = { child, stdout: '', stderr: '' };
  started.exited = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  started.exited.then(() => fs.rmSync(bin, { recursive: true }));
  started.port = await new Promise((resolve) => {
    child.stderr.on('data', (data) => (started.stderr += data));
    child.stdout.on('data', (data) => {
      started.stdout += data;
      const match = /listening on http:\/\/0\.0\.0\.0:(\d+)/.exec(started.stdout);
      if (match) resolve(Number(match[1]));
    });
    started.exited.then(() => resolve(null));
  });
  return started;
}

async function statusOf(port, where, { host, token } = {}) {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const headers = { ...(host ? { host } : {}), ...(token ? { authorization: `Bearer ${token}` } : {}), connection: 'close' };
    request({ port, path: where, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject).end();
  });
}

describe('a container', () => {
  const ways = [
    ['compose', compose.services.tollgate.command, ['tollgate']],
    ['Kubernetes', container(plain).args, ['tollgate', 'tollgate.tollgate', 'tollgate.tollgate.svc', 'tollgate.tollgate.svc.cluster.local']],
  ];
  for (const [way, options, names] of ways) {
    it(`started by ${way} answers to its names, its probes and its healthcheck, and drains at SIGTERM`, async () => {
      const dataDir = makeDataDir();
      const { child, port, exited, ...said } = await startContainer(options, dataDir);
      try {
        assert.ok(port, said.stderr);
        const { startupProbe, livenessProbe, readinessProbe } = container(plain);
        for (const { httpGet } of [startupProbe, livenessProbe, readinessProbe])
          for (const name of names) assert.equal(await statusOf(port, httpGet.path, { host: `${name}:${kPort}` }), 200, `${httpGet.path} at ${name}`);
        assert.equal(await statusOf(port, '/healthz', { host: 'elsewhere.example' }), 421);
        const address = Object.values(os.networkInterfaces()).flat().find(({ internal, family }) => !internal && family === 'IPv4')?.address;
        if (address) assert.equal(await statusOf(port, '/readyz', { host: `${address}:${kPort}` }), 200, 'the way kubelet and Prometheus call a pod');

        const scrapeKey = fs.readFileSync(path.join(dataDir, 'keys/prometheus'), 'utf8').trim();
        const { metrics_path: metrics } = yaml('compose/prometheus.yml').scrape_configs[0];
        assert.equal(await statusOf(port, metrics, { token: scrapeKey }), 200);
        assert.equal(await statusOf(port, metrics), 401);
        assert.equal(await statusOf(port, '/admin/v1/status', { token: kSecrets.TOLLGATE_ADMIN_TOKEN }), 200);
        assert.equal(await statusOf(port, '/admin/v1/status', { token: scrapeKey }), 403);
        assert.equal(fs.existsSync(path.join(dataDir, 'admin-token')), false, 'a token of its own beside the one of the environment');
        assert.equal(fs.existsSync(path.join(dataDir, 'master-key')), false, 'a master key beside the database');

        const [shell, ...asked] = healthcheck;
        const check = (number) => tool(shell, asked.map((text) => text.replace(`/${kPort}`, `/${number}`))).ok;
        assert.equal(check(port), true);
        assert.equal(check(1), false, 'a healthcheck that cannot fail');
      } finally {
        child.kill('SIGTERM');
      }
      assert.deepEqual(await exited, { code: 0, signal: null });
      fs.rmSync(dataDir, { recursive: true });
    });
  }

  it('logs JSON and nothing secret', async () => {
    const dataDir = makeDataDir();
    const started = await startContainer(compose.services.tollgate.command, dataDir);
    started.child.kill('SIGTERM');
    await started.exited;
    const lines = started.stderr.trim().split('\n');
    assert.ok(lines.length > 0);
    for (const line of lines) assert.ok(JSON.parse(line).message);
    for (const secret of Object.values(kSecrets)) assert.ok(!(started.stderr + started.stdout).includes(secret));
    fs.rmSync(dataDir, { recursive: true });
  });

  it('starts again after one that was killed, though a process with its number lives; not beside one that runs', async () => {
    const dataDir = makeDataDir();
    const other = await startGateway(); // process 1 of the next container, as it were
    try {
      fs.writeFileSync(path.join(dataDir, 'lock'), `${other.pid}\ntollgated\n${os.hostname()}\n\n\n`);
      const first = await startContainer(compose.services.tollgate.command, dataDir);
      assert.ok(first.port, first.stderr);
      const second = await startContainer(compose.services.tollgate.command, dataDir);
      assert.deepEqual([second.port, (await second.exited).code], [null, 3]);
      assert.equal(await statusOf(first.port, '/readyz'), 200);
      first.child.kill('SIGTERM');
      assert.equal((await first.exited).code, 0);
    } finally {
      await other.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe('compose.yaml', () => {
  it('is what the Compose specification says', () => {
    assert.deepEqual(composeMistakes(compose), []);
    assert.notDeepEqual(composeMistakes({ services: { a: { image: 'a:1', prots: [] } } }), []);
  });

  it('shows its ports to this machine only and takes secrets from the environment', () => {
    const { services } = compose;
    for (const [name, { ports = [] }] of Object.entries(services)) for (const port of ports) assert.match(port, /^127\.0\.0\.1:(\d+):\1$/, name);
    assert.ok(services.tollgate.ports.includes(`127.0.0.1:${kPort}:${kPort}`));
    for (const [name, value] of Object.entries(services.tollgate.environment)) assert.match(value, new RegExp(`^\\$\\{${name}:\\?`));
    for (const secret of Object.values(compose.secrets)) assert.match(secret.environment, /^[A-Z_]+$/);
    const wanted = [...Object.keys(services.tollgate.environment), ...Object.values(compose.secrets).map(({ environment }) => environment)];
    for (const name of wanted) assert.ok(read('README.md').includes(name), name);
    assert.ok(parseInt(services.tollgate.stop_grace_period, 10) > Number(imageOptions[imageOptions.indexOf('--drain-seconds') + 1]));
  });

  it('mounts files and volumes that there are, at places that are read', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      for (const mount of service.volumes ?? []) {
        const [source] = mount.split(':');
        if (source.startsWith('.')) assert.ok(fs.statSync(path.join(kDeploy, 'compose', source)).isFile(), mount);
        else assert.ok(source in compose.volumes, `${name}: ${mount}`);
      }
      for (const secret of service.secrets ?? []) assert.ok(secret in compose.secrets);
      for (const before of Object.keys(service.depends_on ?? {})) assert.ok(Array.isArray(service.depends_on) || before in compose.services);
    }
    const mountsOf = (name) => compose.services[name].volumes.map((mount) => mount.split(':')[1]);
    const copied = compose.services['scrape-key'].entrypoint;
    assert.equal(copied.at(-1), yaml('compose/prometheus.yml').scrape_configs[0].authorization.credentials_file);
    assert.ok(mountsOf('prometheus').includes(path.dirname(copied.at(-1))));
    assert.ok(mountsOf('alertmanager').includes(compose.services.alertmanager.command[0].split('=')[1]));
    assert.ok(mountsOf('grafana').includes(`${yaml('compose/grafana-dashboards.yaml').providers[0].options.path}/tollgate.json`));
    const { build } = compose.services.tollgate;
    assert.equal(path.resolve(kDeploy, 'compose', build.context), path.resolve(kRoot));
    assert.ok(fs.existsSync(path.join(kDeploy, 'compose', build.context, build.dockerfile)));
  });

  it('connects what watches to what is watched', () => {
    const prometheus = yaml('compose/prometheus.yml');
    const shipped = documents(fs.readFileSync(path.join(kRoot, 'packaging/observability/prometheus.yml'), 'utf8'))[0];
    assert.deepEqual(prometheus.global, shipped.global);
    assert.deepEqual(prometheus.rule_files, shipped.rule_files);
    const [job] = prometheus.scrape_configs;
    assert.deepEqual([job.job_name, job.metrics_path], [shipped.scrape_configs[0].job_name, shipped.scrape_configs[0].metrics_path]);
    assert.deepEqual(job.static_configs[0].targets, [`tollgate:${kPort}`]);
    const places = [...job.static_configs[0].targets, ...prometheus.alerting.alertmanagers[0].static_configs[0].targets,
      yaml('compose/grafana-datasource.yaml').datasources[0].url.replace('http://', '')];
    for (const place of places) {
      const [service, port] = place.split(':');
      assert.ok(compose.services[service].ports.some((mapping) => mapping.endsWith(`:${port}`)), place);
    }
    const { receivers, route } = yaml('compose/alertmanager.yml');
    for (const { receiver } of [route, ...route.routes]) assert.ok(receivers.some(({ name }) => name === receiver), receiver);
    const severities = [...fs.readFileSync(path.join(kRoot, 'packaging/observability/alerts.yml'), 'utf8').matchAll(/severity: (\w+)/g)].map(([, severity]) => severity);
    for (const [, severity] of read('compose/alertmanager.yml').matchAll(/severity="(\w+)"/g)) assert.ok(severities.includes(severity), severity);
    assert.equal(receivers[0].webhook_configs[0].url_file, `/run/secrets/${compose.services.alertmanager.secrets[0]}`);
  });

  it('takes a local model, which is asked first', async () => {
    const local = yaml('compose/local-model.yaml');
    const both = overlay(compose, local);
    both.services.tollgate.volumes = [compose.services.tollgate.volumes[0], ...local.services.tollgate.volumes]; // joined by place
    assert.deepEqual(composeMistakes(both), []);
    const [mounted, place] = local.services.tollgate.volumes[0].split(':');
    assert.equal(place, compose.services.tollgate.volumes[1].split(':')[1]);
    const first = yaml('compose', mounted);
    const judged = await runTollgated(['--check-config', path.join(kDeploy, 'compose', mounted)], { env: kSecrets });
    assert.equal(judged.code, 0, judged.stderr);
    for (const list of ['projects', 'keys', 'budgets']) assert.deepEqual(first[list], yaml('kubernetes/tollgate.yaml')[list]);
    const [{ provider, model }] = first.aliases[0].targets;
    assert.ok(new URL(first.providers.find(({ name }) => name === provider).base_url).hostname in local.services);
    assert.equal(local.services.model.entrypoint.at(-1), model);
    for (const { image } of Object.values(local.services)) if (image) assert.match(image, /:\d+\.\d+\.\d+$/);
  });

  it('has a Prometheus configuration that promtool accepts, with the shipped rules beside it', () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tollgate-compose-'));
    fs.writeFileSync(path.join(directory, 'prometheus.yml'), read('compose/prometheus.yml').replace('/scrape/tollgate-key', 'tollgate-key'));
    fs.copyFileSync(path.join(kRoot, 'packaging/observability/alerts.yml'), path.join(directory, 'alerts.yml'));
    fs.writeFileSync(path.join(directory, 'tollgate-key'), 'none\n');
    const { ok, output } = promtool(['check', 'config', 'prometheus.yml'], directory);
    fs.rmSync(directory, { recursive: true });
    assert.ok(ok, output);
  });
});
