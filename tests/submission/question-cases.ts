import type { SubmissionContext } from '../../src/check/submission/check.js';
import type { FactField } from '../../src/domain/fact.js';
import type { Project } from '../../src/domain/plan.js';
import { TOWN } from './town.js';

const A = '1399-R03-0001';
const MILLIARD = 1_000_000_000;

/** A sheet that raises a question at a place, and one just inside the threshold that does not. Budget of every project: 10 milliard. */
export interface QuestionCase {
  code: string;
  at: string;
  asked: string;
  quiet: string;
  context: Partial<SubmissionContext>;
}

type Seen = Partial<Record<FactField, Record<string, number>>>;

/** Earlier figures of every code: month of 1399, or a whole period, → value. */
const seen = (figures: Seen): Partial<SubmissionContext> => ({
  history: () =>
    (Object.keys(figures) as FactField[]).flatMap((field) =>
      Object.entries(figures[field] ?? {}).map(([time, value]) => ({
        field,
        period: time.length > 2 ? time : `1399-${time.padStart(2, '0')}`,
        value,
        department: 'R03',
      })),
    ),
});

const withProject = (more: Partial<Project>): Partial<SubmissionContext> => ({
  planAt: () => ({ ...TOWN, projects: TOWN.projects.map((one) => (one.code === A ? { ...one, ...more } : one)) }),
});

const code = (number: number) => `1399-R03-01${String(number).padStart(2, '0')}`;
/** A town with twelve equal projects, and a line for each. */
const twelve: Partial<SubmissionContext> = {
  planAt: () => {
    const [first] = TOWN.projects;
    if (!first) throw new Error('the town has no project');
    return { ...TOWN, projects: Array.from({ length: 12 }, (_, index) => ({ ...first, code: code(index + 1) })) };
  },
};
const lines = (head: string, cells: (number: number) => string, count = 12): string =>
  [head, ...Array.from({ length: count }, (_, index) => `${code(index + 1)} | ${cells(index + 1)}`)].join('\n');

const PHYSICAL = 'project | physical_percent';
const SPENT = 'project | spent_rial';
const BOTH = 'project | physical_percent | spent_rial';

const one = (head: string, ...cells: (number | string)[]): string => `${head}\n${[A, ...cells].join(' | ')}`;

export const QUESTION_CASES: QuestionCase[] = [
  {
    code: 'SUB_UNIT_SLIP_UP',
    at: 'B2',
    asked: one(SPENT, 4.1 * MILLIARD),
    quiet: one(SPENT, 1.9 * MILLIARD),
    context: seen({ spent_rial: { 5: 0.4 * MILLIARD } }),
  },
  {
    code: 'SUB_UNIT_SLIP_DOWN',
    at: 'B2',
    asked: one(SPENT, 4_100),
    quiet: one(SPENT, 4.1 * MILLIARD),
    context: seen({ spent_rial: { 5: 4 * MILLIARD } }),
  },
  {
    code: 'SUB_COLUMN_SLIP_UP',
    at: 'B1',
    asked: lines(SPENT, (number) => String((4 + number / 10) * MILLIARD)),
    quiet: lines(SPENT, (number) => String((1 + number / 10) * MILLIARD)),
    context: { ...twelve, ...seen({ spent_rial: { 5: 0.4 * MILLIARD } }) },
  },
  {
    code: 'SUB_COLUMN_SLIP_DOWN',
    at: 'B1',
    asked: lines(SPENT, (number) => String(4_000 + number)),
    quiet: lines(SPENT, (number) => String((4 + number / 10) * MILLIARD)),
    context: { ...twelve, ...seen({ spent_rial: { 5: 4 * MILLIARD } }) },
  },
  {
    code: 'SUB_AFTER_CANCELLED',
    at: 'B2',
    asked: one(PHYSICAL, 23),
    quiet: one(PHYSICAL, 21),
    context: { ...withProject({ status: 'cancelled', statusEffective: '1399-04' }), ...seen({ physical: { 3: 0.2 } }) },
  },
  {
    code: 'SUB_AFTER_SUSPENDED',
    at: 'B2',
    asked: one(SPENT, 3.1 * MILLIARD),
    quiet: one(SPENT, 2.9 * MILLIARD),
    context: {
      ...withProject({ status: 'suspended', statusEffective: '1399-04' }),
      ...seen({ spent_rial: { 3: MILLIARD } }),
    },
  },
  {
    code: 'SUB_BEFORE_START',
    at: 'B2',
    asked: one(PHYSICAL, 10),
    quiet: one(PHYSICAL, 0),
    context: withProject({ startMonth: 8 }),
  },
  {
    code: 'SUB_AFTER_END',
    at: 'B2',
    asked: one(PHYSICAL, 71),
    quiet: one(PHYSICAL, 69),
    context: { ...withProject({ endMonth: 2 }), ...seen({ physical: { 5: 0.5 } }) },
  },
  {
    code: 'SUB_OVER_BUDGET',
    at: 'B2',
    asked: one(SPENT, 11.2 * MILLIARD),
    quiet: one(SPENT, 10.9 * MILLIARD),
    context: {},
  },
  {
    code: 'SUB_ALLOCATED_OVER_APPROVED',
    at: 'B2',
    asked: one('project | allocated_rial', 11.2 * MILLIARD),
    quiet: one('project | allocated_rial', 10.9 * MILLIARD),
    context: {},
  },
  {
    code: 'SUB_COMMITTED_OVER_APPROVED',
    at: 'B2',
    asked: one('project | committed_rial', 15.2 * MILLIARD),
    quiet: one('project | committed_rial', 14.9 * MILLIARD),
    context: {},
  },
  {
    code: 'SUB_SPENT_OVER_ALLOCATED',
    at: 'C2',
    asked: one('project | allocated_rial | spent_rial', MILLIARD, 1.2 * MILLIARD),
    quiet: one('project | allocated_rial | spent_rial', MILLIARD, 1.05 * MILLIARD),
    context: {},
  },
  {
    code: 'SUB_SPENT_OVER_COMMITTED',
    at: 'C2',
    asked: one('project | committed_rial | spent_rial', MILLIARD, 1.2 * MILLIARD),
    quiet: one('project | committed_rial | spent_rial', MILLIARD, 1.05 * MILLIARD),
    context: {},
  },
  {
    code: 'SUB_DONE_STILL_SPENDING',
    at: 'C2',
    asked: one(BOTH, 100, 7.1 * MILLIARD),
    quiet: one(BOTH, 100, 6.9 * MILLIARD),
    context: seen({ physical: { 4: 1, 5: 1 }, spent_rial: { 4: 5 * MILLIARD, 5: 5.5 * MILLIARD } }),
  },
  {
    code: 'SUB_SPENDING_NO_PROGRESS',
    at: 'B2',
    asked: one(`${BOTH} | advance_rial`, 0, 4 * MILLIARD, 0.9 * MILLIARD),
    quiet: one(`${BOTH} | advance_rial`, 0, 4 * MILLIARD, 1.1 * MILLIARD),
    context: {},
  },
  {
    code: 'SUB_JUMP',
    at: 'B2',
    asked: one(PHYSICAL, 51),
    quiet: one(PHYSICAL, 49),
    context: seen({ physical: { 5: 0.1 } }),
  },
  {
    code: 'SUB_NINETY_FOR_EVER',
    at: 'B2',
    asked: one(PHYSICAL, 93),
    quiet: one(PHYSICAL, 100),
    context: seen({ physical: { 2: 0.9, 3: 0.91, 4: 0.92, 5: 0.92 } }),
  },
  {
    code: 'SUB_UNCHANGED',
    at: 'B2',
    asked: one(BOTH, 40, MILLIARD),
    quiet: one(BOTH, 40, 1.1 * MILLIARD),
    context: seen({ physical: { 3: 0.4, 4: 0.4, 5: 0.4 }, spent_rial: { 3: MILLIARD, 4: MILLIARD, 5: MILLIARD } }),
  },
  {
    code: 'SUB_SHEET_COPIED',
    at: 'row 1',
    asked: lines(PHYSICAL, (number) => (number === 1 ? '35' : '31')),
    quiet: lines(PHYSICAL, (number) => (number <= 2 ? '35' : '31')),
    context: { ...twelve, ...seen({ physical: { 5: 0.31 } }) },
  },
  {
    code: 'SUB_ROUND_NUMBERS',
    at: 'B1',
    asked: lines(PHYSICAL, (number) => (number <= 10 ? '30' : '37')),
    quiet: lines(PHYSICAL, (number) => (number <= 9 ? '30' : '37')),
    context: twelve,
  },
  {
    code: 'SUB_INDICATOR_UNLIKE_HISTORY',
    at: 'B2',
    asked: 'indicator | value\nSH-01 | 21',
    quiet: 'indicator | value\nSH-01 | 18',
    context: seen({ value: { '1398-08': 10, '1398-10': 11, '1398-12': 10, 2: 12, 4: 11 } }),
  },
  {
    code: 'SUB_SPENDING_UNLIKE_HISTORY',
    at: 'B2',
    asked: one(SPENT, 3.2 * MILLIARD),
    quiet: one(SPENT, 2.8 * MILLIARD),
    context: seen({
      spent_rial: { 1: 0.2 * MILLIARD, 2: 0.4 * MILLIARD, 3: 0.6 * MILLIARD, 4: 0.8 * MILLIARD, 5: MILLIARD },
    }),
  },
  {
    code: 'SUB_UNLIKE_PEERS',
    at: 'C2',
    asked: lines(BOTH, (number) => `50 | ${(number === 1 ? 0.3 : 5) * MILLIARD}`),
    quiet: lines(BOTH, (number) => `50 | ${(number === 1 ? 0.4 : 5) * MILLIARD}`),
    context: twelve,
  },
];
