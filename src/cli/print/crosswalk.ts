import type { CrosswalkOfPlans, CrosswalkPart } from '../../domain/crosswalk.js';
import { amount, percent } from '../numbers.js';
import { oneLine } from '../table.js';
import { type View, wordsOf } from './view.js';

const ROWS_SHOWN = 30;
const END = { align: 'end' as const };

/** Whole, mapped and unmapped; the schemes with a remainder, what begins anew, what ends, and baselines taken over. */
export function printCrosswalk(view: View, answer: CrosswalkOfPlans): string {
  const { word, ltr, period, list } = wordsOf(view);
  const { from, to, schemes, fresh, indicators, baselines } = answer;
  const named = (rows: readonly { code: string; title: string }[]) =>
    list(rows.map(({ code, title }) => `${ltr(code)} ${oneLine(title)}`));
  const lost = indicators.filter((row) => row.to.length === 0);
  const open = schemes.filter(({ share }) => share < 1);
  const blocks = [
    word('crosswalk.head', { from: ltr(from), to: ltr(to), period: answer.period ? period(answer.period) : '—' }),
    totals(view, answer),
    ...(open.length > 0 ? [remainder(view, open)] : []),
    ...(fresh.length > 0 ? [word('crosswalk.fresh', { to: ltr(to), count: fresh.length, list: named(fresh) })] : []),
    ...(lost.length > 0 ? [word('crosswalk.lost', { count: lost.length, list: named(lost) })] : []),
    ...baselines.map((row) => word('crosswalk.baseline', { ...row, plan: ltr(row.plan) })),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function partCells(view: View, { weight, achieved, creditRial }: CrosswalkPart): string[] {
  return [percent(weight), percent(achieved), amount(view.config.displayUnit, creditRial)];
}

function totals(view: View, { whole, mapped, unmapped }: CrosswalkOfPlans): string {
  const { word, table, unit } = wordsOf(view);
  const columns = [
    { title: word('crosswalk.part') },
    { title: word('crosswalk.weight'), ...END },
    { title: word('crosswalk.achieved'), ...END },
    { title: word('crosswalk.credit', { unit }), ...END },
  ];
  return table(columns, [
    [word('crosswalk.whole'), ...partCells(view, whole)],
    [word('crosswalk.mapped'), ...partCells(view, mapped)],
    [word('crosswalk.unmapped'), ...partCells(view, unmapped)],
  ]);
}

/** The largest remainder first, each with where its other part went. */
function remainder(view: View, open: CrosswalkOfPlans['schemes']): string {
  const { word, table, unit, list } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('crosswalk.share'), ...END },
    { title: word('crosswalk.weight'), ...END },
    { title: word('crosswalk.achieved'), ...END },
    { title: word('crosswalk.credit', { unit }), ...END },
    { title: word('crosswalk.to'), ltr: true },
    { title: word('title') },
  ];
  const rows = [...open]
    .sort((a, b) => b.unmapped.weight - a.unmapped.weight)
    .slice(0, ROWS_SHOWN)
    .map(({ code, share, unmapped, targets, title }) => [
      code,
      percent(share),
      ...partCells(view, unmapped),
      list(targets.map((target) => target.code)),
      title,
    ]);
  const more = open.length - rows.length;
  const heading = word('crosswalk.rest', { count: open.length });
  return `${heading}\n${table(columns, rows)}${more > 0 ? `\n${word('feedback.more', { count: more })}` : ''}`;
}
