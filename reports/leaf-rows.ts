import { NO_DATA } from '../src/domain/catalogue/numbers.js';
import type { Leaf } from '../src/domain/measure.js';
import type { MonthFigures } from '../src/domain/month.js';
import { cell, live } from '../src/report/cells.js';
import type { Cell } from '../src/report/sheet.js';
import { ratio } from './figure-rows.js';
import { hasMoney, hasProgress } from './manager/leaf-state.js';
import { gapFormula, known } from './manager/roll-up.js';
import type { Voice } from './manager/voice.js';
import type { Part } from './page.js';

/** A table of projects on the columns of a table of figures: plan and actual, spending, gap, type, and how they were reported. */
export function projectTable(
  title: string,
  leaves: readonly Leaf[],
  figures: MonthFigures,
  voice: Voice,
  empty?: string,
): Part {
  return {
    title,
    headers: projectHeaders(figures, voice),
    rows: (first) => leaves.map((leaf, index) => projectRow(leaf, first + index, figures, voice)),
    ...(empty === undefined ? {} : { empty }),
  };
}

function projectHeaders({ displayUnit }: MonthFigures, { t, labels }: Voice): string[] {
  const unit = labels.units[displayUnit];
  return [
    t('کد', 'Code'),
    t('پروژه', 'Project'),
    t('سال', 'Year'),
    t('برنامه تا امروز', 'Planned to date'),
    t('انجام‌شده', 'Achieved'),
    t('تحقق فیزیکی', 'Physical'),
    t('نوع', 'Type'),
    t(`اعتبار موعدرسیده (${unit})`, `Budget due (${unit})`),
    t(`هزینه (${unit})`, `Spent (${unit})`),
    t('تحقق هزینه', 'Budget'),
    t('شکاف (واحد درصد)', 'Gap (points)'),
    t('گزارش پیشرفت / هزینه', 'Progress / money reported'),
  ];
}

function projectRow(leaf: Leaf, at: number, figures: MonthFigures, voice: Voice): Cell[] {
  const { labels, digits } = voice;
  const { scope } = figures.headline.options;
  const { planned, budgetRial } = leaf;
  const achieved = hasProgress(leaf, scope) ? leaf.achieved : null;
  const spentRial = hasMoney(leaf, scope) ? leaf.spentRial : null;
  const physical = achieved === null || !planned ? null : achieved / planned;
  const budget = spentRial === null || !budgetRial ? null : spentRial / budgetRial;
  const money = (rial: number | null) => known('money', rial === null ? null : voice.amount(rial));
  const states = [labels.states[leaf.physicalState], labels.states[leaf.moneyState]];
  const told = states[0] === states[1] ? (states[0] ?? '') : states.join(' / ');
  const open = leaf.physicalState !== 'reported' || leaf.moneyState !== 'reported';
  return [
    cell('code', leaf.code),
    cell('wrapped', leaf.title),
    cell('code', digits(leaf.year)),
    cell('percent', planned ?? NO_DATA, { assumed: leaf.plannedAssumed }),
    known('percent', achieved),
    ratio(`E${at}/D${at}`, physical, true, { assumed: leaf.plannedAssumed }),
    cell('word', labels.types[figures.leafTypes.get(leaf.code) ?? 'unknown']),
    money(budgetRial),
    money(spentRial),
    ratio(`I${at}/H${at}`, budget, true, { assumed: leaf.budgetAssumed }),
    live(
      'points',
      gapFormula(`F${at}`, `J${at}`),
      physical === null || budget === null ? NO_DATA : (budget - physical) * 100,
    ),
    cell('word', told, open ? { tone: 'watch' } : {}),
  ];
}
