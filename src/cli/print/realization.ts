import { mixedPhysical, type Realization } from '../../domain/measure.js';
import type { FigureAnswer } from '../../pipeline/types.js';
import { amount, bounds, percent, points } from '../numbers.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

/** The figures as a table: numbers first, the title last, where wide text harms no column. */
export function printRealization(view: View, answer: FigureAnswer): string {
  const table = answer.rows.length > 0 ? `\n${figureTable(view, answer.rows, undefined, answer.mix)}\n` : '';
  return `${headLine(view, answer)}\n${table}${footnotes(view, answer)}`;
}

export function figureTable(view: View, rows: readonly Realization[], shares?: readonly number[], mix = 0): string {
  const { word, unit, table } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    ...(shares ? [{ title: word('share'), align: 'end' as const }] : []),
    { title: word('physical'), align: 'end' as const },
    { title: word('bounds'), align: 'end' as const, ltr: true },
    { title: word('budget'), align: 'end' as const },
    { title: word('gap'), align: 'end' as const, ltr: true },
    { title: word('coverage'), align: 'end' as const },
    { title: word('silent'), align: 'end' as const, ltr: true },
    { title: word('spent', { unit }), align: 'end' as const },
    { title: word('budgetAmount', { unit }), align: 'end' as const },
    { title: word('indicators.short'), align: 'end' as const },
    ...(mix > 0 ? [{ title: word('indicators.mixed', { share: percent(mix) }), align: 'end' as const }] : []),
    { title: word('level') },
    { title: word('title') },
  ];
  const cells = rows.map((row, index) => [
    row.code,
    ...(shares ? [percent(shares[index] ?? null)] : []),
    percent(row.physical),
    bounds(row.low, row.high),
    percent(row.budget),
    points(row.gap),
    percent(row.coverage),
    `${row.silent}/${row.leaves}`,
    amount(view.config.displayUnit, row.spentRial),
    amount(view.config.displayUnit, row.budgetRial),
    percent(row.indicators),
    ...(mix > 0 ? [percent(mixedPhysical(row, mix))] : []),
    row.level,
    row.title,
  ]);
  return table(columns, cells);
}
