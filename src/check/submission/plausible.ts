import { addMonths, comparePeriods, yearOf } from '../../domain/calendar.js';
import type { FactField, Statement } from '../../domain/fact.js';
import type { Finding } from '../../domain/finding.js';
import type { Project } from '../../domain/plan.js';
import type { Sender } from './code.js';
import { isText } from './columns.js';
import { districtNumber, districtsIn } from './districts.js';
import { isContractName } from './figure.js';
import { cellPlace, finding, shown } from './place.js';
import type { RowReading } from './read-row.js';

/** Fields that only grow within a year; allocations may be taken back and advances are recovered. */
const NEVER_FALLS: ReadonlySet<FactField> = new Set([
  'physical',
  'quantity',
  'certified_rial',
  'spent_rial',
  'spent_noncash_rial',
]);
/** Figures of different makers are compared to here, far below anything that people type. */
const SAME = 1e-9;

/** A figure as the sender writes it: physical progress is a ratio inside and a percent on paper. */
const onPaper = (field: FactField, value: number): number =>
  field === 'physical' ? Number((value * 100).toPrecision(12)) : value;

/** The budget in force: the latest change up to the period, else the project's own; null = none. */
function budgetRial(project: Project, sender: Sender): number | null {
  const { calendar } = sender.context;
  const changes = sender.index.plan.budgetChanges
    .filter(
      (change) => change.project === project.code && comparePeriods(calendar, change.effective, sender.period) <= 0,
    )
    .sort((a, b) => comparePeriods(calendar, a.effective, b.effective));
  return changes.at(-1)?.approvedRial ?? project.approvedRial;
}

type Doubt = (statement: Statement, value: number, sender: Sender, project: Project | null) => Finding | null;

const at = (statement: Statement, sender: Sender) => {
  const { sheet, row, column, cell } = statement.source;
  return { file: sender.context.fileName, sheet, row, column, cell };
};

const falling: Doubt = (statement, value, sender) => {
  const { code, field, period } = statement;
  if (!NEVER_FALLS.has(field)) return null;
  const { calendar, lastFigure } = sender.context;
  const before = lastFigure(code, field, addMonths(calendar, period, -1));
  if (!before || before.value === null || value >= before.value - SAME) return null;
  if (yearOf(calendar, before.period) !== yearOf(calendar, period)) return null;
  const header = shown(statement.source.column);
  const params = {
    code,
    field,
    header,
    value: onPaper(field, value),
    before: onPaper(field, before.value),
    period: before.period,
  };
  return finding('SUB_FALLING', at(statement, sender), params);
};

/** At or below one percent in a column that states its scale: taken as it stands, and said. */
const smallPercent: Doubt = (statement, value, sender) => {
  const percent = statement.field === 'physical' ? value * 100 : statement.field === 'verified_percent' ? value : 0;
  const { raw, column } = statement.source;
  if (percent <= 0 || percent > 1 || /[%٪]|درصد/u.test(raw) || !isContractName(column)) return null;
  return finding('SUB_PERCENT_SMALL', at(statement, sender), { raw: shown(raw), code: statement.code });
};

const departmentsDiffer: Doubt = (statement, value, sender) => {
  const { code, field, period } = statement;
  const there = sender.context.lastFigure(code, field, period);
  if (!there || there.period !== period || there.department === sender.department.code) return null;
  if (there.value === null || Math.abs(there.value - value) <= SAME * Math.max(1, Math.abs(value))) return null;
  const params = {
    code,
    field,
    value: onPaper(field, value),
    other: onPaper(field, there.value),
    department: there.department,
  };
  return finding('SUB_DEPARTMENTS_DIFFER', at(statement, sender), params);
};

const spentWithoutBudget: Doubt = (statement, value, sender, project) => {
  const spending = statement.field === 'spent_rial' || statement.field === 'spent_noncash_rial';
  if (!project || !spending || value <= 0 || (budgetRial(project, sender) ?? 0) > 0) return null;
  return finding('SUB_SPENT_WITHOUT_BUDGET', at(statement, sender), {
    code: project.code,
    field: statement.field,
    value,
  });
};

const lifeOutside: Doubt = (statement, value, sender, project) => {
  if (!project || statement.field !== 'physical' || project.progressBasis !== 'life') return null;
  const opening = project.openingPercent ?? 0;
  const target = project.targetPercent ?? 100;
  const percent = onPaper('physical', value);
  if (percent >= opening && percent <= target) return null;
  return finding('SUB_LIFE_OUTSIDE', at(statement, sender), {
    code: project.code,
    field: statement.field,
    value: percent,
    opening,
    target,
  });
};

const quantityOverPlan: Doubt = (statement, value, sender, project) => {
  const planned = project?.quantity ?? null;
  if (!project || statement.field !== 'quantity' || planned === null || value <= planned) return null;
  return finding('SUB_QUANTITY_OVER_PLAN', at(statement, sender), {
    code: project.code,
    value,
    planned,
    unit: project.unit ?? '',
  });
};

const DOUBTS: readonly Doubt[] = [
  smallPercent,
  falling,
  departmentsDiffer,
  spentWithoutBudget,
  lifeOutside,
  quantityOverPlan,
];

/** A withdrawal is always told: it takes a figure out of the reports, or it has nothing to take. */
function withdrawal(statement: Statement, sender: Sender): Finding {
  const { code, field, period, source } = statement;
  const there = sender.context.lastFigure(code, field, period);
  const effective = there !== null && there.period === period;
  const params = { code, period, header: shown(source.column) };
  return finding(effective ? 'SUB_WITHDRAWN' : 'SUB_WITHDRAW_NOTHING', at(statement, sender), params);
}

/** The district in which a line stands: its own column, else the group, else the sheet's name. */
function districtOfRow({ row }: RowReading): { number: number; words: string } | null {
  const own = row.cells.get('district')?.cell.text;
  const number = own === undefined ? null : districtNumber(own);
  if (own !== undefined && number !== null) return { number, words: own };
  for (const words of [...row.groups, row.form.table.sheet ?? '']) {
    const [only, other] = districtsIn(words);
    if (only !== undefined && other === undefined) return { number: only, words };
  }
  return null;
}

/** The plan knows where a project lies; a line under another district may carry the wrong code. */
function districtDiffers(reading: RowReading, project: Project | null, sender: Sender): Finding[] {
  const planned = districtNumber(project?.district ?? '');
  const stated = districtOfRow(reading);
  const placed = reading.row.cells.get('project');
  if (!project || planned === null || stated === null || stated.number === planned || !placed) return [];
  const place = cellPlace(sender.context.fileName, reading.row.form.table, placed.cell, placed.column.header);
  return [finding('SUB_DISTRICT_DIFFERS', place, { code: project.code, stated: shown(stated.words), planned })];
}

/** Doubts about figures that are accepted: warnings and notes, never a refusal. */
export function doubts(reading: RowReading, sender: Sender): Finding[] {
  const project = reading.subject?.kind === 'project' ? reading.subject.record : null;
  return [...districtDiffers(reading, project, sender), ...figureDoubts(reading, project, sender)];
}

function figureDoubts(reading: RowReading, project: Project | null, sender: Sender): Finding[] {
  return reading.statements.flatMap((statement) => {
    if (statement.withdrawn) return [withdrawal(statement, sender)];
    const { value } = statement;
    if (value === null || isText(statement.field)) return [];
    return DOUBTS.flatMap((doubt) => doubt(statement, value, sender, project) ?? []);
  });
}
