import { gapSentences, gapText } from '../../domain/catalogue/gap-sentences.js';
import type { GapChanges, GapTriple, PartChanges, Since } from '../../domain/gap-changes.js';
import type { GapExplained } from '../../domain/measure.js';
import type { GapAnswer } from '../../pipeline/types.js';
import { percent, points } from '../numbers.js';
import { oneLine } from '../table.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

const CAUSES_SHOWN = 20;

/** The explained gap of each node that was asked: parts that sum to it, the bridge, and the largest causes. */
export function printGap(view: View, answer: GapAnswer): string {
  const rows = answer.rows.flatMap((row) => [
    explained(view, row),
    ...(answer.since && row.changes ? [changed(view, answer.since, row.changes), ...partTable(view, row)] : []),
    ...inWords(view, row, answer),
  ]);
  return `${[headLine(view, answer), ...rows].join('\n\n')}\n${footnotes(view, answer)}`;
}

function explained(view: View, row: GapExplained): string {
  const { word, ltr, labels, list } = wordsOf(view);
  const both = list([`${word('physical')} ${percent(row.physical)}`, `${word('budget')} ${percent(row.budget)}`]);
  const title = `${ltr(row.code)} ${oneLine(row.title)} — ${both}`;
  if (row.gap === null) return `${title}\n  ${word('gap.undefined')}`;
  const outside = row.outside.reduce((sum, { value }) => sum + value, 0);
  const lines = [title, `  ${gapSentence(view, row, outside)}`];
  if (row.mixBetweenYears !== null && row.mixBetweenYears !== 0) {
    lines.push(`  ${word('gap.betweenYears', { value: points(row.mixBetweenYears) })}`);
  }
  for (const { kind, value } of row.outside) {
    lines.push(`  ${word('gap.outside', { kind: labels.outside[kind], value: points(value) })}`);
  }
  if (row.bridge.length > 0) {
    const steps = row.bridge.map(({ value }) => percent(value)).join(' → ');
    lines.push(`  ${word('gap.bridge', { steps: ltr(steps) })}`);
  }
  if (row.weightsAssumed) lines.push(`  ${word('gap.assumedWeights')}`);
  if (row.causes.length > 0) lines.push('', word('gap.causes'), causeTable(view, row));
  return lines.join('\n');
}

/** Then, each step that moves something, and now: physical and budget, and the gap in points. */
function changed(view: View, since: Since, { before, after, steps }: GapChanges): string {
  const { word, table, period, ltr, labels } = wordsOf(view);
  const known =
    since.edition !== null
      ? word('gap.knownEdition', { edition: since.edition })
      : word(
          since.asOf === null ? 'gap.knownNow' : 'gap.knownAt',
          since.asOf === null ? {} : { asOf: ltr(since.asOf) },
        );
  const end = { align: 'end' as const, ltr: true };
  const columns = [
    { title: word('gap.step') },
    { title: word('physical'), ...end },
    { title: word('budget'), ...end },
    { title: word('gap'), ...end },
    { title: word('gap.touched'), ...end },
  ];
  const ends = (name: 'gap.then' | 'gap.now', { physical, budget, gap }: GapTriple) => [
    word(name),
    percent(physical),
    percent(budget),
    points(gap),
    '',
  ];
  const moving = steps
    .filter(({ physical, budget, gap }) => [physical, budget, gap].some((effect) => effect !== null && effect !== 0))
    .map(({ kind, physical, budget, gap, touched }) => [
      labels.changes[kind],
      points(physical),
      points(budget),
      points(gap),
      touched === null ? '' : String(touched),
    ]);
  const rows = [ends('gap.then', before), ...moving, ends('gap.now', after)];
  return `${word('gap.since', { period: period(since.period), known })}\n${table(columns, rows)}`;
}

/** Each step's effect on the own gap of each part, largest change first: what to ask next. */
function partTable(view: View, { parts, changes }: GapAnswer['rows'][number]): string[] {
  const { word, table, labels } = wordsOf(view);
  const end = { align: 'end' as const, ltr: true };
  const kinds = (changes?.steps ?? []).map(({ kind }) => kind);
  const size = ({ changes: { change } }: PartChanges) => Math.abs(change.gap ?? 0);
  const moved = parts.filter((part) => size(part) > 0).sort((a, b) => size(b) - size(a));
  if (moved.length === 0) return [];
  const columns = [
    { title: word('code'), ltr: true },
    ...kinds.map((kind) => ({ title: labels.changes[kind], ...end })),
    { title: word('total'), ...end },
    { title: word('title') },
  ];
  const rows = moved
    .slice(0, CAUSES_SHOWN)
    .map(({ code, title, changes: { steps, change } }) => [
      code,
      ...kinds.map((kind) => points(steps.find((step) => step.kind === kind)?.gap ?? null)),
      points(change.gap),
      title,
    ]);
  const rest = moved.length - rows.length;
  const more = rest > 0 ? `\n${word('gap.moreParts', { count: rest })}` : '';
  return [`${word('gap.partChanges')}\n${table(columns, rows)}${more}`];
}

function inWords(view: View, row: GapAnswer['rows'][number], { since }: GapAnswer): string[] {
  const { word } = wordsOf(view);
  const sentences = gapSentences(row, row.changes, since).map(
    (sentence) => `  ${oneLine(gapText(sentence, view.language, view.config.calendar))}`,
  );
  return sentences.length === 0 ? [] : [[word('gap.words'), ...sentences].join('\n')];
}

/** "gap = paid ahead + mix + outside", in points. */
export function gapSentence(
  view: View,
  { gap, paidAhead, mix }: Pick<GapExplained, 'gap' | 'paidAhead' | 'mix'>,
  outside: number,
): string {
  const parts = { gap: points(gap), paidAhead: points(paidAhead), mix: points(mix), outside: points(outside) };
  return wordsOf(view).word('gap.parts', parts);
}

function causeTable(view: View, { causes, weightsAssumed }: GapExplained): string {
  const { word, table } = wordsOf(view);
  const end = { align: 'end' as const, ltr: true };
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('year'), align: 'end' as const },
    { title: word('paidAhead'), ...end },
    { title: word('mix'), ...end },
    { title: word('outside'), ...end },
    { title: word('total'), ...end },
    { title: word('department'), ltr: true },
    { title: word('title') },
  ];
  const shown = causes
    .slice(0, CAUSES_SHOWN)
    .map((cause) => [
      cause.code,
      String(cause.year),
      points(cause.paidAhead),
      weightsAssumed ? '—' : points(cause.mix),
      points(cause.outside),
      points(cause.paidAhead + cause.mix + cause.outside),
      cause.department ?? '',
      cause.title,
    ]);
  const rest = causes.length - shown.length;
  return table(columns, shown) + (rest > 0 ? `\n${word('gap.more', { count: rest })}` : '');
}
