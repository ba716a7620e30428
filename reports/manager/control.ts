import { invariant } from '../../src/domain/invariant.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { withHeights } from '../../src/report/row-height.js';
import { type Cell, quoted, type Row, refTo, type Sheet } from '../../src/report/sheet.js';
import { checksOf } from './control-checks.js';
import { identityOf } from './control-identity.js';
import { systemChecks } from './control-system-checks.js';
import type { Layout } from './layout.js';
import { section } from './sections.js';
import { headMerges, headRows, printOf } from './table-sheet.js';
import type { Voice } from './voice.js';

const WIDTHS = [62, 34, 26, 18];

/** Where the overall verdict stands, for the summary. */
export const CONTROL_VERDICT_CELL = 'B6';

export function controlWords({ t }: Voice): { intact: string; changed: string; all: string; some: string } {
  return {
    intact: t('درست', 'intact'),
    changed: t('تغییر کرده', 'changed'),
    all: t('عددهای این پرونده همان است که منتشر شد', 'All figures are as issued'),
    some: t('عددی پس از انتشار تغییر کرده است', 'A figure was changed after issue'),
  };
}

/** Totals, edition and rules, and checks that turn red when somebody edits a number. */
export function controlSheet(figures: MonthFigures, voice: Voice, layout: Layout): Sheet {
  const { t } = voice;
  const words = controlWords(voice);
  const rows: Row[] = headRows(
    figures,
    voice,
    t('کنترل: آیا این پرونده همان است که منتشر شد؟', 'Control: is this file what was issued?'),
    t(
      'ستون «زنده» از برگه‌های همین پرونده حساب می‌شود و ستون «منتشرشده» ثابت است؛ با تغییر هر عددی که در این آزمون‌هاست، ردیف آن قرمز می‌شود. مرتب‌کردن ردیف‌های پروژه‌ها زیانی ندارد. این آزمون لغزش را می‌گیرد؛ در برابر دست‌کاری عمدی (که همین برگه را هم عوض کند) گزارش را دوباره از بایگانی بسازید و بسنجید.',
      'The "live" column is computed from the sheets of this file, "issued" is constant; changing a number that these checks cover turns its row red. Sorting the projects does no harm. This catches slips; against deliberate tampering, which may change this sheet too, build the report from the archive again and compare.',
    ),
  );
  const checksStart = rows.length + 4;
  const checks = [...checksOf(figures, voice, layout), ...systemChecks(figures, voice)];
  const body = checks.map(({ name, formula, value, style, tolerance }, index): Cell[] => {
    const row = checksStart + 2 + index;
    const close = `IF(ISNUMBER(B${row}),ABS(B${row}-C${row})<=${tolerance},B${row}=C${row})`;
    return [
      cell('wrapped', name),
      live(style, formula, value),
      cell(style, value),
      live('word', `IF(${close},${quoted(words.intact)},${quoted(words.changed)})`, words.intact),
    ];
  });
  const table = section(
    checksStart,
    t('آزمون‌ها', 'Checks'),
    [t('چه چیزی', 'What'), t('زنده', 'Live'), t('منتشرشده', 'Issued'), t('نتیجه', 'Result')],
    body,
    '',
    18,
  );
  const verdictRange = `D${table.first}:D${table.last}`;
  const overall = `IF(COUNTIF(${verdictRange},${quoted(words.changed)})=0,${quoted(words.all)},${quoted(words.some)})`;
  rows.push(
    { cells: [] },
    { cells: [cell('wrapped', t('نتیجهٔ کلی', 'Overall')), live('word', overall, words.all)] },
    { cells: [] },
  );
  invariant(rows.length === checksStart - 1, 'the checks begin where their formulas expect them');
  rows.push(...table.rows);
  rows.push(
    ...section(
      rows.length + 1,
      t('شناسنامهٔ گزارش', 'Identity of the report'),
      [t('مشخصه', 'Item'), t('مقدار', 'Value')],
      identityOf(figures, voice),
      '',
      18,
    ).rows,
  );
  return {
    name: voice.labels.sheets.control,
    tone: 'none',
    widths: WIDTHS,
    rows: withHeights(rows, WIDTHS),
    merges: headMerges('D'),
    freeze: { rows: 2, columns: 0 },
    filter: null,
    print: printOf(figures, voice, null),
    conditions: [
      {
        kind: 'word',
        range: verdictRange,
        words: [
          { text: words.intact, tone: 'good' },
          { text: words.changed, tone: 'bad' },
        ],
      },
      {
        kind: 'word',
        range: CONTROL_VERDICT_CELL,
        words: [
          { text: words.all, tone: 'good' },
          { text: words.some, tone: 'bad' },
        ],
      },
    ],
  };
}

export function controlVerdict(voice: Voice): { formula: string; value: string } {
  return { formula: refTo(voice.labels.sheets.control, CONTROL_VERDICT_CELL), value: controlWords(voice).all };
}
