// packaging/deploy in a cluster: manifests and chart are what Kubernetes takes and mean the same, the Terraform module gives the
// chart what it accepts.
import { parse as parseHcl } from '@cdktf/hcl2json';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  container, documents, imageOptions, kDeploy, kPort, kVersion, manifestMistakes, one, overlay, plainManifests, read, renderChart, tool,
  valuesMistakes, yaml,
} from './support/deploy.mjs';

const kImage = `tollgate:${kVersion}`;
const plain = plainManifests();
const charted = async (values, release) => {
  const { 'NOTES.txt': notes, ...templates } = await renderChart(values, release);
  return Object.assign(Object.values(templates).flatMap(documents), { notes });
};

describe('the Kubernetes manifests', () => {
  it('are what Kubernetes takes, field by field', () => {
    for (const manifest of [...plain, ...plainManifests('kubernetes/monitoring')]) assert.deepEqual(manifestMistakes(manifest), [], manifest.kind);
    const set = structuredClone(one(plain, 'StatefulSet'));
    set.spec.template.spec.containers[0].livenessProb = {};
    set.spec.replicas = 'one';
    assert.deepEqual(manifestMistakes(set), ['/spec/replicas type {"type":"integer"}', '/spec/template/spec/containers/0/livenessProb is unknown']);
  });

  it('are put together by kubectl', (t) => {
    const built = tool('kubectl', ['kustomize', path.join(kDeploy, 'kubernetes')]);
    if (built === null) return t.skip('no kubectl');
    assert.ok(built.ok, built.complaint);
    const kinds = (manifests) => manifests.map(({ kind }) => kind).sort();
    const made = documents(built.output);
    assert.deepEqual(kinds(made), kinds(plain));
    const map = one(made, 'ConfigMap');
    assert.equal(map.data['tollgate.yaml'], read('kubernetes/tollgate.yaml'));
    assert.equal(one(made, 'StatefulSet').spec.template.spec.volumes[0].configMap.name, map.metadata.name);
    assert.notEqual(map.metadata.name, 'tollgate', 'a changed configuration would start nothing anew');
    assert.ok(tool('kubectl', ['kustomize', path.join(kDeploy, 'kubernetes/monitoring')]).ok);
  });

  it('belong together: names, labels, ports, places', () => {
    const set = one(plain, 'StatefulSet');
    const { metadata: { labels }, spec: pod } = set.spec.template;
    const service = one(plain, 'Service');
    assert.equal(set.spec.replicas, 1);
    assert.equal(set.spec.serviceName, service.metadata.name);
    assert.deepEqual(service.spec.selector, labels);
    assert.deepEqual(set.spec.selector.matchLabels, labels);
    assert.deepEqual(one(plain, 'NetworkPolicy').spec.podSelector.matchLabels, labels);
    assert.deepEqual(one(plainManifests('kubernetes/monitoring'), 'ServiceMonitor').spec.selector.matchLabels, service.metadata.labels);
    assert.equal(pod.containers[0].image, kImage);
    assert.equal(pod.containers[0].ports[0].containerPort, kPort);
    assert.equal(service.spec.ports[0].port, kPort);
    assert.equal(one(plain, 'NetworkPolicy').spec.ingress[0].ports[0].port, kPort);
    assert.equal(pod.serviceAccountName, one(plain, 'ServiceAccount').metadata.name);
    const places = [...pod.volumes.map(({ name }) => name), ...set.spec.volumeClaimTemplates.map(({ metadata }) => metadata.name)];
    assert.deepEqual(pod.containers[0].volumeMounts.map(({ name }) => name).sort(), places.sort());
    assert.equal(pod.containers[0].volumeMounts.find(({ name }) => name === 'data').mountPath, imageOptions[1]);
    assert.ok(pod.terminationGracePeriodSeconds > Number(imageOptions[imageOptions.indexOf('--drain-seconds') + 1]));
  });

  it('have no Secret in them, and a pod that may nothing', () => {
    assert.equal(one(plain, 'Secret'), undefined);
    const { securityContext } = container(plain);
    assert.deepEqual(securityContext, { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    assert.equal(one(plain, 'StatefulSet').spec.template.spec.automountServiceAccountToken, false);
  });
});

describe('the Helm chart', () => {
  it('makes what the plain manifests say', async () => {
    const neat = (manifests) =>
      manifests.filter(({ kind }) => kind !== 'Namespace').map((manifest) => {
        const copy = structuredClone(manifest);
        delete copy.metadata.labels;
        if (copy.kind === 'StatefulSet') {
          delete copy.spec.template.metadata.annotations;
          for (const empty of ['nodeSelector', 'tolerations', 'affinity']) {
            assert.equal(Object.keys(copy.spec.template.spec[empty] ?? {}).length, 0);
            delete copy.spec.template.spec[empty];
          }
        }
        return copy;
      }).sort((a, b) => a.kind.localeCompare(b.kind));
    assert.deepEqual(neat(await charted()), neat(plain));
    const [monitor] = (await charted({ serviceMonitor: { enabled: true } })).filter(({ kind }) => kind === 'ServiceMonitor');
    assert.deepEqual(neat([monitor]), neat(plainManifests('kubernetes/monitoring')));
  });

  it('is what Kubernetes takes under any values, and does what they say', async () => {
    const values = {
      image: { repository: 'registry.example/team/tollgate', pullSecrets: ['pull'] },
      existingSecret: 'mine',
      allowHosts: ['gateway.example'],
      extraArgs: ['--log-level', 'debug'],
      clusterDomain: 'corp.example',
      service: { type: 'NodePort', port: 80 },
      persistence: { size: '1Ti', storageClass: 'fast' },
      nodeSelector: { disk: 'ssd' },
      tolerations: [{ key: 'gpu', operator: 'Exists' }],
      podAnnotations: { 'example.com/a': 'b "c"' },
      networkPolicy: { egressPorts: [11434] },
      serviceMonitor: { enabled: true, interval: '30s' },
      config: 'projects:\n  - name: "{{ not a template }}"\n',
    };
    assert.deepEqual(valuesMistakes(overlay(yaml('helm/tollgate/values.yaml'), values)), []);
    const made = await charted(values, { name: 'edge', namespace: 'ai' });
    for (const manifest of made) assert.deepEqual(manifestMistakes(manifest), [], manifest.kind);
    const set = one(made, 'StatefulSet');
    const [{ image, args, envFrom }] = set.spec.template.spec.containers;
    assert.equal(image, `registry.example/team/${kImage}`);
    assert.equal(envFrom[0].secretRef.name, 'mine');
    for (const text of ['edge', 'edge.ai', 'edge.ai.svc.corp.example', 'gateway.example', 'debug']) assert.ok(args.includes(text), text);
    assert.deepEqual(set.spec.template.spec.imagePullSecrets, [{ name: 'pull' }]);
    assert.equal(set.spec.template.metadata.annotations['example.com/a'], 'b "c"');
    assert.equal(set.spec.volumeClaimTemplates[0].spec.storageClassName, 'fast');
    assert.equal(set.spec.template.spec.volumes[0].configMap.name, one(made, 'ConfigMap').metadata.name);
    assert.equal(one(made, 'ConfigMap').data['tollgate.yaml'], values.config);
    assert.equal(one(made, 'NetworkPolicy').spec.egress[1].ports[1].port, 11434);
    assert.equal(one(made, 'Service').spec.ports[0].port, 80);
    const sum = (manifests) => one(manifests, 'StatefulSet').spec.template.metadata.annotations['checksum/config'];
    assert.notEqual(sum(made), sum(await charted()));
    assert.match(made.notes, /http:\/\/edge\.ai:80\/v1[\s\S]*Secret mine[\s\S]*edge-0 -- cat \/data\/keys\/prometheus/);
    assert.equal(one(await charted({ networkPolicy: { enabled: false } }), 'NetworkPolicy'), undefined);
  });

  it('refuses values that make no sense', () => {
    const values = yaml('helm/tollgate/values.yaml');
    assert.deepEqual(valuesMistakes(values), []);
    const cases = [{ replicas: 2 }, { image: { ...values.image, tag: 'latest' } }, { service: { type: 'ClusterIP', port: 0 } },
      { persistence: { size: 'much' } }, { terminationGracePeriodSeconds: 30 }, { config: '' }, { existingSecret: '' }];
    for (const wrong of cases) assert.notDeepEqual(valuesMistakes({ ...values, ...wrong }), [], JSON.stringify(wrong));
  });
});

describe('the Terraform module', () => {
  const folders = ['terraform', 'terraform/example'];
  const parsed = (folder) => {
    const named = fs.readdirSync(path.join(kDeploy, folder)).filter((file) => file.endsWith('.tf'));
    return Promise.all(named.map((file) => parseHcl(file, read(folder, file)))).then((parts) => {
      const whole = {};
      for (const part of parts) for (const [block, inner] of Object.entries(part)) whole[block] = Array.isArray(inner) ? [...(whole[block] ?? []), ...inner] : { ...whole[block], ...inner };
      return whole;
    });
  };

  it('uses every variable it has, and none it has not', async () => {
    for (const folder of folders) {
      const { variable } = await parsed(folder);
      const text = fs.readdirSync(path.join(kDeploy, folder)).filter((file) => file.endsWith('.tf') && file !== 'variables.tf').map((file) => read(folder, file)).join('\n');
      assert.deepEqual([...new Set([...text.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name))].sort(), Object.keys(variable).sort(), folder);
      for (const [name, [{ description }]] of Object.entries(variable)) assert.ok(description, name);
    }
    const { variable } = await parsed('terraform');
    const { source, ...given } = (await parsed('terraform/example')).module.tollgate[0];
    assert.equal(path.resolve(kDeploy, 'terraform/example', source), path.resolve(kDeploy, 'terraform'));
    for (const name of Object.keys(given)) assert.ok(name in variable, name);
    for (const [name, [{ default: otherwise }]] of Object.entries(variable)) if (otherwise === undefined) assert.ok(name in given, name);
    const { chart } = (await parsed('terraform')).resource.helm_release.tollgate[0];
    assert.ok(fs.existsSync(path.join(chart.replace('${path.module}', path.join(kDeploy, 'terraform')), 'Chart.yaml')));
  });

  it('is formatted, valid, and gives the chart values it accepts', async (t) => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tollgate-terraform-'));
    const options = { cwd: directory, env: { ...process.env, CHECKPOINT_DISABLE: '1', HOME: directory, TF_IN_AUTOMATION: '1' } };
    try {
      const formatted = tool('terraform', ['fmt', '-check', '-recursive', path.join(kDeploy, 'terraform')], options);
      if (formatted === null) return t.skip('no terraform');
      assert.ok(formatted.ok, formatted.output + formatted.complaint);
      // Helm's provider has to be downloaded; Terraform's own resource takes its place, and keeps what the release would be given.
      fs.writeFileSync(path.join(directory, 'variables.tf'), read('terraform/variables.tf'));
      fs.writeFileSync(path.join(directory, 'main.tf'), `resource "terraform_data" "given" {\n  input = {\n${read('terraform/main.tf').split('\n').slice(2).join('\n')}\n}\n`);
      fs.writeFileSync(path.join(directory, 'outputs.tf'), read('terraform/outputs.tf').replace(/output "version"[\s\S]*?\n}\n/, 'output "given" {\n  value = terraform_data.given.output\n}\n'));
      fs.writeFileSync(path.join(directory, 'terraform.tfvars.json'), JSON.stringify({
        image: { repository: 'registry.example/tollgate', tag: kVersion }, config: read('kubernetes/tollgate.yaml'), allow_hosts: ['gateway.example'],
        service_monitor: true, values: { resources: { limits: { memory: '2Gi' } } },
      }));
      for (const args of [['init', '-backend=false'], ['validate'], ['apply', '-auto-approve', '-input=false']]) {
        const { ok, output, complaint } = tool('terraform', [...args, '-no-color'], options);
        assert.ok(ok, output + complaint);
      }
      const { given, url } = JSON.parse(tool('terraform', ['output', '-json'], options).output);
      assert.equal(url.value, `http://tollgate.tollgate.svc:${kPort}/v1`);
      const values = given.value.values.map((text) => documents(text)[0]).reduce(overlay, {});
      assert.deepEqual(valuesMistakes(overlay(yaml('helm/tollgate/values.yaml'), values)), []);
      const made = await charted(values);
      for (const manifest of made) assert.deepEqual(manifestMistakes(manifest), [], manifest.kind);
      assert.ok(container(made).args.includes('gateway.example'));
      assert.ok(one(made, 'ServiceMonitor'));
      fs.writeFileSync(path.join(directory, 'terraform.tfvars.json'), JSON.stringify({ image: { repository: 'a', tag: 'latest' } }));
      assert.equal(tool('terraform', ['plan', '-input=false', '-no-color'], options).ok, false);
    } finally {
      fs.rmSync(directory, { recursive: true, force: true });
    }
  });
});
