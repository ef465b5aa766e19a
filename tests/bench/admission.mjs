// What policy costs by itself: tests/bench/admission_bench.cpp, built beside the gateway.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { number, table } from './table.mjs';

const kAdmissionAimUs = 3;

/** Microseconds per admission with one thread and with two; null where the executable was not built. */
export function measureAdmission(tollgated) {
  const program = path.join(path.dirname(path.resolve(tollgated)), 'admission_bench');
  return fs.existsSync(program) ? JSON.parse(execFileSync(program, ['--json'], { encoding: 'utf8' })) : null;
}

export function admissionTable(rows) {
  return table(
    ['', 'µs/admission', 'aim', 'µs with settlement', 'CPU µs'],
    rows.map(({ threads, admitUs, wholeUs, cpuUs }) => [
      `${threads} thread${threads > 1 ? 's' : ''}`, number(admitUs, 2), `≤ ${kAdmissionAimUs}`, number(wholeUs, 2), number(cpuUs, 2),
    ]),
  );
}
