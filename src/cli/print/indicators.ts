import { type IndicatorFigure, silentParts } from '../../domain/indicator-figures.js';
import type { IndicatorAnswer } from '../../pipeline/types.js';
import { percent } from '../numbers.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

const END = { align: 'end' as const };

/** Indicators as a table, and all of them together. */
export function printIndicators(view: View, answer: IndicatorAnswer): string {
  const { word } = wordsOf(view);
  const { attainment, defined, missing, notDue, undefined: undefinedOnes, worse } = answer.total;
  const counts = { defined, missing, notDue, undefined: undefinedOnes, worse };
  const blocks = [headLine(view, answer)];
  if (answer.rows.length === 0) blocks.push(word('indicators.none'));
  else
    blocks.push(
      indicatorTable(view, answer.rows),
      word('indicators.total', { attainment: percent(attainment), ...counts }),
    );
  return `${blocks.join('\n\n')}\n${footnotes(view, answer)}`;
}

function indicatorTable(view: View, rows: readonly IndicatorFigure[]): string {
  const { word, table } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('indicators.attainment'), ...END },
    { title: word('indicators.value'), ...END },
    { title: word('indicators.path'), ...END },
    { title: word('indicators.target'), ...END },
    { title: word('indicators.opening'), ...END },
    { title: word('indicators.gapToFill'), ...END, ltr: true },
    { title: word('indicators.measuredAt'), ltr: true },
    { title: word('indicators.state') },
    { title: word('indicators.unit') },
    { title: word('department'), ltr: true },
    { title: word('title') },
  ];
  return table(
    columns,
    rows.map((row) => [
      row.code,
      percent(row.attainment),
      plain(row.value),
      row.band ? `${plain(row.band.low)}–${plain(row.band.high)}` : plain(row.path),
      plain(row.target),
      plain(row.opening),
      plain(row.gapToFill),
      row.measuredAt ?? '—',
      stateText(view, row),
      row.unit ?? '',
      row.department,
      row.title,
    ]),
  );
}

/** The state of the report or the reason of what is unknown, and of how many periods the value speaks where some were silent. */
function stateText(view: View, row: IndicatorFigure): string {
  const { word } = wordsOf(view);
  const said =
    row.reason === null || row.state !== 'reported' ? word(`state.${row.state}`) : word(`reason.${row.reason}`);
  if (silentParts(row) === 0) return said;
  const [measured, expected] = [String(row.measuredParts), String(row.expectedParts)];
  return `${said} ${word('indicators.parts', { measured, expected })}`;
}

/** A value in its own unit: up to two decimals, no more than it has. */
function plain(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
