import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { type Fact, type FactField, MONEY_FIELDS } from '../../src/domain/fact.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell } from '../../src/report/cells.js';
import type { Cell, Row, Sheet } from '../../src/report/sheet.js';
import type { StyleName } from '../../src/report/style.js';
import { type Column, inOrder, lettersOf } from './columns.js';
import { tableSheet } from './table-sheet.js';
import type { Voice } from './voice.js';

// biome-ignore format: one line for each group of columns.
const KEYS = [
  'index', 'code', 'period', 'field', 'value', 'raw',
  'department', 'file', 'sheet', 'cell', 'column', 'recordedAt', 'receipt',
] as const;
type Key = (typeof KEYS)[number];
export const LINEAGE_LETTERS = lettersOf(KEYS);

/** One row for each fact in force that the headline used: from the number back to the cell in which it was typed. */
export function lineageSheet(figures: MonthFigures, voice: Voice): Sheet {
  const { t } = voice;
  return tableSheet(figures, voice, {
    key: 'lineage',
    title: t(
      'ردگیری: هر عدد از کدام خانهٔ کدام پرونده آمده است',
      'Lineage: from which cell of which file each number came',
    ),
    legend: t(
      'پول به ریال. «متن نوشته‌شده» همان است که فرستنده در خانه نوشته است. «رسید» آغاز اثر انگشت (SHA-256) پرونده در بایگانی است. این برگه برای جست‌وجوست و چاپ آن کاغذ زیادی می‌برد: تنها آغازش چاپ می‌شود.',
      'Money in rial. "As typed" is the very text in the sender\'s cell. "Receipt" is the beginning of the SHA-256 of the archived file. This sheet is for looking things up: only its beginning is printed, to save paper.',
    ),
    columns: columnsOf(voice),
    rows: figures.facts.map((fact, index) => factRow(fact, index, voice)),
    frozenColumns: 2,
    lastPrinted: 'receipt',
    unprinted: true,
  });
}

function factRow(fact: Fact, index: number, voice: Voice): Row {
  const { source } = fact;
  const cells: Record<Key, Cell> = {
    index: cell('count', index + 1),
    code: cell('code', fact.code),
    period: cell('code', voice.shortPeriod(fact.period)),
    field: cell('text', voice.labels.fields[fact.field]),
    value: valueCell(fact, voice),
    raw: cell('text', source.raw),
    department: cell('code', fact.department),
    file: cell('text', fact.file),
    sheet: cell('wrapped', source.sheet ?? NO_DATA),
    cell: cell('code', source.cell),
    column: cell('text', source.column),
    recordedAt: cell('code', voice.instant(fact.recordedAt)),
    receipt: cell('code', fact.sha256.slice(0, 12)),
  };
  return { cells: inOrder(KEYS, cells) };
}

function valueCell({ field, value, text, withdrawn }: Fact, { t }: Voice): Cell {
  if (withdrawn) return cell('word', t('پس گرفته شد', 'withdrawn'));
  return value === null ? cell('text', text ?? NO_DATA) : cell(styleOf(field), value);
}

function styleOf(field: FactField): StyleName {
  if (field === 'physical') return 'percent';
  return MONEY_FIELDS.has(field) ? 'money' : 'number';
}

function columnsOf({ t }: Voice): Column<Key>[] {
  const widths: [Key, string, number][] = [
    ['index', t('ردیف', 'No.'), 7],
    ['code', t('کد', 'Code'), 16],
    ['period', t('دوره', 'Period'), 9],
    ['field', t('سنجه', 'Field'), 24],
    ['value', t('مقدار', 'Value'), 20],
    ['raw', t('متن نوشته‌شده', 'As typed'), 20],
    ['department', t('واحد', 'Department'), 9],
    ['file', t('پرونده', 'File'), 34],
    ['sheet', t('برگه', 'Sheet'), 16],
    ['cell', t('خانه', 'Cell'), 8],
    ['column', t('سرستون', 'Column header'), 24],
    ['recordedAt', t('زمان دریافت', 'Received at'), 17],
    ['receipt', t('رسید', 'Receipt'), 15],
  ];
  return widths.map(([key, title, width]) => ({ key, title, width }));
}
