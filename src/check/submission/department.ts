import type { Finding, Place } from '../../domain/finding.js';
import type { Department } from '../../domain/plan.js';
import { codeKey, squash } from '../../domain/text/normalise.js';
import { recogniseHeader } from '../dictionary/recognise.js';
import { type Evidence, weigh } from './evidence.js';
import { labelled } from './labels.js';
import { nearest } from './nearest.js';
import { cellPlace, finding, placeName, shown } from './place.js';
import { findDepartment, type PlanIndex } from './plan-index.js';
import type { FormRows } from './rows.js';
import type { SubmissionContext } from './submission.js';

interface Named {
  raw: string;
  place: Place;
}

function columnNames(sheet: FormRows, file: string): Named[] {
  return sheet.rows.flatMap(({ cells }) => {
    const placed = cells.get('department');
    return placed
      ? [{ raw: placed.cell.text.trim(), place: cellPlace(file, sheet.form.table, placed.cell, placed.column.header) }]
      : [];
  });
}

const asksDepartment = (label: string, sheet: FormRows): boolean =>
  recogniseHeader(label.replace(/[:：]\s*$/u, ''), sheet.form.kind).field === 'department';

/**
 * Names above the header: behind a label («واحد مجری: …», or the label in the cell before), or a cell that is nothing but
 * a department's code or title. A title that merely contains a name is no statement: «منطقه ۱» is inside «منطقه ۱۲».
 */
function titleNames(sheet: FormRows, index: PlanIndex, file: string): Named[] {
  return sheet.above.flatMap((row) =>
    row.cells.flatMap((cell, position): Named[] => {
      const place = cellPlace(file, sheet.form.table, cell);
      const pair = labelled(cell.text);
      if (pair) return asksDepartment(pair.label, sheet) ? [{ raw: pair.value, place }] : [];
      const label = row.cells[position - 1]?.text ?? '';
      const asked = label.trim() !== '' && !labelled(label) && asksDepartment(label, sheet);
      const raw = cell.text.trim();
      return raw !== '' && (asked || findDepartment(index, raw)) ? [{ raw, place }] : [];
    }),
  );
}

function unknown({ raw, place }: Named, index: PlanIndex): Finding {
  const code = nearest(codeKey(raw), index.departmentsByCode.keys());
  const title = code === null ? nearest(squash(raw), index.departmentsByTitle.keys()) : null;
  const meant = code === null ? index.departmentsByTitle.get(title ?? '') : index.departmentsByCode.get(code);
  return finding('SUB_DEPARTMENT_UNKNOWN', place, {
    raw: shown(raw),
    suggestion: meant ? `${meant.code} (${meant.title})` : '—',
  });
}

/** The sender, from the folder and from inside. Findings are errors: each refuses the file. */
export function decideDepartment(
  sheets: readonly FormRows[],
  index: PlanIndex,
  context: SubmissionContext,
): { department: Department | null; findings: Finding[] } {
  const file = context.fileName;
  const folder = context.folderDepartment;
  const names: Named[] = [
    ...(folder === null ? [] : [{ raw: folder, place: { file: `${folder}/${file}` } }]),
    ...sheets.flatMap((sheet) => columnNames(sheet, file)),
    ...sheets.flatMap((sheet) => titleNames(sheet, index, file)),
  ];
  const said = names.map((name) => ({ ...name, value: findDepartment(index, name.raw) }));
  const strangers = said.filter((name) => name.value === null);
  const verdict = weigh(said.filter((name): name is Evidence<Department> => name.value !== null));
  const agreed = verdict.state === 'agreed' ? verdict.evidence.value : null;
  const stranger = strangers[0];
  if (stranger) return { department: agreed, findings: [unknown(stranger, index)] };
  if (verdict.state === 'none') return { department: null, findings: [finding('SUB_DEPARTMENT_MISSING', { file })] };
  if (verdict.state === 'agreed') return { department: agreed, findings: [] };
  const { first, second } = verdict;
  const conflict = finding('SUB_DEPARTMENT_CONFLICT', second.place, {
    first: first.value.title,
    firstPlace: placeName(first.place),
    second: second.value.title,
    secondPlace: placeName(second.place),
  });
  return { department: null, findings: [conflict] };
}
