import type { Statement } from '../../domain/fact.js';
import type { Finding } from '../../domain/finding.js';
import type { Project } from '../../domain/plan.js';
import type { Sender } from './code.js';
import { isText } from './columns.js';
import { districtNumber, districtsIn } from './districts.js';
import { isContractName } from './figure.js';
import { cellPlace, finding, shown } from './place.js';
import type { RowReading } from './read-row.js';

type Doubt = (statement: Statement, value: number, sender: Sender, project: Project | null) => Finding | null;

const at = (statement: Statement, sender: Sender) => {
  const { sheet, row, column, cell } = statement.source;
  return { file: sender.context.fileName, sheet, row, column, cell };
};

/** At or below one percent in a column that states its scale: taken as it stands, and said. */
const smallPercent: Doubt = (statement, value, sender) => {
  const percent = statement.field === 'physical' ? value * 100 : statement.field === 'verified_percent' ? value : 0;
  const { raw, column } = statement.source;
  if (percent <= 0 || percent > 1 || /[%٪]|درصد/u.test(raw) || !isContractName(column)) return null;
  return finding('SUB_PERCENT_SMALL', at(statement, sender), { raw: shown(raw), code: statement.code });
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

const DOUBTS: readonly Doubt[] = [smallPercent, quantityOverPlan];

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

/** Doubts about figures that are accepted: warnings and notes, never a refusal. Questions are asked in `oddity/`. */
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
