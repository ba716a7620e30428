import { DEFAULT_THRESHOLDS } from '../../domain/check-thresholds.js';
import type { Finding } from '../../domain/finding.js';
import { subjectOf } from '../../domain/question-moves.js';
import type { Sender } from '../submission/code.js';
import type { Form } from '../submission/columns.js';
import type { RowReading } from '../submission/read-row.js';
import { PEER_LIST, ROW_LIST, SHEET_LIST } from './list.js';
import { rowView } from './row-view.js';

/** Where a whole sheet repeats last month, that its rows stand still is no question of its own. */
const EXPLAINED_BY_COPY: ReadonlySet<string> = new Set(['SUB_UNCHANGED', 'SUB_NINETY_FOR_EVER']);

/**
 * Questions about figures that count, of the accepted rows of one file; its sheets of projects are judged together, for a
 * department with a sheet for each district is one department. At most one about each figure, the first of the
 * list; where a whole column is asked about, its figures are not. Every check is linear in the rows.
 */
export function questionsOf(readings: readonly RowReading[], sender: Sender): Finding[] {
  return (['project', 'indicator'] as const).flatMap((kind) => {
    const own = readings.filter(({ row }) => row.form.kind === kind);
    const [first] = own;
    return first ? questionsOfKind(own, first.row.form, sender) : [];
  });
}

function questionsOfKind(readings: readonly RowReading[], form: Form, sender: Sender): Finding[] {
  const thresholds = sender.context.thresholds ?? DEFAULT_THRESHOLDS;
  const rows = readings.flatMap(({ subject, statements, refused }) =>
    subject && !refused && statements.length > 0 ? [rowView(subject, statements, sender, thresholds)] : [],
  );
  const sheet = { sender, form };
  const whole = SHEET_LIST.flatMap((check) => check(rows, sheet));
  const wholeColumns = new Set(whole.filter(isSlip).map((one) => subjectOf(one).field));
  const isCopy = whole.some(({ code }) => code === 'SUB_SHEET_COPIED');
  const asked = new Set<string>();
  const first = (finding: Finding): boolean => {
    const { code, field } = subjectOf(finding);
    if (wholeColumns.has(field) || (isCopy && EXPLAINED_BY_COPY.has(finding.code))) return false;
    const key = `${code} ${field ?? ''}`;
    if (asked.has(key)) return false;
    asked.add(key);
    return true;
  };
  const single = rows.flatMap((row) => ROW_LIST.flatMap((check) => check(row)).filter(first));
  const beside = PEER_LIST.flatMap((check) => check(rows, sheet)).filter(first);
  return [...whole, ...single, ...beside];
}

const isSlip = ({ code }: Finding): boolean => code === 'SUB_COLUMN_SLIP_UP' || code === 'SUB_COLUMN_SLIP_DOWN';
