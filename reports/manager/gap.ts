import { levelName } from '../../src/domain/catalogue/labels.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { columnLetters } from '../../src/domain/table.js';
import { emptyRow } from '../../src/report/cells.js';
import { withHeights } from '../../src/report/row-height.js';
import type { Condition, Row, Sheet } from '../../src/report/sheet.js';
import type { Placeable } from './chart-data.js';
import { departmentGroups, groupDepth, groupsHeaders, longestBar, nodeGroups } from './gap-groups.js';
import {
  bridgeBody,
  bridgeHeaders,
  causesBody,
  causesHeaders,
  paidAheadBody,
  paidAheadHeaders,
  partsBody,
  partsHeaders,
} from './gap-tables.js';
import type { Layout } from './layout.js';
import { type Section, section } from './sections.js';
import { headMerges, headRows, printOf } from './table-sheet.js';
import type { Voice } from './voice.js';

const COLUMNS = 12;
const CHART_ROWS = 14;

const WIDTHS = [14, 50, 11, 11, 11, 12, 12, 12, 14, 14, 12, 17];

/** Why budget ran ahead of work: the bridge, the parts at each node of the first level with many, the top causes. */
export function gapSheet(figures: MonthFigures, voice: Voice, layout: Layout, chart: Placeable | null): Sheet {
  const { t } = voice;
  const rows: Row[] = headRows(
    figures,
    voice,
    t('شکاف: چرا هزینه از کار جلوتر است', 'Gap: why budget runs ahead of work'),
    t(
      'همهٔ عددها واحد درصدند، جز آن‌ها که نشان ٪ دارند. شکاف = جلو افتادن پرداخت از کار + چیدمان پول در برابر وزن‌ها + بیرون از مقایسه؛ جمع اجزا همیشه برابر شکاف است. مثبت یعنی به شکاف می‌افزاید.',
      'All figures are percentage points, but for those with the sign %. Gap = paid ahead of work + money placed elsewhere than the weights + outside; the parts always sum to the gap. Positive adds to the gap.',
    ),
  );
  const none = t('داده‌ای برای توضیح شکاف نیست.', 'There are no data to explain a gap.');
  const bridge = section(
    rows.length + 1,
    t('پل از هزینه به کار', 'Bridge from budget to work'),
    bridgeHeaders(voice),
    bridgeBody(figures, voice, rows.length + 3),
    none,
  );
  rows.push(...bridge.rows);
  const chartRow = rows.length + 1;
  if (chart) rows.push(...Array.from({ length: CHART_ROWS }, () => emptyRow(15)), emptyRow(8));
  const paid = paidAheadBody(figures, voice);
  if (paid.length > 0) {
    const title = t('جلو افتادن پرداخت از کار، تا آنجا که گزارش شده', 'Paid ahead of work, as far as reported');
    rows.push(...section(rows.length + 1, title, paidAheadHeaders(voice), paid, none).rows);
  }
  const partsStart = rows.length + 1;
  const parts = section(
    partsStart,
    t('اجزای شکاف در کل برنامه و در هر شاخهٔ سطح نخست', 'Parts of the gap: the plan and its first branches'),
    partsHeaders(voice),
    partsBody(figures, voice, layout, partsStart + 2),
    none,
    44,
  );
  rows.push(...parts.rows);
  const departmentsStart = rows.length + 1;
  const departments = section(
    departmentsStart,
    t('شکاف از کدام واحدهاست: ده سهم نخست', 'The gap by department: the ten largest contributions'),
    groupsHeaders(voice),
    departmentGroups(figures, voice, departmentsStart + 2),
    none,
  );
  rows.push(...departments.rows);
  const nodesStart = rows.length + 1;
  const level = layout.nodes.find(({ depth }) => depth === groupDepth(layout))?.figures.level ?? '';
  const name = levelName(voice.language, level);
  const nodes = section(
    nodesStart,
    t(`شکاف از کجای برنامه است: ده سهم نخست در سطح «${name}»`, `The gap by ${name}: the ten largest contributions`),
    groupsHeaders(voice),
    nodeGroups(figures, voice, layout, nodesStart + 2),
    none,
  );
  rows.push(...nodes.rows);
  const causesStart = rows.length + 1;
  const causes = section(
    causesStart,
    t('بیست علت نخست شکاف کل، پروژه به پروژه', 'Top twenty causes of the whole gap, project by project'),
    causesHeaders(voice),
    causesBody(figures, voice, causesStart + 2),
    none,
  );
  rows.push(...causes.rows);
  return {
    name: voice.labels.sheets.gap,
    tone: 'none',
    widths: WIDTHS,
    rows: withHeights(rows, WIDTHS),
    merges: headMerges(columnLetters(COLUMNS)),
    freeze: { rows: 2, columns: 0 },
    filter: null,
    print: printOf(figures, voice, null),
    conditions: conditionsOf(figures, voice, { bridge, parts, departments, nodes, causes }),
    charts: chart
      ? [chart({ firstColumn: 1, lastColumn: 6, firstRow: chartRow, lastRow: chartRow + CHART_ROWS - 1 })]
      : [],
  };
}

function conditionsOf(
  { gap }: MonthFigures,
  { t }: Voice,
  {
    bridge,
    parts,
    departments,
    nodes,
    causes,
  }: Record<'bridge' | 'parts' | 'departments' | 'nodes' | 'causes', Section>,
): Condition[] {
  const largest = Math.max(1, ...gap.bridge.map(({ value }) => value * 100));
  const cause = Math.max(0.1, ...gap.causes.slice(0, 20).map((c) => (c.paidAhead + c.mix + c.outside) * 100));
  return [
    { kind: 'bar', range: `D${bridge.first}:D${bridge.last}`, tone: 'primary', min: 0, max: largest },
    ...[departments, nodes].map(
      (groups): Condition => ({
        kind: 'bar',
        range: `J${groups.first}:J${groups.last}`,
        tone: 'bad',
        min: 0,
        max: longestBar(groups),
      }),
    ),
    { kind: 'bar', range: `J${causes.first}:J${causes.last}`, tone: 'bad', min: 0, max: cause },
    {
      kind: 'word',
      range: `L${parts.first}:L${parts.last}`,
      words: [
        { text: t('برابر شکاف', 'equals the gap'), tone: 'good' },
        { text: t('نابرابر', 'differs'), tone: 'bad' },
      ],
    },
  ];
}
