import type { Finding, Place } from '../../domain/finding.js';
import type { Department } from '../../domain/plan.js';
import { codeKey, squash } from '../../domain/text/normalise.js';
import { recogniseHeader } from '../dictionary/recognise.js';
import { districtsIn } from './districts.js';
import { type Evidence, weigh } from './evidence.js';
import { labelled } from './labels.js';
import { nearest } from './nearest.js';
import { cellPlace, finding, placeName, shown } from './place.js';
import { districtOf, findDepartment, namedDepartment, type PlanIndex } from './plan-index.js';
import type { FormRows } from './rows.js';
import type { SubmissionContext } from './submission.js';

interface Named {
  raw: string;
  place: Place;
}

export interface DepartmentDecision {
  department: Department | null;
  /** Where it is written; null = nowhere, or places contradict each other. */
  from: Place | null;
  /** Errors: each refuses the file. */
  findings: Finding[];
}

function columnNames(sheet: FormRows, file: string): Named[] {
  return sheet.rows.flatMap(({ cells }) => {
    const placed = cells.get('department');
    return placed
      ? [{ raw: placed.cell.text.trim(), place: cellPlace(file, sheet.form.table, placed.cell, placed.column.header) }]
      : [];
  });
}

const SENDER_LABEL = /^(?:نام )?(?:واحد|سازمان|دستگاه|فرستنده|ارسال ?کننده)$/u;
const DISTRICT_LABEL = /منطقه ?[:：]?$/u;

function asksDepartment(label: string, sheet: FormRows): boolean {
  const words = label.replace(/[:：]\s*$/u, '').trim();
  const { field, likelyField } = recogniseHeader(words, sheet.form.kind);
  return field === 'department' || likelyField === 'department' || SENDER_LABEL.test(words);
}

/**
 * Names above the header: behind a label («واحد مجری: …», or the label in the cell before), or a cell that is nothing but
 * a department's code or name. A title that merely contains a name is no statement: «منطقه ۱» is inside «منطقه ۱۲».
 */
function titleNames(sheet: FormRows, index: PlanIndex, file: string): Named[] {
  return sheet.above.flatMap((row) =>
    row.cells.flatMap((cell, position): Named[] => {
      const place = cellPlace(file, sheet.form.table, cell);
      const raw = cell.text.trim();
      const pair = labelled(cell.text);
      if (pair) return asksDepartment(pair.label, sheet) ? [{ raw: pair.value, place }] : [];
      const label = row.cells[position - 1]?.text ?? '';
      const asked = label.trim() !== '' && !labelled(label) && asksDepartment(label, sheet);
      const named = asked || findDepartment(index, raw) !== null || index.departmentsByName.has(squash(raw));
      return raw !== '' && named ? [{ raw, place }] : [];
    }),
  );
}

/** Districts that titles and sheet names mention in passing: they decide where nothing else does, and must not contradict a district. */
function mentions(sheets: readonly FormRows[], index: PlanIndex, file: string): Evidence<Department>[] {
  const read = (text: string, place: Place): Evidence<Department>[] => {
    const found = districtsIn(text).flatMap((number) => index.departmentsByDistrict.get(number) ?? []);
    const [only] = found;
    return only && found.length === 1 ? [{ value: only, place, raw: text.trim() }] : [];
  };
  return sheets.flatMap((sheet) => [
    ...(sheet.form.table.sheet === null ? [] : read(sheet.form.table.sheet, { file, sheet: sheet.form.table.sheet })),
    ...sheet.above.flatMap(({ cells }) =>
      cells.flatMap((cell, position) => {
        const label = cells[position - 1]?.text.trim() ?? '';
        const text = DISTRICT_LABEL.test(label) ? `${label} ${cell.text}` : cell.text;
        return read(text, cellPlace(file, sheet.form.table, cell));
      }),
    ),
  ]);
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

function conflict(first: Evidence<Department>, second: Evidence<Department>): DepartmentDecision {
  const found = finding('SUB_DEPARTMENT_CONFLICT', second.place, {
    first: first.value.title,
    firstPlace: placeName(first.place),
    second: second.value.title,
    secondPlace: placeName(second.place),
  });
  return { department: null, from: null, findings: [found] };
}

/** The sender, from the folder and from inside. Findings are errors: each refuses the file. */
export function decideDepartment(
  sheets: readonly FormRows[],
  index: PlanIndex,
  context: SubmissionContext,
): DepartmentDecision {
  const file = context.fileName;
  const folder = context.folderDepartment;
  const names: Named[] = [
    ...(folder === null ? [] : [{ raw: folder, place: { file: `${folder}/${file}` } }]),
    ...sheets.flatMap((sheet) => columnNames(sheet, file)),
    ...sheets.flatMap((sheet) => titleNames(sheet, index, file)),
  ];
  const said = names.map((name) => ({ ...name, value: namedDepartment(index, name.raw) }));
  const stranger = said.find((name) => name.value === null);
  const verdict = weigh(said.filter((name): name is Evidence<Department> => name.value !== null));
  if (stranger)
    return {
      department: verdict.state === 'agreed' ? verdict.evidence.value : null,
      from: null,
      findings: [unknown(stranger, index)],
    };
  if (verdict.state === 'conflict') return conflict(verdict.first, verdict.second);
  const passing = mentions(sheets, index, file);
  const sender = verdict.state === 'agreed' ? verdict.evidence : null;
  if (sender) {
    // Among a district's own papers another district is a slip; an organisation may well name the districts it works in.
    const isDistrict = districtOf(index, sender.value) !== null;
    const other = isDistrict ? passing.find(({ value }) => value !== sender.value) : undefined;
    return other ? conflict(sender, other) : { department: sender.value, from: sender.place, findings: [] };
  }
  const mentioned = weigh(passing);
  if (mentioned.state === 'conflict') return conflict(mentioned.first, mentioned.second);
  if (mentioned.state === 'agreed')
    return { department: mentioned.evidence.value, from: mentioned.evidence.place, findings: [] };
  return { department: null, from: null, findings: [finding('SUB_DEPARTMENT_MISSING', { file })] };
}
