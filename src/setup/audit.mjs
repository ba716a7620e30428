// `npm run audit`: known faults of what is shipped, of severity high and critical. A registry that answers no audit is said
// loudly: then nobody knows, which is not the same as well.
import { spawnSync } from 'node:child_process';
import { npm, ROOT, say } from './process.mjs';

const { file, args, shell = false } = npm('audit', '--omit=dev', '--audit-level=high', '--json');
const { stdout } = spawnSync(file, args, { cwd: ROOT, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

function answerOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const answer = answerOf(stdout);
const counts = answer?.metadata?.vulnerabilities;
if (!counts) {
  say(`!! NOT AUDITED: the registry gave no answer about known faults (${answer?.message ?? 'no answer'}).`);
  say('!! Run npm run audit where the public registry can be reached before you ship.');
  process.exit(0);
}
for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities ?? {}))
  say(`${severity.padEnd(9)} ${name} ${range}`);
const serious = counts.high + counts.critical;
say(
  serious === 0 ? 'Audited: no known fault of severity high or critical.' : `AUDIT FAILED: ${serious} serious faults.`,
);
process.exit(serious === 0 ? 0 : 1);
