import { ordinalOf } from '../../domain/calendar.js';
import type { Critical, CriticalKind, EarnedValue, WorkForecast } from '../../domain/control.js';
import type { ControlAnswer } from '../../pipeline/types.js';
import { amount, percent, points } from '../numbers.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

const SHOWN = 15;
const LISTS: readonly CriticalKind[] = ['late', 'over_cost', 'stopped', 'money_ahead', 'work_ahead', 'obstacle'];
const END = { align: 'end' as const };

/** The table of earned value and the critical lists, or one list alone. */
export function printControl(view: View, answer: ControlAnswer, list: CriticalKind | null): string {
  const { word, unit } = wordsOf(view);
  const blocks = [headLine(view, answer)];
  if (list === null) {
    blocks.push(earnedTable(view, answer.rows), ...unknowns(view, answer.rows), word('control.note', { unit }));
    blocks.push(...workBlocks(view, answer.works));
    blocks.push(word('control.critical'));
  }
  const kinds = list === null ? LISTS : [list];
  for (const kind of kinds) {
    const rows = answer.critical.filter((row) => row.kind === kind);
    const title = word('control.list', { name: word(`control.${kind}`), count: rows.length });
    if (rows.length > 0) blocks.push(`${title}\n${criticalTable(view, kind, rows)}`);
    else if (list !== null) blocks.push(title);
  }
  const shown = kinds.flatMap((kind) => answer.critical.filter((row) => row.kind === kind).slice(0, SHOWN));
  if (shown.some(({ plannedAssumed }) => plannedAssumed)) blocks.push(word('control.assumedPlan'));
  return `${blocks.join('\n\n')}\n${footnotes(view, answer)}`;
}

function earnedTable(view: View, rows: readonly EarnedValue[]): string {
  const { word, table } = wordsOf(view);
  const money = (value: number | bigint | null) =>
    amount(view.config.displayUnit, typeof value === 'number' ? BigInt(Math.round(value)) : value);
  const columns = [
    { title: word('code'), ltr: true },
    ...['BAC', 'PV', 'EV', 'AC', 'SPI', 'CPI', 'SPI(t)', 'EAC', 'VAC', 'TCPI'].map((title) => ({
      title,
      ...END,
      ltr: true,
    })),
    ...['EV', 'AC', 'CPI', 'SPI'].map((figure) => ({ title: word('control.share', { figure }), ...END })),
    { title: word('title') },
  ];
  return table(
    columns,
    rows.map((row) => [
      row.code,
      money(row.BAC),
      money(row.PV),
      money(row.EV),
      money(row.AC),
      index(row.SPI),
      index(row.CPI),
      index(row.SPI_t),
      money(row.EAC),
      money(row.VAC),
      index(row.TCPI),
      ...[row.earned_share, row.paid_share, row.cost_share, row.time_share].map(percent),
      row.title,
    ]),
  );
}

const FIGURES = ['BAC', 'PV', 'EV', 'AC', 'SPI', 'CPI', 'SPI_t', 'EAC', 'VAC', 'TCPI'] as const;
const NAMED = 4;

/** Why figures of the table are unknown: each reason once with the figures that lack it and the first codes; nothing where all are known. */
function unknowns(view: View, rows: readonly EarnedValue[]): string[] {
  const { word, list } = wordsOf(view);
  const codesBy = new Map<string, string[]>();
  for (const { code, reasons } of rows) {
    for (const reason of new Set(FIGURES.map((figure) => reasons[figure]))) {
      if (!reason) continue;
      const figures = FIGURES.filter((figure) => reasons[figure] === reason).map((figure) =>
        figure.replace('_t', '(t)'),
      );
      const text = word('control.unknown', { reason: word(`reason.${reason}`), figures: list(figures) });
      codesBy.set(text, [...(codesBy.get(text) ?? []), code]);
    }
  }
  return codesBy.size === 0 ? [] : [[word('control.unknowns'), ...reasonLines(view, codesBy)].join('\n')];
}

/** A line for each reason, with the first codes to which it applies and the number of the others. */
function reasonLines(view: View, codesBy: ReadonlyMap<string, readonly string[]>): string[] {
  const { word, list } = wordsOf(view);
  return [...codesBy].map(([text, codes]) => {
    const more = codes.length > NAMED ? ` ${word('control.unknownMore', { count: codes.length - NAMED })}` : '';
    return `  ${text}: ${list(codes.slice(0, NAMED))}${more}`;
  });
}

function index(value: number | null): string {
  return value === null ? '—' : value.toFixed(2);
}

/** Whole works whose finish is forecast, the latest against their plan first, and of the others how many lack what; nothing where there are none. */
function workBlocks(view: View, works: readonly WorkForecast[]): string[] {
  if (works.length === 0) return [];
  const { word } = wordsOf(view);
  const { calendar } = view.config;
  const slip = ({ finish, plannedFinish }: WorkForecast) =>
    finish === null || plannedFinish === null ? 0 : ordinalOf(calendar, finish) - ordinalOf(calendar, plannedFinish);
  const known = works.filter(({ finish }) => finish !== null).sort((a, b) => slip(b) - slip(a));
  const lines = [word('control.works', { count: works.length, known: known.length })];
  if (known.length > 0) lines.push(workTable(view, known.slice(0, SHOWN)));
  if (known.length > SHOWN) lines.push(word('control.more', { count: known.length - SHOWN }));
  const codesBy = new Map<string, string[]>();
  for (const { work, finish, reason } of works) {
    if (finish !== null || reason === null) continue;
    const text = word('control.unknown', { reason: word(`reason.${reason}`), figures: word('control.finish') });
    codesBy.set(text, [...(codesBy.get(text) ?? []), work]);
  }
  return [[...lines, ...reasonLines(view, codesBy)].join('\n')];
}

function workTable(view: View, rows: readonly WorkForecast[]): string {
  const { word, table } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('control.plannedFinish'), ltr: true },
    { title: word('control.finish'), ltr: true },
    { title: 'SPI(t)', ...END },
    { title: word('title') },
  ];
  return table(
    columns,
    rows.map((row) => [row.work, row.plannedFinish ?? '—', row.finish ?? '—', index(row.SPI_t), row.title]),
  );
}

function criticalTable(view: View, kind: CriticalKind, rows: readonly Critical[]): string {
  const { word, table } = wordsOf(view);
  const counted = kind === 'stopped' || kind === 'obstacle';
  const columns = [
    { title: word('code'), ltr: true },
    { title: word(`control.size.${kind}`), ...END },
    { title: word('control.progress'), ...END },
    { title: word('control.planned'), ...END },
    { title: word('control.spentShare'), ...END },
    { title: word('department'), ltr: true },
    { title: kind === 'obstacle' ? word('control.remark') : word('title') },
  ];
  const silence = ({ silent, silentPeriods }: Critical) =>
    silentPeriods ? word('control.silentMonths', { count: silentPeriods }) : silent ? word('control.silent') : '';
  const shown = rows
    .slice(0, SHOWN)
    .map((row) => [
      row.code,
      counted ? word('control.months', { count: row.size }) : points(row.size),
      percent(row.achieved),
      `${percent(row.planned)}${row.plannedAssumed ? '*' : ''}`,
      percent(row.spentShare),
      row.department,
      kind === 'obstacle' ? (row.text ?? '') : `${row.title}${silence(row)}`,
    ]);
  const rest = rows.length - shown.length;
  return table(columns, shown) + (rest > 0 ? `\n${word('control.more', { count: rest })}` : '');
}
