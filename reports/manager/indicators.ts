import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { DIRECTION_WORDS, INDICATOR_STATES, REASON_WORDS } from '../../src/domain/catalogue/system-words.js';
import { type IndicatorFigure, isPartialSum, silentParts } from '../../src/domain/indicator-figures.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, emptyRow, live } from '../../src/report/cells.js';
import { type Cell, quoted, type Row, refTo, type Sheet } from '../../src/report/sheet.js';
import type { Tone } from '../../src/report/style.js';
import type { Placeable } from './chart-data.js';
import { columnRange, FIRST_ROW, inOrder } from './columns.js';
import { INDICATOR_KEYS, INDICATOR_LETTERS, type IndicatorKey, indicatorColumns } from './indicators-columns.js';
import type { Layout } from './layout.js';
import { known, physicalFormula, thresholdText, verdictConditions } from './roll-up.js';
import { sourceLink } from './source-link.js';
import { tableSheet } from './table-sheet.js';
import { physicalVerdict, type Voice } from './voice.js';

const STATE_TONES: Partial<Record<IndicatorFigure['state'], Tone>> = {
  missing: 'bad',
  stale: 'watch',
  not_due: 'muted',
};

/** Each indicator from its baseline to its target, where its path was to stand and what is left to the next target. */
export function indicatorsSheet(figures: MonthFigures, voice: Voice, layout: Layout, chart: Placeable | null): Sheet {
  const { t } = voice;
  const rows = figures.indicators.figures.map((figure, index) => indicatorRow(figure, index, figures, voice, layout));
  const verdicts = columnRange(INDICATOR_LETTERS.verdict, rows.length + 1).replaceAll('$', '');
  const chartRows = chart ? Math.min(45, Math.max(16, Math.round(figures.indicators.figures.length * 1.5))) : 0;
  const firstRow = FIRST_ROW + Math.max(rows.length, 1) + 2;
  return tableSheet(figures, voice, {
    key: 'indicators',
    title: t('شاخص‌ها: از پایه تا هدف', 'Indicators: from baseline to target'),
    legend: `${t(
      'دستیابی یعنی سهم راه رفته از آغاز تا هدف (مبنای کل) یا تا جایی از مسیر که باید رسیده باشد (مبنای موعدرسیده). «—» یعنی داده نیست.',
      'Attainment is the share of the way from the opening to the target (basis full) or to where the path was to be (basis due). "—" = no data.',
    )} ${thresholdText(figures, voice)}`,
    columns: indicatorColumns(voice),
    rows,
    frozenColumns: 3,
    lastPrinted: 'places',
    conditions: verdictConditions({ physical: verdicts }, voice),
    foot: [totalRow(figures, voice), emptyRow(), ...Array.from({ length: chartRows }, () => emptyRow(15))],
    pageBefore: chart ? firstRow : null,
    charts: chart ? [chart({ firstColumn: 2, firstRow, lastColumn: 14, lastRow: firstRow + chartRows - 1 })] : [],
  });
}

function at(key: IndicatorKey, row: number): string {
  return `${INDICATOR_LETTERS[key]}${row}`;
}

function indicatorRow(
  figure: IndicatorFigure,
  index: number,
  figures: MonthFigures,
  voice: Voice,
  layout: Layout,
): Row {
  const row = FIRST_ROW + index;
  const { language } = voice;
  const department = figures.departments.find(({ reporting }) => reporting.code === figure.department);
  const weight = figures.indicators.weights.get(figure.code) ?? null;
  const tone = STATE_TONES[figure.state];
  const link = sourceLink(figure.code, figure.measuredAt, ['value', 'numerator'], voice, layout);
  const cells: Record<IndicatorKey, Cell> = {
    index: cell('count', index + 1),
    code: cell('code', figure.code),
    title: cell('wrapped', figure.title),
    department: cell('wrapped', department?.reporting.title ?? figure.department),
    direction: cell('word', DIRECTION_WORDS[figure.direction][language]),
    unit: cell('wrapped', figure.unit ?? NO_DATA),
    baseline: known('quantity', figure.baseline),
    opening: known('quantity', figure.opening),
    value: cell('quantity', figure.value ?? NO_DATA, {
      ...link,
      ...(figure.state === 'stale' ? { tone: 'muted' } : {}),
    }),
    measuredAt: cell('code', figure.measuredAt === null ? NO_DATA : voice.shortPeriod(figure.measuredAt)),
    state: cell('word', INDICATOR_STATES[figure.state][language], tone ? { tone } : {}),
    path: pathCell(figure, voice),
    target: figure.band ? cell('code', bandText(figure, voice)) : known('quantity', figure.target),
    raw: rawCell(figure, row, figures),
    attainment: heldCell(figure, row, figures),
    verdict: verdictCell(figure.attainment, row, figures, voice),
    nextTarget: known('quantity', figure.nextTarget),
    gapToFill: toFillCell(figure, row),
    remark: cell('wrapped', remarkOf(figure, voice)),
    places: cell('wrapped', figure.linked.map((code) => `\u200e${code}\u200e`).join(voice.t('، ', ', '))),
    weight: known('ratio', weight),
    weighted: live(
      'ratio',
      `IF(ISNUMBER(${at('attainment', row)}),${at('weight', row)}*${at('attainment', row)},0)`,
      (weight ?? 0) * (figure.attainment ?? 0),
      { tone: 'muted' },
    ),
    ...wayCells(figure, row),
  };
  return { cells: inOrder(INDICATOR_KEYS, cells) };
}

/** What is left to the next target: from the value, or of a sum, which begins at 0 again, all of it. */
function toFillCell({ gapToFill, aggregation }: IndicatorFigure, row: number): Cell {
  if (gapToFill === null) return cell('quantity', NO_DATA);
  const next = at('nextTarget', row);
  return live('quantity', aggregation === 'sum' ? next : `${next}-${at('value', row)}`, gapToFill);
}

export function pathCell(figure: IndicatorFigure, voice: Voice): Cell {
  if (figure.band) return cell('code', bandText(figure, voice));
  return cell('quantity', figure.path ?? NO_DATA, { assumed: figure.pathAssumed });
}

function bandText({ band }: IndicatorFigure, { digits }: Voice): string {
  return band ? `${digits(band.low)}–${digits(band.high)}` : NO_DATA;
}

export function remarkOf(figure: IndicatorFigure, { language, t, digits }: Voice): string {
  const { reason, worseThanBaseline, measuredParts, expectedParts } = figure;
  const [measured, expected] = [digits(measuredParts ?? 0), digits(expectedParts ?? 0)];
  const remarks = [
    ...(reason === null ? [] : [REASON_WORDS[reason][language]]),
    ...(silentParts(figure) > 0
      ? [t(`${measured} دوره از ${expected} گزارش شده`, `${measured} of ${expected} periods reported`)]
      : []),
    ...(worseThanBaseline === true ? [t('بدتر از پایه', 'worse than the baseline')] : []),
  ];
  return remarks.join(t('؛ ', '; '));
}

/** Live where the three numbers that it follows from stand in the row; a band and a downward sum have rules of their own. */
function rawCell(figure: IndicatorFigure, row: number, { headline }: MonthFigures): Cell {
  const { attainmentRaw, aggregation, direction } = figure;
  if (attainmentRaw === null) return cell('percent', NO_DATA);
  const aimKey = headline.options.basis === 'full' ? 'target' : 'path';
  const [value, aim, opening] = [at('value', row), at(aimKey, row), at('opening', row)];
  if (direction === 'band' || (aggregation === 'sum' && direction === 'down')) return cell('percent', attainmentRaw);
  if (aggregation === 'sum') return live('percent', `${value}/${aim}`, attainmentRaw);
  if (figure[aimKey] === figure.opening) return cell('percent', attainmentRaw);
  return live('percent', `(${value}-${opening})/(${aim}-${opening})`, attainmentRaw);
}

function heldCell({ attainment }: IndicatorFigure, row: number, { headline }: MonthFigures): Cell {
  if (attainment === null) return cell('percent', NO_DATA);
  return live('percent', `MAX(0,MIN(${headline.options.cap},${at('raw', row)}))`, attainment);
}

function verdictCell(attainment: number | null, row: number, { thresholds }: MonthFigures, { labels }: Voice): Cell {
  const { physicalVerdicts } = labels;
  return live(
    'word',
    physicalFormula(at('attainment', row), thresholds.ratioBands, physicalVerdicts),
    physicalVerdicts[physicalVerdict(attainment, thresholds.ratioBands)],
  );
}

/** Shares of the way from the opening to the target: where it is, and where its path was to be. */
function wayCells(figure: IndicatorFigure, row: number): Pick<Record<IndicatorKey, Cell>, 'gone' | 'due'> {
  const { gone, due } = waysOf(figure);
  const start = figure.aggregation === 'sum' && figure.direction === 'up' ? null : at('opening', row);
  const formula = (key: IndicatorKey) =>
    start === null
      ? `${at(key, row)}/${at('target', row)}`
      : `(${at(key, row)}-${start})/(${at('target', row)}-${start})`;
  const share = (key: IndicatorKey, value: number | null) =>
    value === null
      ? cell('percent', NO_DATA, { tone: 'muted' })
      : live('percent', formula(key), value, { tone: 'muted' });
  return { gone: share('value', gone), due: share('path', due) };
}

function waysOf(figure: IndicatorFigure) {
  const { band, aggregation, direction, opening, target, value, path } = figure;
  const none = { gone: null, due: null };
  const sum = aggregation === 'sum';
  if (band || target === null || (sum && direction !== 'up') || isPartialSum(figure)) return none;
  const start = sum ? 0 : opening;
  if (start === null || target === start) return none;
  const share = (at: number | null) => (at === null ? null : (at - start) / (target - start));
  return { gone: share(value), due: share(path) };
}

/** What the chart draws: indicators whose way can be told, live over their rows. */
export function indicatorPoints(figures: MonthFigures, { labels }: Voice) {
  return figures.indicators.figures.flatMap((figure, index) => {
    const { gone, due } = waysOf(figure);
    if (gone === null) return [];
    const from = (key: 'gone' | 'due', value: number | null) =>
      value === null ? null : live('percent', refTo(labels.sheets.indicators, at(key, FIRST_ROW + index)), value);
    return [{ title: figure.title, gone: from('gone', gone), path: from('due', due) }];
  });
}

/** Row of all indicators together on their sheet. */
export function indicatorTotalRow({ indicators }: MonthFigures): number {
  return FIRST_ROW + Math.max(indicators.figures.length, 1);
}

/** Σ weight × attainment over the weights of those that have one. */
function totalRow(figures: MonthFigures, voice: Voice): Row {
  const { indicators, plan } = figures;
  const row = indicatorTotalRow(figures);
  const range = (key: IndicatorKey) => columnRange(INDICATOR_LETTERS[key], indicators.figures.length);
  const total = indicators.rollups.get(plan.code)?.attainment ?? null;
  const defined = `SUMPRODUCT(--ISNUMBER(${range('attainment')}),${range('weight')})`;
  const look = { tone: 'total' } as const;
  const blank = Object.fromEntries(INDICATOR_KEYS.map((key) => [key, cell('text', '', look)]));
  const cells = {
    ...(blank as Record<IndicatorKey, Cell>),
    title: cell('wrapped', voice.t('همهٔ شاخص‌ها با هم (وزنی)', 'All indicators together (weighted)'), look),
    attainment: live(
      'percent',
      `IF(${defined}>0,SUM(${range('weighted')})/${defined},${quoted(NO_DATA)})`,
      total ?? NO_DATA,
      look,
    ),
    verdict: verdictCell(total, row, figures, voice),
  };
  return { cells: inOrder(INDICATOR_KEYS, cells) };
}
