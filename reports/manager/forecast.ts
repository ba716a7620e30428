import { yearOf } from '../../src/domain/calendar.js';
import { forecastWord } from '../../src/domain/catalogue/forecast-words.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { ForecastMeasure, ForecastRow } from '../../src/domain/forecast.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, emptyRow, live } from '../../src/report/cells.js';
import type { Cell, Row, Sheet } from '../../src/report/sheet.js';
import { FIRST_ROW, inOrder } from './columns.js';
import { FORECAST_KEYS, FORECAST_LETTERS, type ForecastKey, forecastColumns } from './forecast-columns.js';
import { forecastAmount, forecastRows, methodText, recordBehind, remarkOf } from './forecast-figure.js';
import { recordRows } from './forecast-records.js';
import type { Layout } from './layout.js';
import { known } from './roll-up.js';
import { tableSheet, wholeYear } from './table-sheet.js';
import { openDepthOf } from './tree.js';
import type { Voice } from './voice.js';

/** Where the fiscal year will end, for the plan, its nodes and departments, and the record on which each figure rests. */
export function forecastSheet(figures: MonthFigures, voice: Voice, layout: Layout): Sheet {
  const { t, labels } = voice;
  const { options } = figures.headline;
  const rows = forecastRows(figures);
  const year = voice.digits(yearOf(figures.calendar, figures.period));
  const spending = `${labels.spendings[options.spending]} ÷ ${labels.denominators[options.denominator]}`;
  const rule = forecastWord(voice.language, 'forecast.rule');
  return tableSheet(figures, voice, {
    key: 'forecast',
    title: t(`پیش‌بینی پایان سال مالی ${year}`, `Forecast of the end of the fiscal year ${year}`),
    legend: t(
      `کار: سهم از همهٔ کار سال با وزن راهبردی. هزینه: ${spending}، برای کل سال. ${rule} روش هر رقم شمارهٔ کارنامه‌اش را دارد؛ کارنامه‌ها زیر جدول‌اند. «—» یعنی نامعلوم است، نه صفر. کج‌نویس: بر فرضی است که در توضیح آمده. ارقام پول: ${labels.units[figures.displayUnit]}.`,
      `Work: part of the year's work by strategic weight. Spending: ${spending}, of the whole year. ${rule} Each method names the number of its record, below the table. "—" = unknown, not zero. Italic: rests on an assumption that the remark names. Money in ${labels.units[figures.displayUnit]}.`,
    ),
    options: wholeYear(figures),
    columns: forecastColumns(figures, voice),
    rows: rows.map((row, index) => forecastRow(row, index, figures, voice, layout)),
    frozenColumns: 3,
    lastPrinted: 'remark',
    foot: [emptyRow(10), ...recordRows(FIRST_ROW + Math.max(rows.length, 1) + 1, figures, voice)],
  });
}

function forecastRow(row: ForecastRow, index: number, figures: MonthFigures, voice: Voice, layout: Layout): Row {
  const { t, labels } = voice;
  const node = row.kind === 'department' ? undefined : layout.byCode.get(row.code);
  const depth = node?.depth ?? 0;
  const look = depth <= 1 && node ? { tone: 'total' as const } : {};
  const amount = forecastAmount(row, voice);
  const at = (key: ForecastKey) => `${FORECAST_LETTERS[key]}${FIRST_ROW + index}`;
  const kinds = { plan: t('کل برنامه', 'whole plan'), department: t('واحد', 'department') };
  const work = figureCells('physical', row, figures, voice, look);
  const money = figureCells('spend', row, figures, voice, look);
  const cells: Record<ForecastKey, Cell> = {
    index: cell('count', index + 1, look),
    code: cell('code', row.code, {
      ...look,
      ...(node ? { link: { sheet: labels.sheets.tree, cell: `A${node.row}` } } : {}),
    }),
    title: cell('wrapped', row.title, { ...look, indent: depth }),
    level: cell(
      'word',
      row.kind === 'plan' || row.kind === 'department' ? kinds[row.kind] : voice.level(row.level),
      look,
    ),
    projects: cell('count', row.projects, look),
    silent: cell('count', row.silent, look),
    unreported: cell('count', row.unreported, look),
    physicalNow: work.now,
    physical: work.value,
    physicalLow: work.low,
    physicalHigh: work.high,
    physicalMethod: work.method,
    spendNow: money.now,
    spend: money.value,
    spendLow: money.low,
    spendHigh: money.high,
    spendMethod: money.method,
    budget: known('money', row.budgetRial === null ? null : voice.amount(row.budgetRial), look.tone),
    amount:
      amount === null ? known('money', null, look.tone) : live('money', `${at('spend')}*${at('budget')}`, amount, look),
    remark: cell('wrapped', remarkOf(row, figures, voice), look),
  };
  const folds = depth > 1 ? { outline: depth - 1 } : {};
  return {
    cells: inOrder(FORECAST_KEYS, cells),
    ...folds,
    ...(depth > openDepthOf(layout.nodes) ? { folded: true } : {}),
  };
}

/** Now, year end, bounds and method of one measure. Work of silent projects is assumed to be 0; a stretched interval is assumed too. */
function figureCells(
  measure: ForecastMeasure,
  row: ForecastRow,
  figures: MonthFigures,
  voice: Voice,
  look: { tone?: 'total' },
): Record<'now' | 'value' | 'low' | 'high' | 'method', Cell> {
  const figure = row[measure];
  const silent = measure === 'physical' && row.silent > 0;
  const stretched = (recordBehind(figure, figures)?.stretch ?? 1) !== 1;
  const ratio = (value: number | null, assumed: boolean) =>
    cell('percent', value ?? NO_DATA, { ...look, assumed: assumed && value !== null });
  return {
    now: ratio(figure.now, silent),
    value: ratio(figure.value, silent),
    low: ratio(figure.low, silent || stretched),
    high: ratio(figure.high, silent || stretched),
    method: cell('wrapped', methodText(figure, voice), look),
  };
}
