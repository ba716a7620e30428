import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { CRITICAL_LISTS, REASON_WORDS } from '../../src/domain/catalogue/system-words.js';
import type { EarnedValue, WorkForecast } from '../../src/domain/control.js';
import type { Leaf } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, quoted, type Row, refTo, type Sheet } from '../../src/report/sheet.js';
import { FIRST_ROW, inOrder } from './columns.js';
import { EARNED_KEYS, EARNED_LETTERS, type EarnedKey, earnedColumns } from './earned-columns.js';
import { ancestorAt, depthWith, type Layout } from './layout.js';
import { SPENDING_FIELDS } from './projects.js';
import { PROJECT_LETTERS, type ProjectKey } from './projects-columns.js';
import { sourceLink } from './source-link.js';
import { tableSheet, wholeYear } from './table-sheet.js';
import type { Voice } from './voice.js';

/** What one row of the table is made from, found once. */
interface Sources {
  figures: MonthFigures;
  voice: Voice;
  layout: Layout;
  /** The project's row on the sheet of projects, with its leaf. */
  places: ReadonlyMap<string, { row: number; leaf: Leaf }>;
  works: ReadonlyMap<string, WorkForecast>;
  lists: ReadonlyMap<string, string[]>;
}

/** One row for each project of the fiscal year: plan and actual, earned value, forecast, obstacles and actions as reported. */
export function earnedSheet(figures: MonthFigures, voice: Voice, layout: Layout): Sheet {
  const { t, labels } = voice;
  const sources = sourcesOf(figures, voice, layout);
  return tableSheet(figures, voice, {
    key: 'earned',
    title: t('ارزش کسب‌شدهٔ پروژه‌های سال مالی', 'Earned value of the projects of the fiscal year'),
    legend: t(
      `همهٔ عددها از سال مالی‌اند، با اعتبار مصوب کل سال. ارقام پول: ${labels.units[figures.displayUnit]}. P، PP، اعتبار و هزینه از برگهٔ پروژه‌ها می‌آیند و ارزش‌ها با آن‌ها تغییر می‌کنند. «—» یعنی داده نیست؛ دلیل آن در ستون پایانی است. ستون‌های پس از «پایان برآوردی» چاپ نمی‌شوند.`,
      `All figures are of the fiscal year, against its whole approved budget. Money in ${labels.units[figures.displayUnit]}. P, PP, budget and spending come from the sheet of projects and the values follow them. "—" = no data; the last column says why. Columns after "Forecast finish" are not printed.`,
    ),
    options: wholeYear(figures),
    columns: earnedColumns(voice),
    rows: figures.control.projects.map((value, index) => earnedRow(value, index, sources)),
    frozenColumns: 3,
    lastPrinted: 'finish',
  });
}

function sourcesOf(figures: MonthFigures, voice: Voice, layout: Layout): Sources {
  const places = new Map(
    figures.leaves.flatMap((leaf, index): [string, { row: number; leaf: Leaf }][] =>
      leaf.kind === 'project' ? [[leaf.code, { row: FIRST_ROW + index, leaf }]] : [],
    ),
  );
  const lists = new Map<string, string[]>();
  for (const { code, kind } of figures.control.critical) {
    const known = lists.get(code) ?? [];
    known.push(CRITICAL_LISTS[kind][voice.language]);
    lists.set(code, known);
  }
  return {
    figures,
    voice,
    layout,
    places,
    works: new Map(figures.control.works.map((work) => [work.work, work])),
    lists,
  };
}

function at(key: EarnedKey, row: number): string {
  return `${EARNED_LETTERS[key]}${row}`;
}

function earnedRow(value: EarnedValue, index: number, sources: Sources): Row {
  const { figures, voice, layout, places, works, lists } = sources;
  const { labels } = voice;
  const row = FIRST_ROW + index;
  const place = places.get(value.code);
  const project = layout.projectOf(value.code);
  const work = works.get(project?.work ?? '');
  const node = layout.byCode.get(place?.leaf.node ?? project?.node ?? '');
  const branch = node ? ancestorAt(node, branchDepth(layout)).number : null;
  const owner = project?.department ?? place?.leaf.department ?? null;
  const department = figures.departments.find(({ reporting }) => reporting.code === owner);
  const said = figures.control.remarks.get(value.code);
  const cells: Record<EarnedKey, Cell> = {
    index: cell('count', index + 1),
    code: cell('code', value.code),
    title: cell('wrapped', value.title),
    department: cell('wrapped', department?.reporting.title ?? owner ?? NO_DATA),
    type: cell('word', labels.types[figures.leafTypes.get(value.code) ?? 'unknown']),
    ...inputCells(value, sources),
    ...valueCells(value, row, voice),
    SPI_t: cell('index', value.SPI_t ?? NO_DATA),
    plannedFinish: cell('code', work?.plannedFinish ? voice.shortPeriod(work.plannedFinish) : NO_DATA),
    finish: cell('code', work?.finish ? voice.shortPeriod(work.finish) : NO_DATA),
    lists: cell('wrapped', (lists.get(value.code) ?? []).join(voice.t('، ', ', '))),
    obstacle: cell('wrapped', said?.obstacle?.text ?? ''),
    action: cell('wrapped', said?.action?.text ?? ''),
    remark: cell('wrapped', reasonsText(value, voice)),
    branchNumber: cell('count', branch),
    departmentNumber: cell('count', layout.departmentNumbers.get(owner ?? '') ?? null),
  };
  return { cells: inOrder(EARNED_KEYS, cells) };
}

/** The level by which project control is summed: the first with ten nodes or more. */
export function branchDepth({ nodes }: Layout): number {
  return depthWith(nodes, 10);
}

/** P, PP, budget and spending: taken from the sheet of projects where it holds the same number, so that an edit there is felt here. */
function inputCells(
  { code, BAC, PV, EV, AC }: EarnedValue,
  { figures, voice, layout, places }: Sources,
): Pick<Record<EarnedKey, Cell>, 'planned' | 'achieved' | 'BAC' | 'AC'> {
  const place = places.get(code);
  const leaf = place?.leaf;
  const budget = BAC === null ? null : Number(BAC);
  const ratio = (value: number | null) => (value === null || !budget ? null : value / budget);
  const from = (style: 'percent' | 'money', key: ProjectKey, value: number | null, own: number | null, look = {}) => {
    if (value === null) return cell(style, NO_DATA, look);
    const same = own !== null && Math.abs(own - value) <= 1e-9 * Math.max(1, Math.abs(value));
    if (!place || !same) return cell(style, value, look);
    return live(style, refTo(voice.labels.sheets.projects, `${PROJECT_LETTERS[key]}${place.row}`), own, look);
  };
  const money = (rial: bigint | number | null | undefined) => (rial == null ? null : voice.amount(rial));
  const { spending } = figures.headline.options;
  return {
    planned: from('percent', 'planned', ratio(PV), leaf?.planned ?? null, { assumed: leaf?.plannedAssumed ?? false }),
    achieved: from(
      'percent',
      'achieved',
      ratio(EV),
      leaf?.achieved ?? null,
      sourceLink(code, leaf?.lastPhysical ?? null, layout.physicalFields(code), voice, layout),
    ),
    BAC: from('money', 'approved', money(BAC), money(leaf?.approvedRial)),
    AC: from(
      'money',
      'spent',
      money(AC),
      money(leaf?.spentRial),
      sourceLink(code, leaf?.lastMoney ?? null, SPENDING_FIELDS[spending], voice, layout),
    ),
  };
}

type HelperKey = 'base' | 'paid' | 'knownPV' | 'costBAC' | 'costEV' | 'costAC';
type ValueKey = 'PV' | 'EV' | 'SV' | 'CV' | 'SPI' | 'CPI' | 'EAC' | 'VAC' | HelperKey;

/** What follows from the four inputs of the row, live; a figure that is unknown for a reason stays "—". */
function valueCells(value: EarnedValue, row: number, voice: Voice): Pick<Record<EarnedKey, Cell>, ValueKey> {
  const money = (rial: bigint | number | null) => (rial === null ? null : voice.amount(rial));
  const when = (style: 'money' | 'index', formula: string, result: number | null) =>
    result === null ? cell(style, NO_DATA) : live(style, formula, result);
  const ref = (key: EarnedKey) => at(key, row);
  return {
    PV: when('money', `${ref('BAC')}*${ref('planned')}`, money(value.PV)),
    EV: when('money', `${ref('BAC')}*${ref('achieved')}`, money(value.EV)),
    ...varianceCells(
      value,
      {
        ...{ PV: ref('PV'), EV: ref('EV'), knownPV: ref('PV'), CPI: ref('CPI'), EAC: ref('EAC') },
        ...{ costBAC: ref('BAC'), costEV: ref('EV'), costAC: ref('AC') },
      },
      voice,
    ),
    ...helperCells(value, row, voice),
  };
}

/** What the roll-ups sum: a figure counts where the figures that it is set against stand in the row too, else 0. */
function helperCells(value: EarnedValue, row: number, voice: Voice): Record<HelperKey, Cell> {
  const counted = (key: 'BAC' | 'PV' | 'EV' | 'AC', beside: readonly ('PV' | 'EV' | 'AC')[]) => {
    const needed = [...new Set([...beside, key])];
    const rial = needed.every((each) => value[each] !== null) ? value[key] : 0;
    const there = needed.map((each) => `ISNUMBER(${at(each, row)})`).join(',');
    return live('money', `IF(AND(${there}),${at(key, row)},0)`, voice.amount(rial ?? 0), { tone: 'muted' as const });
  };
  return {
    base: counted('BAC', ['PV']),
    paid: counted('AC', ['PV']),
    knownPV: counted('PV', ['EV']),
    costBAC: counted('BAC', ['EV', 'AC']),
    costEV: counted('EV', ['AC']),
    costAC: counted('AC', ['EV']),
  };
}

/** Where a row finds the two sides of each figure: a cell, or a sum over the table of projects. */
export type Sides = Record<'PV' | 'EV' | 'knownPV' | 'costBAC' | 'costEV' | 'costAC' | 'CPI' | 'EAC', string>;

/** Variances and indices of a row, each over the projects known on both of its sides; SPI live only where they all have a schedule. */
export function varianceCells(
  value: EarnedValue,
  sides: Sides,
  voice: Voice,
  look: { tone?: 'total' } = {},
): Record<'SV' | 'CV' | 'SPI' | 'CPI' | 'EAC' | 'VAC', Cell> {
  const money = (rial: bigint | number | null) => (rial === null ? null : voice.amount(rial));
  const none = quoted(NO_DATA);
  const difference = (a: string, b: string, result: number | null) =>
    result === null
      ? cell('money', NO_DATA, look)
      : live('money', `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),${a}-${b},${none})`, result, look);
  const quotient = (style: 'money' | 'index', a: string, b: string, result: number | null) =>
    result === null
      ? cell(style, NO_DATA, look)
      : live(style, `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),IF(${b}>0,${a}/${b},${none}),${none})`, result, look);
  const whole = value.time_share !== null && value.time_share > 1 - 1e-12;
  return {
    SV: difference(sides.EV, sides.knownPV, money(value.SV)),
    CV: difference(sides.costEV, sides.costAC, money(value.CV)),
    SPI: whole ? quotient('index', sides.EV, sides.PV, value.SPI) : cell('index', value.SPI ?? NO_DATA, look),
    CPI: quotient('index', sides.costEV, sides.costAC, value.CPI),
    EAC: quotient('money', sides.costBAC, sides.CPI, money(value.EAC)),
    VAC: difference(sides.costBAC, sides.EAC, money(value.VAC)),
  };
}

/** Each reason once, with the figures that it explains. */
export function reasonsText({ reasons }: EarnedValue, { language, t }: Voice): string {
  const named = new Map<string, string[]>();
  for (const key of ['PV', 'EV', 'AC', 'SPI', 'CPI', 'EAC'] as const) {
    const reason = reasons[key];
    if (!reason) continue;
    const word = REASON_WORDS[reason][language];
    named.set(word, [...(named.get(word) ?? []), key]);
  }
  return [...named].map(([word, keys]) => `${keys.join('/')}: ${word}`).join(t('؛ ', '; '));
}

/** Of how much of the budget the figures speak where that is not all of it, and the reasons of what is unknown. */
export function remarkText(value: EarnedValue, voice: Voice): string {
  const { t, percent } = voice;
  const shares = [
    ['EV', value.earned_share],
    ['AC', value.paid_share],
    ['CPI/EAC', value.cost_share],
    ['SPI', value.time_share],
  ] as const;
  const parts = shares.flatMap(([name, share]) =>
    share !== null && share > 0 && share < 1 ? [`${name} ${percent(share)}`] : [],
  );
  // A Persian word first: a line that begins with Latin letters would be laid out from the left.
  const said = parts.length === 0 ? '' : `${t('سهم از اعتبار: ', 'Of the budget: ')}${parts.join(t('، ', ', '))}`;
  return [said, reasonsText(value, voice)].filter((text) => text !== '').join(t('؛ ', '; '));
}
