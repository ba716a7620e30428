import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { ChangeKind, ChangeStep } from '../../src/domain/gap-changes.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, quoted, refTo } from '../../src/report/sheet.js';
import type { Layout } from './layout.js';
import { known } from './roll-up.js';
import { TREE_LETTERS } from './tree-columns.js';
import type { Voice } from './voice.js';

const points = (ratio: number | null) => (ratio === null ? null : ratio * 100);

/** Rows of the table of steps by what they say. */
export interface StepRows {
  start: number;
  sum: number;
  now: number;
  of(kind: ChangeKind): number | null;
}

export function stepRows({ gapSince }: MonthFigures, first: number): StepRows {
  const kinds = (gapSince?.changes.steps ?? []).map(({ kind }) => kind);
  const at = (kind: ChangeKind) => kinds.indexOf(kind);
  const sum = first + 1 + kinds.length;
  return { start: first, sum, now: sum + 1, of: (kind) => (at(kind) < 0 ? null : first + 1 + at(kind)) };
}

export function stepsHeaders({ t }: Voice): string[] {
  return [
    t('گام', 'Step'),
    t('چه چیز جابه‌جا کرد', 'What moved it'),
    t('تحقق فیزیکی', 'Physical'),
    t('تحقق هزینه', 'Budget'),
    t('شکاف', 'Gap'),
    t('پروژه', 'Projects'),
    t('کنترل جمع', 'Control'),
  ];
}

/** Then, the effect of each step in points, their live sum, and now; the control says whether they add up. */
export function stepsBody(figures: MonthFigures, voice: Voice, layout: Layout, first: number): Cell[][] {
  const { gapSince } = figures;
  if (!gapSince) return [];
  const { before, after, change, steps } = gapSince.changes;
  const { t, labels } = voice;
  const rows = stepRows(figures, first);
  const look = { tone: 'total' } as const;
  const blank = () => cell('text', '', look);
  const ends = (index: number, title: string, cells: readonly Cell[]) => [
    cell('count', index, look),
    cell('wrapped', title, look),
    ...cells,
    blank(),
    blank(),
  ];
  const inTree = (name: 'percent' | 'points', key: 'physical' | 'budget' | 'gap', value: number | null) =>
    live(name, refTo(labels.sheets.tree, `${TREE_LETTERS[key]}${layout.total.row}`), value ?? NO_DATA, look);
  const sum = (letter: string, value: number | null) =>
    value === null
      ? cell('points', NO_DATA, look)
      : live('points', `SUM(${letter}${rows.start + 1}:${letter}${rows.sum - 1})`, value * 100, look);
  return [
    ends(0, thenText(figures, voice), [
      known('percent', before.physical, 'total'),
      known('percent', before.budget, 'total'),
      known('points', points(before.gap), 'total'),
    ]),
    ...steps.map((step, index) => stepRow(step, index + 1, voice)),
    [
      cell('count', steps.length + 1, look),
      cell('wrapped', t('جمع گام‌ها', 'Sum of the steps'), look),
      sum('C', change.physical),
      sum('D', change.budget),
      sum('E', change.gap),
      blank(),
      live('word', stepsVerdict(rows, voice), change.gap === null ? NO_DATA : addUpWords(voice).good, look),
    ],
    ends(steps.length + 2, voice.period(figures.period), [
      inTree('percent', 'physical', after.physical),
      inTree('percent', 'budget', after.budget),
      inTree('points', 'gap', points(after.gap)),
    ]),
  ];
}

function stepRow({ kind, physical, budget, gap, touched }: ChangeStep, index: number, voice: Voice): Cell[] {
  return [
    cell('count', index),
    cell('wrapped', `${voice.labels.changes[kind]}: ${aboutKind(kind, voice)}`),
    known('points', points(physical)),
    known('points', points(budget)),
    known('points', points(gap)),
    known('count', touched),
    cell('text', ''),
  ];
}

/** The month that this one is held against, and whose knowledge of it. */
export function thenText({ gapSince }: MonthFigures, voice: Voice): string {
  if (!gapSince) return NO_DATA;
  const { period, edition } = gapSince.since;
  const month = voice.period(period);
  return edition === null
    ? voice.t(`${month}، با دانستهٔ امروز (منتشر نشده بود)`, `${month}, as known now (never published)`)
    : voice.t(`${month}، ویرایش ${voice.count(edition)}`, `${month}, edition ${voice.count(edition)}`);
}

function aboutKind(kind: ChangeKind, { t }: Voice): string {
  const texts: Record<ChangeKind, string> = {
    restated: t('رقم‌هایی که پیش‌تر گزارش شده بود و درست شد', 'figures reported before that were put right'),
    replanned: t('درخت، وزن‌ها، زمان‌بندی و پروژه‌ها', 'the tree, weights, schedules and projects'),
    budget_amended: t('اعتبار مصوب و اعتبار منتقل‌شده', 'approved and carried budgets'),
    weight_released: t('پروژه‌های لغوشده از وزن‌ها بیرون رفت', 'cancelled projects left the weights'),
    new_year: t('سال‌های پیش بسته شد و کارهای سال تازه آمد', "earlier years closed, the new year's works came in"),
    not_reported: t('زمان گذشت و رقم تازه‌ای نرسید', 'time passed and no new figure came'),
    reported: t('رقم‌های تازه، در برابر آنچه موعدش رسید', 'new figures, against what fell due meanwhile'),
  };
  return texts[kind];
}

export function addUpWords({ t }: Voice): { good: string; bad: string } {
  return { good: t('برابر تغییر', 'adds up'), bad: t('نابرابر', 'differs') };
}

/** Each column on its own: then + Σ steps = now; ends are ratios (the gap in points), steps points. */
function stepsVerdict({ start, sum, now }: StepRows, voice: Voice): string {
  const { good, bad } = addUpWords(voice);
  const off = ['C', 'D', 'E'].map((letter) => {
    const times = letter === 'E' ? '' : '*100';
    return `ABS(${letter}${start}${times}+${letter}${sum}-${letter}${now}${times})`;
  });
  const numbers = `AND(ISNUMBER(E${start}),ISNUMBER(E${now}))`;
  return `IF(${numbers},IF(MAX(${off.join(',')})<0.000001,${quoted(good)},${quoted(bad)}),${quoted(NO_DATA)})`;
}
