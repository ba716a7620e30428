import { readPlanPackage } from '../../src/check/plan/read-package.js';
import { JALALI } from '../../src/domain/calendar.js';
import type { FindingCode } from '../../src/domain/finding.js';
import { PLAN_CASES, PROJECTS } from '../plan/fault-cases.js';
import { faults, packageFrom, SOUND, tables } from '../plan/organisation.js';
import { type FindingCase, firstOfEach } from './case.js';

/** Faults of a plan package: one table of the smallest sound organisation is changed. */
const PACKAGES: FindingCase[] = PLAN_CASES.map(([found, texts]) => ({
  code: found.split(' ')[0] as FindingCode,
  produce: () => faults(texts),
}));

/** What needs more than texts: a hidden row, and a version that was in force before. */
const BESIDE: FindingCase[] = [
  {
    code: 'PLAN_HIDDEN_ROWS',
    produce: () => {
      const hidden = tables(SOUND).map((one) => ({
        ...one,
        table: { ...one.table, rows: one.table.rows.map((row) => ({ ...row, hidden: row.number === 2 })) },
      }));
      return readPlanPackage(hidden, JALALI).findings;
    },
  },
  {
    code: 'PLAN_CODE_VANISHED',
    produce: () => faults({ projects: `${PROJECTS}\nP1,Bridge,S1,D1,1398\nP2,Bridge 2,S1,D1,1399` }, packageFrom()),
  },
  {
    code: 'PLAN_PROJECT_YEAR_MOVED',
    produce: () =>
      faults(
        { projects: `${PROJECTS}\nP1,Bridge,S1,D1,1399\nP2,Bridge 2,S1,D1,1399\nP3,Lamps,S2,D2,1399` },
        packageFrom(),
      ),
  },
];

export const PLAN_PRODUCED: FindingCase[] = firstOfEach([...PACKAGES, ...BESIDE]);
