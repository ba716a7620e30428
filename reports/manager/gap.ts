import type { GapSentence } from '../../src/domain/catalogue/gap-sentences.js';
import { levelName } from '../../src/domain/catalogue/labels.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { columnLetters } from '../../src/domain/table.js';
import { cell, emptyRow } from '../../src/report/cells.js';
import { withHeights } from '../../src/report/row-height.js';
import type { Condition, Sheet } from '../../src/report/sheet.js';
import type { Placeable } from './chart-data.js';
import { addUpWords, stepRows, stepsBody, stepsHeaders, thenText } from './gap-changes.js';
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
import { type GapPlaces, traceBody, traceHeaders } from './gap-trace.js';
import { inWords, namedIn, toldOfGap } from './gap-words.js';
import { depthWith, type Layout } from './layout.js';
import { movedTables } from './moved-tables.js';
import { type Section, SectionSheet } from './sections.js';
import { headMerges, headRows, printOf } from './table-sheet.js';
import type { Voice } from './voice.js';

const COLUMNS = 12;
const CHART_ROWS = 14;

const WIDTHS = [14, 50, 11, 11, 11, 12, 12, 12, 14, 14, 12, 17];

/**
 * Why budget ran ahead of work: the bridge, the sentences, the parts at each node of the first level with many, the largest
 * contributions, and what changed since the month that was published before.
 */
export function gapSheet(figures: MonthFigures, voice: Voice, layout: Layout, chart: Placeable | null): Sheet {
  const { t } = voice;
  const sheet = new SectionSheet(
    headRows(
      figures,
      voice,
      t('شکاف: چرا هزینه از کار جلوتر است', 'Gap: why budget runs ahead of work'),
      t(
        'همهٔ عددها واحد درصدند، جز آن‌ها که نشان ٪ دارند. شکاف = جلو افتادن پرداخت از کار + چیدمان پول در برابر وزن‌ها + بیرون از مقایسه؛ جمع اجزا همیشه برابر شکاف است. مثبت یعنی به شکاف می‌افزاید.',
        'All figures are percentage points, but for those with the sign %. Gap = paid ahead of work + money placed elsewhere than the weights + outside; the parts always sum to the gap. Positive adds to the gap.',
      ),
    ),
    t('داده‌ای برای توضیح شکاف نیست.', 'There are no data to explain a gap.'),
  );
  const bridge = sheet.add(t('پل از هزینه به کار', 'Bridge from budget to work'), bridgeHeaders(voice), (first) =>
    bridgeBody(figures, voice, first),
  );
  const chartRow = sheet.rows.length + 1;
  if (chart) sheet.rows.push(...Array.from({ length: CHART_ROWS }, () => emptyRow(15)), emptyRow(8));
  const words = sheet.add(t('شکاف در چند جمله', 'The gap in words'), [t('جمله', 'No.'), t('سخن', 'Sentence')], () =>
    toldOfGap(figures).map((sentence, index) => [
      cell('count', index + 1),
      cell('wrapped', inWords(sentence, voice, figures)),
    ]),
  );
  const places = tables(sheet, figures, voice, layout);
  const printed = sheet.rows.length;
  sheet.add(
    t('جای عددهای جمله‌ها (چاپ نمی‌شود)', 'Where the numbers of the sentences stand (not printed)'),
    traceHeaders(voice),
    () => traceBody(figures, voice, places),
  );
  const last = columnLetters(COLUMNS);
  const wide = toldOfGap(figures).length === 0 ? [] : rowsOf(words);
  const merges = [
    ...headMerges(last),
    ...(wide.length === 0 ? [] : [words.first - 1, ...wide]).map((row) => `B${row}:${last}${row}`),
    ...sheet.spoken.map((row) => `A${row}:${last}${row}`),
  ];
  return {
    name: voice.labels.sheets.gap,
    tone: 'none',
    widths: WIDTHS,
    rows: withHeights(sheet.rows, WIDTHS, merges),
    merges,
    freeze: { rows: 2, columns: 0 },
    filter: null,
    print: { ...printOf(figures, voice, null), area: `A1:${last}${printed}` },
    conditions: conditionsOf(figures, voice, { bridge, ...places }),
    charts: chart
      ? [chart({ firstColumn: 1, lastColumn: 6, firstRow: chartRow, lastRow: chartRow + CHART_ROWS - 1 })]
      : [],
  };
}

type Tables = GapPlaces & { groups: Section[]; moved: Section[]; stepTable: Section };

function tables(sheet: SectionSheet, figures: MonthFigures, voice: Voice, layout: Layout): Tables {
  const { t } = voice;
  const told = toldOfGap(figures);
  const paid = told.filter(({ rule }) => rule === 'paid_ahead' || rule === 'paid_behind');
  const namedOf = (sentences: readonly GapSentence[], kind: 'project' | 'department') =>
    new Set(sentences.flatMap((sentence) => namedIn(sentence, kind).map(({ name }) => name)));
  const body = paidAheadBody(figures, voice);
  if (body.length > 0) {
    const title = t('جلو افتادن پرداخت از کار، تا آنجا که گزارش شده', 'Paid ahead of work, as far as reported');
    sheet.add(title, paidAheadHeaders(voice), () => body);
  }
  const parts = sheet.add(
    t('اجزای شکاف در کل برنامه و در هر شاخهٔ سطح نخست', 'Parts of the gap: the plan and its first branches'),
    partsHeaders(voice),
    (first) => partsBody(figures, voice, layout, first),
    { headerHeight: 44 },
  );
  const departments = sheet.add(
    t('شکاف از کدام واحدهاست: ده سهم نخست', 'The gap by department: the ten largest contributions'),
    groupsHeaders(voice),
    (first) => departmentGroups(figures, voice, first, namedOf(paid, 'department')),
  );
  const depths = [...new Set([depthWith(layout.nodes, 2), groupDepth(layout)])];
  const nodes = depths.map((depth) =>
    sheet.add(
      t(
        `شکاف از کجای برنامه است: ده سهم نخست در سطح «${levelAt(depth, layout, voice)}»`,
        `The gap by ${levelAt(depth, layout, voice)}: the ten largest contributions`,
      ),
      groupsHeaders(voice),
      (first) => nodeGroups(figures, voice, layout, first, depth),
    ),
  );
  const causes = sheet.add(
    t(
      'بیست علت نخست شکاف کل، و پروژه‌هایی که جمله‌ها نام برده‌اند',
      'Top twenty causes of the whole gap, and projects that the sentences name',
    ),
    causesHeaders(voice),
    (first) => causesBody(figures, voice, first, fewOf(figures, namedOf(paid, 'project'))),
  );
  const changed = changeTables(sheet, figures, voice, layout);
  return { ...{ parts, departments, causes }, ...changed, groups: [departments, ...nodes] };
}

type Changes = Pick<Tables, 'steps' | 'stepTable' | 'movedProjects' | 'moved'>;

/** The change since the month that was published before; one sentence where there was none. */
function changeTables(sheet: SectionSheet, figures: MonthFigures, voice: Voice, layout: Layout): Changes {
  const { t } = voice;
  if (!figures.gapSince) {
    const title = t('چه چیز شکاف را جابه‌جا کرد', 'What moved the gap');
    const none = t('برنامه پیش از این دوره آغاز نشده بود.', 'The plan had not begun before this period.');
    const empty = sheet.add(title, stepsHeaders(voice), () => [], { none });
    return { steps: stepRows(figures, empty.first), stepTable: empty, movedProjects: empty, moved: [] };
  }
  const then = thenText(figures, voice);
  const stepTable = sheet.add(
    t(`از ${then} تا امروز: چه چیز شکاف را جابه‌جا کرد`, `Since ${then}: what moved the gap`),
    stepsHeaders(voice),
    (first) => stepsBody(figures, voice, layout, first),
  );
  const steps = stepRows(figures, stepTable.first);
  // Where a gap is undefined then or now there is no change to lead anywhere.
  if (figures.gapSince.changes.change.gap === null) return { steps, stepTable, movedProjects: stepTable, moved: [] };
  const moved = movedTables(sheet, figures, voice, layout, { sum: steps.sum, depth: groupDepth(layout) });
  return { steps, stepTable, movedProjects: moved.projects, moved: moved.all };
}

function levelAt(depth: number, { nodes }: Layout, voice: Voice): string {
  return levelName(voice.language, nodes.find((node) => node.depth === depth)?.figures.level ?? '');
}

/** More project-years than this under one title are told by their sum alone. */
const FEW = 12;

function fewOf({ gap }: MonthFigures, titles: ReadonlySet<string>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { title } of gap.causes) counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Set([...titles].filter((title) => (counts.get(title) ?? 0) <= FEW));
}

function rowsOf({ first, last }: Section): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function conditionsOf(
  { gap }: MonthFigures,
  voice: Voice,
  { bridge, parts, groups, causes, stepTable, moved }: Tables & { bridge: Section },
): Condition[] {
  const { t } = voice;
  const largest = Math.max(1, ...gap.bridge.map(({ value }) => value * 100));
  const cause = Math.max(0.1, ...gap.causes.slice(0, 20).map((c) => (c.paidAhead + c.mix + c.outside) * 100));
  const sums = addUpWords(voice);
  const words = (range: string, good: string, bad: string): Condition => ({
    kind: 'word',
    range,
    words: [
      { text: good, tone: 'good' },
      { text: bad, tone: 'bad' },
    ],
  });
  const differs = t('نابرابر', 'differs');
  return [
    { kind: 'bar', range: `D${bridge.first}:D${bridge.last}`, tone: 'primary', min: 0, max: largest },
    ...groups.map(
      (group): Condition => ({
        kind: 'bar',
        range: `J${group.first}:J${group.last}`,
        tone: 'bad',
        min: 0,
        max: longestBar(group),
      }),
    ),
    { kind: 'bar', range: `J${causes.first}:J${causes.last}`, tone: 'bad', min: 0, max: cause },
    words(`L${parts.first}:L${parts.last}`, t('برابر شکاف', 'equals the gap'), differs),
    words(`G${stepTable.first}:G${stepTable.last}`, sums.good, sums.bad),
    ...moved.map(({ last }) => words(`L${last}`, sums.good, sums.bad)),
  ];
}
