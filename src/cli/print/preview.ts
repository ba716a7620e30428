import { printedDifference } from '../../domain/catalogue/numbers.js';
import { isChanged, type PreviewFigures, type PreviewPeriod, type PreviewRow } from '../../domain/preview.js';
import { percent, points } from '../numbers.js';
import { type View, wordsOf } from './view.js';

const SHOWN = 15;

/** What the rules would have changed, period by period: changed rows only, then projects of another type. */
export function printPreview(view: View, periods: readonly PreviewPeriod[]): string {
  const { word } = wordsOf(view);
  return `${[...periods.map((period) => periodBlock(view, period)), word('preview.note')].join('\n\n')}\n`;
}

function periodBlock(view: View, { period, before, after, rows, changes }: PreviewPeriod): string {
  const { word, period: inWords, labels } = wordsOf(view);
  const choices = (options: PreviewPeriod['before']) =>
    [labels.scopes[options.scope], labels.spendings[options.spending], labels.denominators[options.denominator]].join(
      ' · ',
    );
  const [from, to] = [choices(before), choices(after)];
  const changed = rows.filter(isChanged);
  const same = rows.length - changed.length;
  return [
    `${inWords(period)} · ${from === to ? from : word('preview.change', { before: from, after: to })}`,
    ...(changed.length > 0 ? [rowTable(view, changed, rows)] : []),
    ...(same > 0 ? [word('preview.same', { count: same })] : []),
    ...classCounts(view, changed),
    ...(changes.length > 0
      ? [
          word('preview.types', { count: changes.length }),
          ...counted(
            view,
            changes.map((change) => [labels.types[change.before], labels.types[change.after]]),
          ),
          typeTable(view, changes),
        ]
      : []),
  ].join('\n');
}

/** How many rows go from which class to which: the shape of the change before its rows. */
function classCounts(view: View, rows: readonly PreviewRow[]): string[] {
  const { word, labels } = wordsOf(view);
  const pairs = (name: 'physicalVerdict' | 'gapVerdict', words: Record<PreviewFigures['physicalVerdict'], string>) =>
    rows.flatMap(({ before, after }): [string, string][] => {
      const [was, is] = [before?.[name] ?? 'none', after?.[name] ?? 'none'];
      return was === is ? [] : [[words[was], words[is]]];
    });
  const lines = [
    ...counted(view, pairs('physicalVerdict', labels.physicalVerdicts)),
    ...counted(view, pairs('gapVerdict', labels.gapVerdicts)),
  ];
  return lines.length > 0 ? [word('preview.classes'), ...lines] : [];
}

/** Each change with its number, the most frequent first. */
function counted(view: View, pairs: readonly (readonly [string, string])[]): string[] {
  const { word } = wordsOf(view);
  const counts = new Map<string, number>();
  for (const [before, after] of pairs) {
    const line = word('preview.change', { before, after });
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([line, count]) => `  ${line}: ${count}`);
}

/** What stands as the one physical figure of a side: mixed, or where that side mixes nothing the projects' own. */
function oneFigure(rows: readonly PreviewRow[], side: 'before' | 'after'): (row: PreviewRow) => number | null {
  const mixes = rows.some((row) => (row[side]?.physicalMixed ?? null) !== null);
  return (row) => row[side]?.[mixes ? 'physicalMixed' : 'physical'] ?? null;
}

/** `all` = every row of the period: whether a side mixes anything shows in all of them. */
function rowTable(view: View, rows: readonly PreviewRow[], all: readonly PreviewRow[]): string {
  const { word, table, labels } = wordsOf(view);
  const pair = (row: PreviewRow, name: 'physical' | 'budget' | 'gap') =>
    change(view, name === 'gap' ? points : percent, row.before?.[name] ?? null, row.after?.[name] ?? null);
  const [mixedBefore, mixedAfter] = [oneFigure(all, 'before'), oneFigure(all, 'after')];
  const mixedPair = (row: PreviewRow) => change(view, percent, mixedBefore(row), mixedAfter(row));
  const score = (row: PreviewRow) => change(view, oneDecimal, row.before?.score ?? null, row.after?.score ?? null);
  const verdicts = ({ before, after }: PreviewRow) => {
    const [was, is] = [before?.physicalVerdict ?? 'none', after?.physicalVerdict ?? 'none'];
    const [gapWas, gapIs] = [before?.gapVerdict ?? 'none', after?.gapVerdict ?? 'none'];
    const { physicalVerdicts: work, gapVerdicts: money } = labels;
    const parts = [
      ...(was === is ? [] : [word('preview.change', { before: work[was], after: work[is] })]),
      ...(gapWas === gapIs ? [] : [word('preview.change', { before: money[gapWas], after: money[gapIs] })]),
    ];
    return parts.length > 0 ? parts.join(' · ') : '—';
  };
  const mixed = rows.some(({ before, after }) => (before?.physicalMixed ?? after?.physicalMixed ?? null) !== null);
  const scored = rows.some(({ kind }) => kind === 'department');
  const columns = [
    { title: word('code'), ltr: true },
    ...[
      word('physical'),
      ...(mixed ? [word('preview.mixed')] : []),
      word('budget'),
      word('gap'),
      ...(scored ? [word('preview.score')] : []),
    ].map((title) => ({ title, align: 'end' as const })),
    { title: word('preview.class') },
    { title: word('title') },
  ];
  return table(
    columns,
    rows.map((row) => [
      row.code,
      pair(row, 'physical'),
      ...(mixed ? [mixedPair(row)] : []),
      pair(row, 'budget'),
      pair(row, 'gap'),
      ...(scored ? [score(row)] : []),
      verdicts(row),
      row.title,
    ]),
  );
}

/**
 * Before, after and what lies between them as they are printed: 66.44% and 66.46% are 66.4% → 66.5% (+0.1), never (0.0). The exact difference
 * stands in `--json`.
 */
function change(view: View, show: (figure: number | null) => string, was: number | null, is: number | null): string {
  const [before, after] = [show(was), show(is)];
  if (before === after) return after;
  const scale = show === oneDecimal ? 1 : 100;
  const delta = was === null || is === null ? null : printedDifference(was * scale, is * scale) / 100;
  return wordsOf(view).word('preview.pair', { before, after, delta: points(delta) });
}

function oneDecimal(score: number | null): string {
  return score === null ? '—' : score.toFixed(1);
}

function typeTable(view: View, changes: PreviewPeriod['changes']): string {
  const { word, table, labels } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('department'), ltr: true },
    { title: word('preview.type') },
    { title: word('title') },
  ];
  const rows = changes
    .slice(0, SHOWN)
    .map(({ code, department, before, after, title }) => [
      code,
      department ?? '—',
      word('preview.change', { before: labels.types[before], after: labels.types[after] }),
      title,
    ]);
  const rest = changes.length - rows.length;
  return table(columns, rows) + (rest > 0 ? `\n${word('preview.more', { count: rest })}` : '');
}
