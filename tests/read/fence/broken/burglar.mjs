import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

// Tries what a taken-over reader would try, and tells how far it got in place of a fault.
const tries = {
  read: () => readFileSync('/etc/hosts'),
  write: () => writeFileSync('/tmp/payesh-burglar', 'x'),
  spawn: () => spawnSync('true'),
  environment: () => {
    if (Object.keys(process.env).length === 0) throw Object.assign(new Error('empty'), { code: 'EMPTY' });
  },
};
process.stdin.once('data', () => {
  const outcomes = Object.entries(tries).map(([name, attempt]) => {
    try {
      attempt();
      return `${name} DONE`;
    } catch (fault) {
      return `${name} ${fault.code}`;
    }
  });
  process.stdout.write(`${JSON.stringify({ line: 'fault', reason: outcomes.join(', ') })}\n`);
});
