import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { columnLetters } from '../../src/domain/table.js';
import { cell, emptyRow, live } from '../../src/report/cells.js';
import { type Cell, type Condition, refTo } from '../../src/report/sheet.js';
import { indicatorTotalRow } from './indicators.js';
import { INDICATOR_LETTERS } from './indicators-columns.js';
import type { Layout } from './layout.js';
import { gapVerdictFormula, verdictConditions } from './roll-up.js';
import { boundsText } from './sentences.js';
import { CARD_SPANS, type Grid } from './summary-grid.js';
import { TREE_LETTERS, type TreeKey } from './tree-columns.js';
import { gapVerdict, physicalVerdict, type Voice } from './voice.js';

/** Where the key figures stand, for named ranges and tests: the row under the titles, banner or not. */
export interface CardCells {
  timeElapsed: string;
  physical: string;
  budget: string;
  indicators: string;
  gap: string;
}

export function cardCells({ sample }: MonthFigures): CardCells {
  const row = sample ? 6 : 5;
  const [timeElapsed = '', physical = '', budget = '', indicators = '', gap = ''] = CARD_COLUMNS.map(
    (column) => `${column}${row}`,
  );
  return { timeElapsed, physical, budget, indicators, gap };
}

const CARD_COLUMNS = CARD_SPANS.map(([first]) => columnLetters(first));

interface Card {
  label: string;
  value: Cell;
  bar: Cell;
  word: Cell;
  note: string;
}

/** Five cards: time, physical, budget, indicators, gap, on one scope and basis; each figure live over its own sheet. */
export function cards(grid: Grid, figures: MonthFigures, voice: Voice, layout: Layout): Condition[] {
  const five = [
    timeCard(figures, voice),
    physicalCard(figures, voice, layout),
    budgetCard(figures, voice, layout),
    indicatorCard(figures, voice),
    gapCard(figures, voice, layout),
  ];
  const wide = (cellOf: (card: Card) => Cell, height: number) =>
    grid.wide(
      five.flatMap((card, index) => {
        const span = CARD_SPANS[index];
        return span ? [[...span, cellOf(card)] as const] : [];
      }),
      height,
    );
  wide(({ label }) => cell('cardLabel', label), 20);
  wide(({ value }) => value, 35);
  const bars = wide(({ bar }) => bar, 9);
  const words = wide(({ word }) => word, 18);
  wide(({ note }) => cell('cardNote', note), 30);
  grid.add(emptyRow(8));
  const bar = (index: number, tone: 'primary' | 'bad', max: number): Condition => ({
    kind: 'bar',
    range: `${CARD_COLUMNS[index]}${bars}`,
    tone,
    min: 0,
    max,
  });
  return [
    bar(0, 'primary', 1),
    bar(1, 'primary', 1),
    bar(2, 'primary', 1),
    bar(3, 'primary', 1),
    bar(4, 'bad', 100),
    ...verdictConditions({ physical: `${CARD_COLUMNS[1]}${words}`, gap: `${CARD_COLUMNS[4]}${words}` }, voice),
    ...verdictConditions({ physical: `${CARD_COLUMNS[3]}${words}` }, voice),
  ];
}

function timeCard({ timeElapsed, plan }: MonthFigures, voice: Voice): Card {
  const years = voice.t(
    `برنامهٔ ${voice.digits(plan.firstYear)} تا ${voice.digits(plan.lastYear)}`,
    `Plan ${plan.firstYear}–${plan.lastYear}`,
  );
  return {
    label: voice.t('زمان سپری‌شدهٔ برنامه', 'Time elapsed'),
    value: cell('cardPercent', timeElapsed),
    bar: cell('cardBar', timeElapsed),
    word: cell('cardWord', years),
    note: voice.t('سهم ماه‌های گذشته از همهٔ ماه‌های برنامه', "Share of the plan's months that have passed"),
  };
}

function fromTree(
  style: 'cardPercent' | 'cardPoints' | 'cardBar' | 'cardWord',
  key: TreeKey,
  value: number | string,
  voice: Voice,
  { total }: Layout,
): Cell {
  return live(style, refTo(voice.labels.sheets.tree, `${TREE_LETTERS[key]}${total.row}`), value);
}

function physicalCard(figures: MonthFigures, voice: Voice, layout: Layout): Card {
  const { physical } = layout.total.figures;
  const verdict = voice.labels.physicalVerdicts[physicalVerdict(physical, figures.thresholds.ratioBands)];
  return {
    label: voice.t('تحقق فیزیکی', 'Physical realization'),
    value: fromTree('cardPercent', 'physical', physical ?? NO_DATA, voice, layout),
    bar: fromTree('cardBar', 'physical', physical ?? NO_DATA, voice, layout),
    word: fromTree('cardWord', 'physicalVerdict', verdict, voice, layout),
    note: boundsText(voice, layout),
  };
}

function budgetCard(figures: MonthFigures, voice: Voice, layout: Layout): Card {
  const { budget, coverageBudget } = layout.total.figures;
  const { options } = figures.headline;
  const due = options.basis === 'due';
  return {
    label: voice.t('تحقق هزینه', 'Budget realization'),
    value: fromTree('cardPercent', 'budget', budget ?? NO_DATA, voice, layout),
    bar: fromTree('cardBar', 'budget', budget ?? NO_DATA, voice, layout),
    word: cell('cardWord', voice.labels.spendings[options.spending]),
    note: voice.t(
      `از ${due ? 'بخش موعدرسیدهٔ ' : ''}${voice.labels.denominators[options.denominator]}، پوشش ${voice.percent(coverageBudget, 0)} اعتبار`,
      `of the ${due ? 'due part of the ' : ''}${voice.labels.denominators[options.denominator]}, coverage ${voice.percent(coverageBudget, 0)} of budget`,
    ),
  };
}

/** All indicators together; those that have no attainment are said beside it. */
function indicatorCard(figures: MonthFigures, voice: Voice): Card {
  const { t, labels } = voice;
  const rollup = figures.indicators.rollups.get(figures.plan.code);
  const value = rollup?.attainment ?? null;
  const row = indicatorTotalRow(figures);
  const at = (key: 'attainment' | 'verdict') => refTo(labels.sheets.indicators, `${INDICATOR_LETTERS[key]}${row}`);
  const verdict = labels.physicalVerdicts[physicalVerdict(value, figures.thresholds.ratioBands)];
  const [defined, all] = [rollup?.defined ?? 0, figures.indicators.figures.length];
  return {
    label: t('دستیابی شاخص‌ها', 'Indicators'),
    value: live('cardPercent', at('attainment'), value ?? NO_DATA),
    bar: live('cardBar', at('attainment'), value ?? NO_DATA),
    word: live('cardWord', at('verdict'), verdict),
    note: t(
      `${voice.count(defined)} از ${voice.count(all)} شاخص سنجیده شده`,
      `${voice.count(defined)} of ${voice.count(all)} indicators measured`,
    ),
  };
}

function gapCard(figures: MonthFigures, voice: Voice, layout: Layout): Card {
  const { physical, budget } = layout.total.figures;
  const points = physical === null || budget === null ? null : (budget - physical) * 100;
  const { gapPoints } = figures.thresholds;
  const { gapVerdicts } = voice.labels;
  const at = cardCells(figures).gap;
  return {
    label: voice.t('شکاف (واحد درصد)', 'Gap (points)'),
    value: fromTree('cardPoints', 'gap', points ?? NO_DATA, voice, layout),
    bar: fromTree('cardBar', 'gap', points ?? NO_DATA, voice, layout),
    word: live('cardWord', gapVerdictFormula(at, gapPoints, gapVerdicts), gapVerdicts[gapVerdict(points, gapPoints)]),
    note: voice.t('هزینه منهای فیزیکی، روی همین دامنه و مبنا', 'budget less physical, same scope and basis'),
  };
}
