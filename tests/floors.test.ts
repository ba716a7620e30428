import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Cruise {
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
}

function cruise(...folders: string[]): Cruise {
  const output = execFileSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      '--no-progress',
      ...folders,
    ],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  return JSON.parse(output) as Cruise;
}

it('keeps the floors: who may import whom', () => {
  const { summary } = cruise('src', 'jobs', 'reports');
  expect(summary.totalCruised).toBeGreaterThan(100);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

it('reads the clock and the environment only where the outside world begins', () => {
  const allowed = /^src\/(pipeline\/|cli\/main\.ts|setup\/)/;
  const offenders = sources('src', 'jobs', 'reports').filter(
    (file) =>
      !allowed.test(file) && /new Date\(\)|Date\.now\(|process\.env/.test(withoutComments(readFileSync(file, 'utf8'))),
  );
  expect(offenders).toEqual([]);
});

function sources(...roots: string[]): string[] {
  return roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, name)),
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
