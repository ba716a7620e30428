import { yearOf } from '../../src/domain/calendar.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, refTo, type Sheet } from '../../src/report/sheet.js';
import { ChartData, type ChartRow, type Placeable } from './chart-data.js';
import { BRIDGE_FIRST_ROW, partOfStep } from './gap-tables.js';
import { indicatorPoints } from './indicators.js';
import { depthWith, type Layout } from './layout.js';
import { TREE_LETTERS, type TreeKey } from './tree-columns.js';
import type { Voice } from './voice.js';

/** Every chart of the workbook; null = nothing to draw. */
export interface Charts {
  curve: Placeable | null;
  branches: Placeable | null;
  gap: Placeable | null;
  trend: Placeable | null;
  indicators: Placeable | null;
  sheet: Sheet;
}

export function chartsOf(figures: MonthFigures, voice: Voice, layout: Layout): Charts {
  const data = new ChartData(figures, voice);
  return {
    curve: curve(data, figures, voice),
    branches: branches(data, figures, voice, layout),
    gap: gap(data, figures, voice),
    trend: trend(data, figures, voice, layout),
    indicators: indicators(data, figures, voice),
    sheet: data.sheet(),
  };
}

const known = (value: number | null): Cell | null => (value === null ? null : cell('percent', value));

/** Planned, achieved and spent through the fiscal year. */
function curve(data: ChartData, { curve: points, calendar, period }: MonthFigures, voice: Voice): Placeable | null {
  const { t } = voice;
  const year = voice.digits(yearOf(calendar, period));
  return data.add({
    kind: 'lines',
    title: t(
      `سال ${year}: برنامه، کار و هزینه (سهم از کل سال)`,
      `Year ${year}: planned, achieved, spent (share of the whole year)`,
    ),
    description: t(
      'منحنی S سال مالی: پیشرفت برنامه‌ای، پیشرفت واقعی و هزینه، هر سه سهم از کل کار یا اعتبار سال، روی دامنهٔ سال و مبنای کل',
      "S-curve of the fiscal year: planned progress, achieved progress and spending as shares of the year's work and budget",
    ),
    categoryTitle: null,
    valueTitle: null,
    format: 'percent',
    legend: true,
    series: [
      { name: t('پیشرفت برنامه‌ای', 'Planned'), colour: 'planned', look: 'dashed' },
      { name: t('پیشرفت واقعی', 'Achieved'), colour: 'physical' },
      { name: t('هزینه', 'Spent'), colour: 'budget' },
    ],
    rows: points.map(({ period: month, planned, physical, budget }) => ({
      label: cell('text', voice.monthName(month)),
      values: [known(planned), known(physical), known(budget)],
    })),
  });
}

/** Physical beside budget at the goals, live over the tree. */
function branches(data: ChartData, figures: MonthFigures, voice: Voice, { nodes }: Layout): Placeable | null {
  const { t, labels } = voice;
  const depth = depthWith(nodes, 10);
  const placed = nodes.filter((node) => node.depth === depth).slice(0, 20);
  const fromTree = (key: TreeKey, row: number, value: number | null) =>
    value === null ? null : live('percent', refTo(labels.sheets.tree, `${TREE_LETTERS[key]}${row}`), value);
  const level = voice.level(placed[0]?.figures.level ?? '');
  return data.add({
    kind: 'bars',
    title: t(`کار در برابر هزینه، به تفکیک ${level}`, `Physical against budget by ${level}`),
    description: t(
      `تحقق فیزیکی و تحقق هزینهٔ هر ${level}، ${voice.basis(figures.headline.options)}`,
      `Physical and budget realization of each ${level}, ${voice.basis(figures.headline.options)}`,
    ),
    categoryTitle: null,
    valueTitle: null,
    format: 'percent',
    legend: true,
    series: [
      { name: t('تحقق فیزیکی', 'Physical'), colour: 'physical', labelled: true },
      { name: t('تحقق هزینه', 'Budget'), colour: 'budget' },
    ],
    rows: placed.map(({ figures: own, row }) => ({
      label: cell('text', shortened(own.title)),
      values: [fromTree('physical', row, own.physical), fromTree('budget', row, own.budget)],
    })),
  });
}

const LONGEST_LABEL = 30;

/** A title that leaves room for its bar; the whole text stands on the tree. */
function shortened(title: string): string {
  if (title.length <= LONGEST_LABEL) return title;
  const cut = title.slice(0, LONGEST_LABEL - 1);
  // The mark keeps the dots at the end of a text that reads from the right.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 12))}…${/[\u0600-\u06ff]/.test(cut) ? '\u200f' : ''}`;
}

/**
 * From budget down to physical, step by step, each part of the gap a column that hangs where the one before ended. The cells
 * of the gap sheet give the ends; base, loss and gain follow by formulas.
 */
function gap(data: ChartData, { gap: { bridge } }: MonthFigures, voice: Voice): Placeable | null {
  const { t, labels } = voice;
  const at = (index: number) => refTo(labels.sheets.gap, `C${BRIDGE_FIRST_ROW + index}`);
  const rows = bridge.flatMap(({ step, value }, index): ChartRow[] => {
    const before = bridge[index - 1];
    const total = (name: string): ChartRow => ({
      label: cell('text', name),
      values: [null, live('percent', at(index), value), null, null],
    });
    if (!before) return [total(t('تحقق هزینه', 'Budget'))];
    const [from, to] = [at(index - 1), at(index)];
    const change: ChartRow = {
      label: cell('text', partOfStep(step, voice)),
      values: [
        live('percent', `MIN(${from},${to})`, Math.min(before.value, value)),
        null,
        live('percent', `MAX(0,${from}-${to})`, Math.max(0, before.value - value)),
        live('percent', `MAX(0,${to}-${from})`, Math.max(0, value - before.value)),
      ],
    };
    return index === bridge.length - 1 ? [change, total(t('تحقق فیزیکی', 'Physical'))] : [change];
  });
  return data.add({
    kind: 'waterfall',
    title: t('از تحقق هزینه تا تحقق فیزیکی: شکاف از چیست', 'From budget to physical: what the gap is made of'),
    description: t(
      'نمودار آبشاری: تحقق هزینه، اجزای شکاف و تحقق فیزیکی',
      'Waterfall: budget realization, the parts of the gap, physical realization',
    ),
    categoryTitle: null,
    valueTitle: null,
    format: 'percent',
    legend: true,
    series: [
      { name: t('پایه', 'Base'), colour: 'none', look: 'unseen' },
      { name: t('تحقق', 'Realization'), colour: 'total', labelled: true },
      { name: t('می‌کاهد', 'Takes away'), colour: 'bad', labelled: true },
      { name: t('می‌افزاید', 'Adds'), colour: 'good', labelled: true },
    ],
    rows,
  });
}

/** The headline month by month; its last point is live over the tree. */
function trend(data: ChartData, figures: MonthFigures, voice: Voice, { total }: Layout): Placeable | null {
  const { t, labels } = voice;
  const last = figures.trend.length - 1;
  const point = (key: 'physical' | 'budget', index: number, value: number | null) =>
    index === last && value !== null && value === total.figures[key]
      ? live('percent', refTo(labels.sheets.tree, `${TREE_LETTERS[key]}${total.row}`), value)
      : known(value);
  if (figures.trend.filter(({ physical, budget }) => physical !== null || budget !== null).length < 2) return null;
  return data.add({
    kind: 'lines',
    title: t('روند سرخط ماه به ماه', 'The headline month by month'),
    description: t(
      `تحقق فیزیکی و تحقق هزینه در ماه‌های اخیر، ${voice.basis(figures.headline.options)}`,
      `Physical and budget realization of the last months, ${voice.basis(figures.headline.options)}`,
    ),
    categoryTitle: null,
    valueTitle: null,
    format: 'percent',
    legend: true,
    series: [
      { name: t('تحقق فیزیکی', 'Physical'), colour: 'physical', labelled: true },
      { name: t('تحقق هزینه', 'Budget'), colour: 'budget' },
    ],
    rows: figures.trend.map(({ period, physical, budget }, index) => ({
      label: cell('text', voice.shortPeriod(period)),
      values: [point('physical', index, physical), point('budget', index, budget)],
    })),
  });
}

/** How far each indicator has come on its way to the target, beside where its path said that it would be. */
function indicators(data: ChartData, figures: MonthFigures, voice: Voice): Placeable | null {
  const { t } = voice;
  return data.add({
    kind: 'bars',
    title: t('شاخص‌ها: راه رفته در برابر مسیر و هدف', 'Indicators: the way gone against path and target'),
    description: t(
      'سهم راه رفته از آغاز تا هدف، برای هر شاخص، در کنار جایی که مسیر آن باید می‌بود؛ هدف ۱۰۰٪ است',
      'Share of the way from the start to the target that each indicator has gone, beside where its path was; the target is 100%',
    ),
    categoryTitle: null,
    valueTitle: null,
    format: 'percent',
    legend: true,
    series: [
      { name: t('مسیر برنامه‌ای', 'Path'), colour: 'planned' },
      { name: t('راه رفته', 'Way gone'), colour: 'indicators', labelled: true },
    ],
    rows: indicatorPoints(figures, voice).map(({ title, path, gone }) => ({
      label: cell('text', shortened(title)),
      values: [path, gone],
    })),
  });
}
