import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { Cause, GapExplained, OutsideKind } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, quoted, refTo } from '../../src/report/sheet.js';
import { isEmptyYear } from './causes.js';
import type { Layout } from './layout.js';
import { known } from './roll-up.js';
import { TREE_LETTERS } from './tree-columns.js';
import type { Voice } from './voice.js';

const OUTSIDE: readonly OutsideKind[] = ['money_without_work', 'work_without_budget', 'not_due'];
const points = (ratio: number | null) => (ratio === null ? null : ratio * 100);

/** Where the bridge begins on the sheet of the gap: the first section under the head. */
export const BRIDGE_FIRST_ROW = 7;

export function bridgeHeaders({ t }: Voice): string[] {
  return [
    t('گام', 'Step'),
    t('شرح', 'Description'),
    t('مقدار (٪)', 'Value (%)'),
    t('نمودار', 'Bar'),
    t('کاهش از گام پیش', 'Less than the step before'),
    t('جزء شکاف', 'Part of the gap'),
  ];
}

/** Budget, step by step, down to physical: what each step leaves. */
export function bridgeBody({ gap }: MonthFigures, voice: Voice, firstRow: number): Cell[][] {
  return gap.bridge.map(({ step, value }, index) => [
    cell('count', index + 1),
    cell('wrapped', stepText(step, voice)),
    cell('percent', value),
    cell('bar', value * 100),
    ...lossCells(gap.bridge[index - 1], { step, value }, firstRow + index, voice),
  ]);
}

type Step = GapExplained['bridge'][number];

/** What a step takes away, and the part of the gap that this is. */
function lossCells(before: Step | undefined, { step, value }: Step, row: number, voice: Voice): Cell[] {
  if (!before) return [cell('points', NO_DATA), cell('word', NO_DATA)];
  return [
    live('points', `(C${row - 1}-C${row})*100`, (before.value - value) * 100),
    cell('word', partOfStep(step, voice)),
  ];
}

/** The part of the gap that a step of the bridge takes away. */
export function partOfStep(step: string, { t }: Voice): string {
  const names: Partial<Record<string, string>> = {
    budget_without_outside: t('بیرون از مقایسه', 'outside'),
    physical_at_budget_shares: t('جلو افتادن پرداخت', 'paid ahead'),
    physical: t('چیدمان پول', 'placement'),
  };
  return names[step] ?? NO_DATA;
}

function stepText(step: string, { t }: Voice): string {
  const texts: Partial<Record<string, string>> = {
    budget: t('تحقق هزینه', 'Budget realization'),
    budget_without_outside: t(
      'تحقق هزینهٔ پروژه‌هایی که هم کار و هم اعتبار دارند',
      'Budget of projects with both work and money due',
    ),
    physical_at_budget_shares: t(
      'تحقق فیزیکی اگر وزن‌ها برابر سهم اعتبار بودند',
      'Physical, if weights were the budget shares',
    ),
    physical: t('تحقق فیزیکی', 'Physical realization'),
  };
  return texts[step] ?? step;
}

export function paidAheadHeaders({ t }: Voice): string[] {
  return [t('ردیف', 'No.'), t('جزء', 'Part'), t('واحد درصد', 'Points')];
}

/** Advances not yet recovered, work certified above what was earned, and the rest; they sum to "paid ahead". */
export function paidAheadBody({ gap }: MonthFigures, { t }: Voice): Cell[][] {
  const names = {
    advances: t('پیش‌پرداخت‌های مستهلک‌نشده', 'Advances not yet recovered'),
    certified_above_earned: t('کارکرد تأییدشدهٔ بیش از کارِ انجام‌شده', 'Certified above earned'),
    rest: t('بقیه', 'The rest'),
  };
  return gap.paidAheadParts.map(({ kind, value }, index) => [
    cell('count', index + 1),
    cell('wrapped', names[kind]),
    cell('points', value * 100),
  ]);
}

export function partsHeaders(voice: Voice): string[] {
  const { t, labels } = voice;
  return [
    t('کد', 'Code'),
    t('عنوان', 'Title'),
    t('تحقق فیزیکی', 'Physical'),
    t('تحقق هزینه', 'Budget'),
    t('شکاف', 'Gap'),
    t('جلو افتادن پرداخت از کار', 'Paid ahead of work'),
    t('چیدمان پول در برابر وزن‌ها', 'Money placed elsewhere than weights'),
    t('از آن: میان سال‌ها', 'of which between years'),
    ...OUTSIDE.map((kind) => labels.outside[kind]),
    t('جمع اجزا', 'Sum of the parts'),
  ];
}

/** The total and each branch; the first three figures are live over the tree, the parts are those of this edition. */
export function partsBody(figures: MonthFigures, voice: Voice, layout: Layout, firstRow: number): Cell[][] {
  const own = figures.gapByNode.some(({ code }) => code === figures.gap.code) ? [] : [figures.gap];
  return [...own, ...figures.gapByNode].map((gap, index) => partsRow(gap, figures, voice, layout, firstRow + index));
}

function partsRow(gap: GapExplained, figures: MonthFigures, voice: Voice, layout: Layout, row: number): Cell[] {
  const look = gap.code === figures.plan.code ? { tone: 'total' as const } : {};
  const tone = look.tone;
  const node = layout.byCode.get(gap.code);
  const fromTree = (style: 'percent' | 'points', key: 'physical' | 'budget' | 'gap', value: number | null) =>
    node
      ? live(style, refTo(voice.labels.sheets.tree, `${TREE_LETTERS[key]}${node.row}`), value ?? NO_DATA, look)
      : known(style, value, tone);
  const outside = OUTSIDE.map(
    (kind) => gap.outside.find((part) => part.kind === kind)?.value ?? (gap.gap === null ? null : 0),
  );
  const equal = voice.t('برابر شکاف', 'equals the gap');
  const verdict = `IF(ISNUMBER(E${row}),IF(ABS(SUM(F${row}:G${row},I${row}:K${row})-E${row})<0.000001,${quoted(equal)},${quoted(voice.t('نابرابر', 'differs'))}),${quoted(NO_DATA)})`;
  return [
    cell('code', gap.code, look),
    cell('wrapped', gap.title, look),
    fromTree('percent', 'physical', gap.physical),
    fromTree('percent', 'budget', gap.budget),
    fromTree('points', 'gap', gap.physical === null || gap.budget === null ? null : (gap.budget - gap.physical) * 100),
    known('points', points(gap.paidAhead), tone),
    known('points', points(gap.mix), tone),
    known('points', points(gap.mixBetweenYears), tone),
    ...outside.map((value) => known('points', points(value), tone)),
    live('word', verdict, gap.gap === null ? NO_DATA : equal),
  ];
}

export function causesHeaders({ t }: Voice): string[] {
  return [
    t('کد پروژه یا طرح', 'Project or scheme'),
    t('عنوان', 'Title'),
    t('سال', 'Year'),
    t('کد طرح', 'Scheme'),
    t('واحد', 'Department'),
    t('جلو افتادن پرداخت', 'Paid ahead'),
    t('چیدمان پول', 'Placement'),
    t('بیرون از مقایسه', 'Outside'),
    t('جمع سهم', 'Contribution'),
    t('نمودار', 'Bar'),
    t('ردیف', 'Rank'),
    t('نوع', 'Type'),
  ];
}

const CAUSES_SHOWN = 20;

/** The largest causes, and below them those with a title that a sentence names, each with its rank among all. */
export function causesBody(
  figures: MonthFigures,
  voice: Voice,
  firstRow: number,
  named: ReadonlySet<string>,
): Cell[][] {
  return figures.gap.causes
    .map((cause, index) => ({ cause, index }))
    .filter(({ cause, index }) => index < CAUSES_SHOWN || named.has(cause.title))
    .map(({ cause, index }, place) => causeRow(cause, index, figures, voice, firstRow + place));
}

function causeRow(cause: Cause, index: number, { leafTypes }: MonthFigures, voice: Voice, row: number): Cell[] {
  const total = cause.paidAhead * 100 + cause.mix * 100 + cause.outside * 100;
  const outside = cause.outsideKind ? voice.labels.outside[cause.outsideKind] : null;
  const type = isEmptyYear(cause)
    ? voice.t('سال بدون پروژه', 'year without projects')
    : (outside ?? voice.labels.types[leafTypes.get(cause.code) ?? 'unknown']);
  return [
    cell('code', cause.code),
    cell('wrapped', cause.title),
    cell('code', voice.digits(cause.year)),
    cell('code', cause.node),
    cell('code', cause.department ?? NO_DATA),
    cell('points', cause.paidAhead * 100),
    cell('points', cause.mix * 100),
    cell('points', cause.outside * 100),
    live('points', `SUM(F${row}:H${row})`, total),
    cell('bar', total),
    cell('count', index + 1),
    cell('word', type),
  ];
}
