import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { EarnedValue } from '../../src/domain/control.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, refTo } from '../../src/report/sheet.js';
import { branchDepth, reasonsText, varianceCells } from './earned.js';
import { type EarnedKey, earnedHeaders, earnedRange } from './earned-columns.js';
import type { Layout } from './layout.js';
import { known } from './roll-up.js';
import type { Voice } from './voice.js';

export function totalHeaders(voice: Voice): string[] {
  const { t } = voice;
  const names = earnedHeaders(voice);
  return [
    t('کد', 'Code'),
    t('عنوان', 'Title'),
    t('پروژه‌ها (بیرون‌مانده)', 'Projects (left out)'),
    names.BAC,
    names.PV,
    names.EV,
    names.AC,
    names.SV,
    names.CV,
    names.SPI,
    names.CPI,
    names.EAC,
    names.VAC,
    names.SPI_t,
    t('سهم EV', 'EV share'),
    t('سهم AC', 'AC share'),
    t('سهم CPI و EAC', 'CPI, EAC share'),
    t('سهم SPI و SPI(t)', 'SPI, SPI(t) share'),
    t('پوشش گزارش', 'Coverage'),
  ];
}

/** Roll-ups of PV, EV and AC over the table of projects: the whole with its branches, and departments; each once its first row is known. */
export function controlTotals(
  figures: MonthFigures,
  voice: Voice,
  layout: Layout,
): Record<'branches' | 'departments', (firstRow: number) => Cell[][]> {
  const count = figures.control.projects.length;
  const range = (key: EarnedKey) => refTo(voice.labels.sheets.earned, earnedRange(key, count));
  const depth = branchDepth(layout);
  const numbers = new Map(
    layout.nodes.filter((node) => node.depth === depth).map((node) => [node.figures.code, node.number]),
  );
  const sumBy = (owner: EarnedKey, number: number) => (key: EarnedKey) =>
    `SUMIFS(${range(key)},${range(owner)},${number})`;
  const whole = (key: EarnedKey) => `SUM(${range(key)})`;
  const nodes = figures.control.nodes.filter(({ kind, code }) => kind === 'plan' || numbers.has(code));
  return {
    branches: (first) =>
      nodes.map((value, index) =>
        totalRow(
          value,
          first + index,
          value.kind === 'plan' ? whole : sumBy('branchNumber', numbers.get(value.code) ?? 0),
          voice,
        ),
      ),
    departments: (first) =>
      figures.control.departments.map((value, index) =>
        totalRow(value, first + index, sumBy('departmentNumber', layout.departmentNumbers.get(value.code) ?? 0), voice),
      ),
  };
}

const COLUMNS = { PV: 'E', EV: 'F', CPI: 'K', EAC: 'L' } as const;

function totalRow(value: EarnedValue, row: number, sumOf: (key: EarnedKey) => string, voice: Voice): Cell[] {
  const look = value.kind === 'plan' ? { tone: 'total' as const } : {};
  const money = (rial: bigint | number | null, key: EarnedKey) =>
    rial === null ? cell('money', NO_DATA, look) : live('money', sumOf(key), voice.amount(rial), look);
  const counted = value.projects > 0;
  const own = (key: keyof typeof COLUMNS) => `${COLUMNS[key]}${row}`;
  const sides = {
    ...{ PV: own('PV'), EV: own('EV'), CPI: own('CPI'), EAC: own('EAC'), knownPV: sumOf('knownPV') },
    ...{ costBAC: sumOf('costBAC'), costEV: sumOf('costEV'), costAC: sumOf('costAC') },
  };
  const variances = varianceCells(value, sides, voice, look);
  const left = value.left_out > 0 ? ` (${voice.count(value.left_out)})` : '';
  const reasons = reasonsText(value, voice);
  return [
    cell('code', value.code, look),
    cell('wrapped', value.title, { ...look, ...(reasons === '' ? {} : { note: reasons }) }),
    cell('code', `${voice.count(value.projects)}${left}`, look),
    money(counted ? value.BAC : null, 'base'),
    money(value.PV, 'PV'),
    money(value.EV, 'EV'),
    money(value.AC, 'paid'),
    variances.SV,
    variances.CV,
    variances.SPI,
    variances.CPI,
    variances.EAC,
    variances.VAC,
    cell('index', value.SPI_t ?? NO_DATA, look),
    ...[value.earned_share, value.paid_share, value.cost_share, value.time_share, value.coverage].map((share) =>
      known('percent', share, look.tone),
    ),
  ];
}
