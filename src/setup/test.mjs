// `npm test`: every check there is, then one summary. With arguments (`npm test -- tests/store`) only those tests.
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { node, run, say } from './process.mjs';

const bin = (...parts) => join('node_modules', ...parts);
const chosen = process.argv.slice(2);

ensure();
build();

const checks = [
  ['types', node(bin('typescript', 'bin', 'tsc'), '--noEmit')],
  ['lint', node(bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.')],
  ['tests', node(bin('vitest', 'vitest.mjs'), 'run', ...chosen)],
];

const outcomes = checks
  .filter(([name]) => chosen.length === 0 || name === 'tests')
  .map(([name, command]) => {
    const started = performance.now();
    const code = run(command, { stdout: 'inherit' });
    return { name, code, seconds: ((performance.now() - started) / 1000).toFixed(1) };
  });

say('');
for (const { name, code, seconds } of outcomes)
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(6)} ${seconds} s`);
process.exit(outcomes.every(({ code }) => code === 0) ? 0 : 1);
