import type { Finding } from '../../domain/finding.js';
import { questionNumber } from '../../domain/question.js';
import type { AnswerGiven } from '../../domain/question-moves.js';
import type { Cell, Row, Table } from '../../domain/table.js';
import { squash } from '../../domain/text/normalise.js';
import { cellPlace, finding, shown } from './place.js';
import type { RowReading } from './read-row.js';
import type { SubmissionContext } from './submission.js';

/** An answer of the sheet of questions, at its place, with the number as typed; '' = its row holds none. */
interface SheetAnswer {
  raw: string;
  cell: Cell;
  table: Table;
  text: string;
  by: string | null;
}

type Part = 'id' | 'answer' | 'by';

/** The columns of the sheet «پرسش‌ها» (questions): its number, code and text stand there, answer and by are filled in. */
const HEADERS: Record<Part, readonly string[]> = {
  id: ['شماره پرسش', 'شماره', 'id', 'question_id'],
  answer: ['پاسخ', 'answer'],
  by: ['پاسخ‌دهنده', 'نام پاسخ‌دهنده', 'by'],
};

const PARTS = new Map(
  (Object.keys(HEADERS) as Part[]).flatMap((part) => HEADERS[part].map((word): [string, Part] => [squash(word), part])),
);

/** Further down a header is none any more. */
const HEADER_SEARCH_ROWS = 20;

function columnsOf(row: Row): Map<Part, number> | null {
  const columns = new Map<Part, number>();
  for (const { column, text } of row.cells) {
    const part = PARTS.get(squash(text));
    if (part && !columns.has(part)) columns.set(part, column);
  }
  return columns.has('id') && columns.has('answer') ? columns : null;
}

function answersIn(table: Table): SheetAnswer[] | null {
  for (const [index, row] of table.rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const columns = columnsOf(row);
    if (!columns) continue;
    return table.rows.slice(index + 1).flatMap(({ cells }): SheetAnswer[] => {
      const at = (part: Part) => cells.find(({ column }) => column === columns.get(part));
      const [id, answer] = [at('id'), at('answer')];
      const text = answer?.text.trim() ?? '';
      if (!answer || text === '') return [];
      return [{ raw: id?.text.trim() ?? '', cell: id ?? answer, table, text, by: at('by')?.text.trim() || null }];
    });
  }
  return null;
}

/** Parts the sheets of questions from those of figures: a sheet with a column of question numbers and one of answers. */
export function partAnswers(tables: readonly Table[]): { forms: Table[]; answers: SheetAnswer[] } {
  const forms: Table[] = [];
  const answers: SheetAnswer[] = [];
  for (const table of tables) {
    const found = table.hidden ? null : answersIn(table);
    if (found) answers.push(...found);
    else forms.push(table);
  }
  return { forms, answers };
}

/** Answers to questions of this department; a number that was never put to it, or none, is told at its cell. */
export function answersByNumber(
  answers: readonly SheetAnswer[],
  department: string | null,
  { questionOwner = () => null, fileName }: Pick<SubmissionContext, 'questionOwner' | 'fileName'>,
): { answers: AnswerGiven[]; findings: Finding[] } {
  const known: AnswerGiven[] = [];
  const findings: Finding[] = [];
  for (const { raw, cell, table, text, by } of answers) {
    const number = questionNumber(raw);
    if (number !== null && department !== null && questionOwner(number) === department)
      known.push({ question: number, code: null, text, by, fromNote: false });
    else if (raw === '')
      findings.push(finding('SUB_ANSWER_UNMATCHED', cellPlace(fileName, table, cell), { said: text }));
    else
      findings.push(finding('SUB_ANSWER_UNKNOWN', cellPlace(fileName, table, cell), { raw: shown(raw), said: text }));
  }
  return { answers: known, findings };
}

/** A column «پاسخ» (answer) beside the figures answers every open question of its row; where one is open, so does the note. */
export function answersOfRows(readings: readonly RowReading[]): AnswerGiven[] {
  return readings.flatMap(({ row, subject }): AnswerGiven[] => {
    if (!subject) return [];
    const said = (field: 'answer' | 'note'): AnswerGiven[] => {
      const text = row.cells.get(field)?.cell.text.trim() ?? '';
      const { code } = subject.record;
      return text === '' ? [] : [{ question: null, code, text, by: null, fromNote: field === 'note' }];
    };
    const answer = said('answer');
    return answer.length > 0 ? answer : said('note');
  });
}
