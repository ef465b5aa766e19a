// clang-tidy over every source of a build's compile_commands.json, in parallel. A file found clean is not looked at
// again until it, a project header it includes, its flags, the checks or clang-tidy itself change.
//
//   node tests/lint/tidy.mjs build/release
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fs.realpathSync('.');
const build = process.argv[2] ?? 'build/release';
const cacheBase = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
const cache = path.join(cacheBase, 'tollgate-tidy');
fs.mkdirSync(cache, { recursive: true });

const hashes = new Map();
function fileHash(file) {
  if (!hashes.has(file)) hashes.set(file, createHash('sha256').update(fs.readFileSync(file)).digest('hex'));
  return hashes.get(file);
}

/** Object file → the project's own files it was compiled from, as ninja knows them. */
function dependencies() {
  const text = execFileSync('ninja', ['-C', build, '-t', 'deps'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const found = new Map();
  let files = [];
  for (const line of text.split('\n')) {
    const object = /^(\S.*): #deps/.exec(line)?.[1];
    if (object) found.set(object, (files = []));
    else if (line.startsWith('    ')) files.push(path.relative(root, path.resolve(build, line.trim())));
  }
  for (const [object, all] of found) found.set(object, all.filter((file) => !/^(\.\.|build)\//.test(file)).sort());
  return found;
}

function jobs() {
  const known = dependencies();
  const tools = execFileSync('clang-tidy', ['--version'], { encoding: 'utf8' }) + fs.readFileSync('.clang-tidy', 'utf8') + fs.readFileSync('tests/.clang-tidy', 'utf8');
  const commands = JSON.parse(fs.readFileSync(path.join(build, 'compile_commands.json'), 'utf8'));
  return commands.flatMap(({ file, command, output }) => {
    const source = path.relative(root, file);
    const object = output ?? / -o (\S+)/.exec(command)[1];
    if (/^(\.\.|build)\//.test(source)) return [];
    const flags = command.replaceAll(root, '').replaceAll(build, '').replace(' -Werror', '');
    const parts = [tools, flags, ...(known.get(object) ?? [source]).map((each) => `${each} ${fileHash(each)}`)];
    return [{ source, key: createHash('sha256').update(parts.join('\n')).digest('hex') }];
  });
}

/** One job per source: clang-tidy goes through all the ways a file is compiled in one run by itself. */
function onePerSource(each) {
  const bySource = new Map();
  for (const { source, key } of each) bySource.set(source, [...(bySource.get(source) ?? []), key]);
  return [...bySource].map(([source, keys]) => ({
    source,
    key: keys.length === 1 ? keys[0] : createHash('sha256').update(keys.sort().join('\n')).digest('hex'),
  }));
}

/** What clang-tidy has to say, or null when it is content. */
async function complaints(source) {
  try {
    // The compiler's own switches are no matter of clang's: it need not know them all, and its warnings are not ours.
    const lenient = ['--extra-arg=-Wno-unknown-warning-option', '--extra-arg=-Wno-error'];
    await run('clang-tidy', ['-quiet', '-p', build, ...lenient, source], { maxBuffer: 1 << 26 });
    return null;
  } catch (error) {
    return error.stdout || error.stderr || String(error);
  }
}

const all = onePerSource(jobs());
const due = all.filter(({ key }) => !fs.existsSync(path.join(cache, key)));
console.log(`${all.length} sources, ${due.length} of them new or changed`);
const slow = [];
let failed = 0;
async function worker(queue) {
  for (let job = queue.pop(); job; job = queue.pop()) {
    const started = performance.now();
    const text = await complaints(job.source);
    slow.push({ source: job.source, seconds: (performance.now() - started) / 1000 });
    if (text === null) {
      fs.writeFileSync(path.join(cache, job.key), '');
    } else {
      failed += 1;
      console.log(text);
    }
  }
}
const queue = [...due].reverse();
await Promise.all(Array.from({ length: os.cpus().length }, () => worker(queue)));
if (slow.length > 0) {
  const { source, seconds } = slow.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  const mean = slow.reduce((sum, each) => sum + each.seconds, 0) / slow.length;
  console.log(`${mean.toFixed(1)} s per source, at most ${seconds.toFixed(1)} s (${source})`);
}
console.log(failed === 0 ? 'clang-tidy is content' : `clang-tidy complains about ${failed} sources`);
process.exitCode = failed === 0 ? 0 : 1;
