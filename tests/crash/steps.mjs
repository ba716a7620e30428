// Loaded into the real process before the program (`node --import`): hears its durable steps, notes them, and ends the
// process with SIGKILL at the one that the test names. The program itself has no such switch.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const {
  PAYESH_TEST_DIST = '',
  PAYESH_TEST_KILL_AT = '0',
  PAYESH_TEST_READ_ONLY_AT = '0',
  PAYESH_TEST_DISK,
  PAYESH_TEST_STEPS,
  PAYESH_TEST_MINUTES_LATER = '0',
} = process.env;

// A clock that is so many minutes ahead, for what is tried again only after a while.
const ahead = Number(PAYESH_TEST_MINUTES_LATER) * 60_000;
if (ahead > 0) {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length === 0 ? [Real.now() + ahead] : parts));
    }
    static now() {
      return Real.now() + ahead;
    }
  };
}

const { hearDurableSteps } = await import(pathToFileURL(join(PAYESH_TEST_DIST, 'src', 'domain', 'durable.js')).href);

const killAt = Number(PAYESH_TEST_KILL_AT);
const readOnlyAt = Number(PAYESH_TEST_READ_ONLY_AT);
let steps = 0;
hearDurableSteps((step) => {
  steps += 1;
  if (PAYESH_TEST_STEPS) appendFileSync(PAYESH_TEST_STEPS, `${step}\n`);
  if (steps === killAt) process.kill(process.pid, 'SIGKILL');
  // As a disk does that meets a fault: from now on nothing can be written to it, whoever has files open.
  if (steps === readOnlyAt) execFileSync('mount', ['-o', 'remount,abort', PAYESH_TEST_DISK]);
});
