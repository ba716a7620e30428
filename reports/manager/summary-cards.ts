import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { columnLetters } from '../../src/domain/table.js';
import { cell, emptyRow, live } from '../../src/report/cells.js';
import { type Cell, type Condition, refTo } from '../../src/report/sheet.js';
import type { Layout } from './layout.js';
import { gapVerdictFormula, verdictConditions } from './roll-up.js';
import { boundsText } from './sentences.js';
import { type Grid, quarter } from './summary-grid.js';
import { TREE_LETTERS, type TreeKey } from './tree-columns.js';
import { gapVerdict, physicalVerdict, type Voice } from './voice.js';

/** Where the key figures stand, for named ranges and tests: the row under the titles, banner or not. */
export interface CardCells {
  timeElapsed: string;
  physical: string;
  budget: string;
  gap: string;
}

export function cardCells({ sample }: MonthFigures): CardCells {
  const row = sample ? 6 : 5;
  const [timeElapsed = '', physical = '', budget = '', gap = ''] = CARD_COLUMNS.map((column) => `${column}${row}`);
  return { timeElapsed, physical, budget, gap };
}

const CARD_COLUMNS = [0, 1, 2, 3].map((index) => columnLetters(quarter(index)[0]));

interface Card {
  label: string;
  value: Cell;
  bar: Cell;
  word: Cell;
  note: string;
}

/** Four cards: time, physical, budget, gap, on one scope and basis; each figure live over the tree. */
export function cards(grid: Grid, figures: MonthFigures, voice: Voice, layout: Layout): Condition[] {
  const four = [
    timeCard(figures, voice),
    physicalCard(figures, voice, layout),
    budgetCard(figures, voice, layout),
    gapCard(figures, voice, layout),
  ];
  const wide = (cellOf: (card: Card) => Cell, height: number) =>
    grid.wide(
      four.map((card, index) => [...quarter(index), cellOf(card)] as const),
      height,
    );
  wide(({ label }) => cell('cardLabel', label), 20);
  wide(({ value }) => value, 38);
  const bars = wide(({ bar }) => bar, 9);
  const words = wide(({ word }) => word, 18);
  wide(({ note }) => cell('cardNote', note), 38);
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
    bar(3, 'bad', 100),
    ...verdictConditions({ physical: `${CARD_COLUMNS[1]}${words}`, gap: `${CARD_COLUMNS[3]}${words}` }, voice),
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
