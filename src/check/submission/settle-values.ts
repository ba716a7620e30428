import { JALALI } from '../../domain/calendar.js';
import type { Cell } from '../../domain/table.js';
import { parsePeriod } from '../../domain/text/date.js';
import { isNoData } from '../../domain/text/normalise.js';
import { parseNumber } from '../../domain/text/number.js';
import { INDICATOR_FREQUENCY, readWord } from '../../domain/text/values.js';
import { type Column, type Form, factOf } from './columns.js';

/** So many values of a column show what it holds. */
const LOOKED_AT = 60;

function valuesOf(form: Form, column: Column): Cell[] {
  const values: Cell[] = [];
  for (const row of form.body) {
    if (row.hidden) continue;
    const cell = row.cells.find((one) => one.column === column.number);
    if (cell && !isNoData(cell.text)) values.push(cell);
    if (values.length >= LOOKED_AT) break;
  }
  return values;
}

const isPercent = (cell: Cell): boolean =>
  cell.percentFormat || (cell.kind === 'text' && parseNumber(cell.text, 'percent').flags.includes('pct_sign'));

const numberOf = (cell: Cell): number | null =>
  cell.kind === 'number' ? cell.number : cell.kind === 'text' ? parseNumber(cell.text, 'number').value : null;

const isAmount = (cell: Cell): boolean => !isPercent(cell) && (numberOf(cell) ?? 0) > 100;

type Rule = (
  column: Column,
  values: readonly Cell[],
  form: Form,
  isDepartment: (text: string) => boolean,
) => string | null;

const has = (form: Form, ...fields: string[]) =>
  form.columns.some(({ field }) => field !== null && fields.includes(field));
const mostly = (values: readonly Cell[], test: (cell: Cell) => boolean): boolean =>
  values.length > 0 && values.every(test);

/** «تخصیص» in percent is the share and no amount. */
const share: Rule = ({ field, unit }, values) =>
  field === 'allocated_rial' && unit === null && mostly(values, isPercent) ? 'alloc_pct' : null;

/** «عملکرد» beside the approved budget, with amounts, is spending; with percent signs and no other progress it is progress. */
const performance: Rule = ({ likely }, values, form) => {
  if (form.kind !== 'project' || (likely !== 'spent_rial' && likely !== 'physical_percent')) return null;
  if (likely === 'physical_percent' && !has(form, 'planned_physical_percent')) return null;
  if (mostly(values, isPercent))
    return has(form, 'physical_percent', 'fin_actual')
      ? null
      : has(form, 'planned_physical_percent')
        ? 'physical_percent'
        : null;
  const budget = has(form, 'approved_rial', 'revised_rial', 'allocated_rial');
  return likely === 'spent_rial' && budget && !has(form, 'spent_rial') && values.some(isAmount) ? 'spent_rial' : null;
};

/** «مجری», «واحد», «حوزه»: a department where every value is one of the registry, a company where one calls itself so. */
const unitOrCompany: Rule = ({ likely }, values, _, isDepartment) => {
  if (likely !== 'department' || values.length === 0) return null;
  if (values.every(({ text }) => isDepartment(text))) return 'department';
  return values.some(({ text }) => /شرکت|پیمانکار/u.test(text)) ? 'contractor' : 'org_unit';
};

/** «دوره» of words like «ماهانه» is how often something is measured. */
const frequency: Rule = ({ field }, values) =>
  field === 'period' &&
  mostly(values, ({ text }) => readWord(INDICATOR_FREQUENCY, text) !== null && parsePeriod(text, JALALI) === null)
    ? 'frequency'
    : null;

/** «شرح» is the title where the sheet has none, and otherwise a remark. */
const description: Rule = ({ likely }, _, form) =>
  likely === 'note' ? (has(form, 'title') ? (has(form, 'note') ? null : 'note') : 'title') : null;

/** «تجمعی» with yes and no says how an indicator is summed; dates and texts of vague columns are nobody's figures. */
const harmless: Rule = ({ likely }, values) =>
  (likely === 'aggregation' || likely === 'data_date') && !values.some((cell) => cell.kind === 'number')
    ? likely
    : null;

const RULES: readonly Rule[] = [share, performance, unitOrCompany, frequency, description, harmless];

/** Settles words with several meanings by what stands in their columns and beside them; the rest stays to be asked about. */
export function settleByValues(form: Form, isDepartment: (text: string) => boolean): Form {
  let settled = form;
  for (const [index, column] of form.columns.entries()) {
    if (column.why === 'mapping' || column.why === 'synonym') continue;
    const rules = column.likely !== null || column.field === 'allocated_rial' || column.field === 'period' ? RULES : [];
    if (rules.length === 0) continue;
    const values = valuesOf(form, column);
    const field = rules.map((rule) => rule(column, values, settled, isDepartment)).find((one) => one !== null);
    if (field === undefined || field === null) continue;
    const columns = settled.columns.map(
      (one, at): Column =>
        at === index
          ? { ...one, field, fact: factOf(form.kind, field), likely: null, suggestion: null, why: 'context' }
          : one,
    );
    settled = { ...settled, columns };
  }
  return settled;
}
