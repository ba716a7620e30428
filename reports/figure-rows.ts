import { NO_DATA } from '../src/domain/catalogue/numbers.js';
import type { Realization } from '../src/domain/measure.js';
import type { MonthFigures } from '../src/domain/month.js';
import { cell, live } from '../src/report/cells.js';
import { type Cell, quoted } from '../src/report/sheet.js';
import { depthWith, type Layout } from './manager/layout.js';
import { gapFormula, gapVerdictFormula, known, physicalFormula } from './manager/roll-up.js';
import { gapVerdict, physicalVerdict, type Voice } from './manager/voice.js';
import type { Part } from './page.js';

/** Columns of a table of figures; the same on every page that has one. */
export const FIGURE_WIDTHS = [16, 42, 9, 11, 11, 11, 19, 15, 15, 11, 11, 21];

/** A table of figures of any kind of row: work, money and the gap between them, the three ratios live over their row. */
export function figureTable(
  title: string,
  named: string,
  rows: readonly Realization[],
  figures: MonthFigures,
  voice: Voice,
): Part {
  return {
    title,
    headers: figureHeaders(named, figures, voice),
    rows: (first) => rows.map((row, index) => figureRow(row, first + index, figures, voice)),
  };
}

function figureHeaders(named: string, { displayUnit, headline }: MonthFigures, { t, labels }: Voice): string[] {
  const due = headline.options.basis === 'due';
  const unit = labels.units[displayUnit];
  return [
    t('کد', 'Code'),
    named,
    t('پروژه', 'Projects'),
    due ? t('موعدرسیده از کار این سطر', 'Due, of its own work') : t('همهٔ کار این سطر', 'All of its work'),
    t('انجام‌شده از کار این سطر', 'Done, of its own work'),
    t('تحقق فیزیکی', 'Physical'),
    t('وضع کار', 'Work stands'),
    due ? t(`اعتبار موعدرسیده (${unit})`, `Budget due (${unit})`) : t(`اعتبار (${unit})`, `Budget (${unit})`),
    t(`هزینه (${unit})`, `Spent (${unit})`),
    t('تحقق هزینه', 'Budget'),
    t('شکاف (واحد درصد)', 'Gap (points)'),
    t('وضع شکاف', 'Gap stands'),
  ];
}

/** physical = A / D, budget = S / BD, gap = budget − physical in points; D of basis full is the whole weight of the row. */
function figureRow(row: Realization, at: number, figures: MonthFigures, voice: Voice): Cell[] {
  const { physical, budget, achieved, spentRial, budgetRial } = row;
  const planned = physical === null || achieved === null ? row.planned : plannedOf(row);
  const { ratioBands, gapPoints } = figures.thresholds;
  const { physicalVerdicts, gapVerdicts } = voice.labels;
  const points = physical === null || budget === null ? null : (budget - physical) * 100;
  const money = (rial: bigint | null) => known('money', rial === null ? null : voice.amount(rial));
  const assumed = (share: number | null) => ({ assumed: (share ?? 0) > 0 });
  return [
    cell('code', row.code),
    cell('wrapped', row.title),
    cell('count', row.leaves),
    known('ratio', planned),
    known('ratio', achieved),
    ratio(`E${at}/D${at}`, physical, achieved !== null && planned !== null && planned > 0, assumed(row.assumed)),
    live(
      'word',
      physicalFormula(`F${at}`, ratioBands, physicalVerdicts),
      physicalVerdicts[physicalVerdict(physical, ratioBands)],
    ),
    money(budgetRial),
    money(spentRial),
    ratio(
      `I${at}/H${at}`,
      budget,
      budgetRial !== null && spentRial !== null && budgetRial > 0n,
      assumed(row.assumedBudget),
    ),
    live('points', gapFormula(`F${at}`, `J${at}`), points ?? NO_DATA),
    live('word', gapVerdictFormula(`K${at}`, gapPoints, gapVerdicts), gapVerdicts[gapVerdict(points, gapPoints)]),
  ];
}

/** What the physical ratio was divided by, so that the printed parts give the printed ratio. */
function plannedOf({ physical, achieved, planned }: Realization): number | null {
  return physical && achieved ? achieved / physical : planned;
}

/** Live where both parts are printed; an unknown ratio stays "—" whatever its parts say. */
export function ratio(formula: string, value: number | null, parts: boolean, look: { assumed: boolean }): Cell {
  if (value === null) return cell('percent', NO_DATA);
  return parts ? live('percent', `IFERROR(${formula},${quoted(NO_DATA)})`, value, look) : cell('percent', value, look);
}

/** The nodes of the first level with more than one: what the plan calls its goals, statements or branches. */
export function branchRows({ nodes }: Layout): Realization[] {
  const depth = depthWith(nodes, 2);
  return nodes.filter((node) => node.depth === depth).map((node) => node.figures);
}
