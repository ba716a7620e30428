import { checkSubmission, type HistoryFigure, type SubmissionContext } from '../../check/submission/check.js';
import { JALALI } from '../../domain/calendar.js';
import { FINDINGS } from '../../domain/catalogue/findings.js';
import type { FactField } from '../../domain/fact.js';
import { isQuestion } from '../../domain/question.js';
import { subjectOf } from '../../domain/question-moves.js';
import { type Cell, cellAddress, type Table } from '../../domain/table.js';
import { type DepartmentYear, type MonthRow, planOf, type World, YEAR } from './world.js';

/** A question that the checks asked about a world. */
export interface Asked {
  finding: string;
  code: string;
  month: number;
}

export interface Answers {
  asked: Asked[];
  /** Findings of severity error, as `code subject`. */
  errors: string[];
  rows: number;
  milliseconds: number;
}

const HEADERS = {
  percent: 'physical_percent',
  quantity: 'quantity',
  allocated: 'allocated_rial',
  committed: 'committed_rial',
  certified: 'certified_rial',
  spent: 'spent_rial',
  advance: 'advance_rial',
} as const satisfies Record<keyof MonthRow, string>;
const FIELDS = Object.keys(HEADERS) as (keyof MonthRow)[];

function tableOf(sheet: string, lines: readonly (readonly (string | number | null)[])[]): Table {
  const rows = lines.map((line, index) => ({
    number: index + 1,
    hidden: false,
    cells: line.flatMap((value, at): Cell[] =>
      value === null
        ? []
        : [
            {
              ...{ row: index + 1, column: at + 1, address: cellAddress(index + 1, at + 1) },
              ...{ kind: typeof value === 'number' ? 'number' : 'text', text: String(value) },
              ...{ number: typeof value === 'number' ? value : null, percentFormat: false, formula: false },
            },
          ],
    ),
  }));
  return { sheet, hidden: false, rows, merges: [], hiddenColumns: [], date1904: false };
}

function tablesOf({ code, courses, indicators }: DepartmentYear, month: number, { reporters }: World): Table[] {
  const own = courses.flatMap(({ project, months }): [string, MonthRow][] => {
    const row = months[month - 1];
    return row ? [[project.code, row]] : [];
  });
  const others = reporters
    .filter((one) => one.department === code && one.month === month)
    .map((one): [string, MonthRow] => [one.code, one.row]);
  const lines = [...own, ...others].map(([project, row]) => [project, ...FIELDS.map((field) => row[field])]);
  const values = indicators.map(({ indicator, values: course }) => [indicator.code, course[month - 1] ?? null]);
  return [
    tableOf('projects', [['project', ...FIELDS.map((field) => HEADERS[field])], ...lines]),
    tableOf('indicators', [['indicator', 'value'], ...values]),
  ];
}

interface Known extends HistoryFigure {
  department: string;
}

/** Sends every sheet of a world through the checks, month by month, with what was accepted before as its history. */
export function askAbout(world: World): Answers {
  const plan = planOf(world);
  const known = new Map<string, Map<string, Known>>();
  const answers: Answers = { asked: [], errors: [], rows: 0, milliseconds: 0 };
  const history = (code: string): Known[] => [...(known.get(code)?.values() ?? [])];
  for (let month = 1; month <= 12; month += 1) {
    const period = `${YEAR}-${String(month).padStart(2, '0')}`;
    for (const department of world.departments) {
      const tables = tablesOf(department, month, world);
      const context: SubmissionContext = {
        ...{ calendar: JALALI, planAt: () => plan, folderDepartment: department.code, fileName: `${period}.xlsx` },
        ...{ currentPeriod: `${YEAR + 1}-01`, closedPeriods: new Set<string>(), atomic: false, defaultMoneyUnit: null },
        lastFigure: (code: string, field: FactField, until: string) =>
          history(code).findLast((one) => one.field === field && one.period <= until) ?? null,
        history,
      };
      const start = performance.now();
      const reading = checkSubmission(tables, context);
      answers.milliseconds += performance.now() - start;
      answers.rows += reading.acceptedRows + reading.refusedRows;
      for (const finding of reading.findings) {
        if (isQuestion(finding)) answers.asked.push({ finding: finding.code, code: subjectOf(finding).code, month });
        if (FINDINGS[finding.code].severity === 'error')
          answers.errors.push(`${finding.code} ${String(finding.params.code ?? finding.place.cell ?? '')}`);
      }
      for (const { code, field, value } of reading.statements) {
        if (value === null) continue;
        const figures = known.get(code) ?? new Map<string, Known>();
        figures.set(`${period} ${field}`, { field, period, value, department: reading.department ?? '' });
        known.set(code, figures);
      }
    }
  }
  return answers;
}
