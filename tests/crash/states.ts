import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JALALI } from '../../src/domain/calendar.js';
import { openStore } from '../../src/store/open.js';
import { files, finalState } from './rig.js';

/**
 * Published sets: each file is the one that its manifest names, editions and runs are those of an undisturbed run, and the
 * database knows them. The bytes of a workbook differ from run to run (the container notes times), its run does not.
 */
export function reportState(root: string): unknown {
  const reports = join(root, 'reports');
  const periods = readdirSync(reports).filter((name) => /^\d/.test(name));
  const store = openStore(join(root, 'data', 'payesh.db'), {
    create: false,
    calendar: JALALI,
    now: () => '2030-01-01T00:00:00.000Z',
  });
  try {
    return {
      ...finalState(root),
      sets: periods.sort().map((period) => {
        const manifest = JSON.parse(readFileSync(join(reports, period, 'manifest.json'), 'utf8'));
        const lying = files(join(reports, period)).filter((line) => !line.startsWith('manifest.json'));
        const named = manifest.files.map(({ file, sha256 }: { file: string; sha256: string }) => `${file} ${sha256}`);
        const known = store.reports.latest(period);
        return {
          period,
          edition: manifest.edition,
          run: manifest.run,
          whole: JSON.stringify(lying) === JSON.stringify(named.sort()),
          known: known && { edition: known.edition, digest: known.digest, files: known.files.map(({ path }) => path) },
        };
      }),
      staging: readdirSync(join(reports, '.staging')).filter((name) => name.includes('.old')),
    };
  } finally {
    store.close();
  }
}

/** Every backup under a final name is whole and knows all that the database knows. */
export function backupState(root: string): unknown {
  const folder = join(root, 'data', 'backup');
  const final = readdirSync(folder).filter((name) => name.endsWith('.db'));
  const sound = final.map((name) => {
    const store = openStore(join(folder, name), {
      create: false,
      calendar: JALALI,
      now: () => '2030-01-01T00:00:00.000Z',
      readonly: true,
    });
    try {
      return { problems: store.verify(), facts: store.facts.currentFacts().length };
    } finally {
      store.close();
    }
  });
  return {
    ...finalState(root),
    sound: [...new Set(sound.map((each) => JSON.stringify(each)))],
    some: final.length > 0,
  };
}
