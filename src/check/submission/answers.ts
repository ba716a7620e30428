import type { AnswerGiven } from '../../domain/answer.js';
import type { Finding, Place } from '../../domain/finding.js';
import { questionNumber } from '../../domain/question.js';
import type { Cell, Row, Table } from '../../domain/table.js';
import { squash } from '../../domain/text/normalise.js';
import { recogniseHeader } from '../dictionary/recognise.js';
import { factOf, isFigure } from './columns.js';
import { cellPlace, finding, sheetPlace, shown } from './place.js';
import type { RowReading } from './read-row.js';
import type { DataRow } from './rows.js';
import type { SubmissionContext } from './submission.js';

/** An answer of the sheet of questions, at its place, with the number as typed; '' = its row holds none. */
interface SheetAnswer {
  raw: string;
  cell: Cell;
  /** Where its words stand. */
  said: Cell;
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

/** A header row of figures is none of a sheet of questions, though it numbers its lines and has a column of answers. */
const namesFigures = ({ cells }: Row): boolean =>
  cells.some(({ text }) =>
    (['project', 'indicator'] as const).some((kind) => isFigure(factOf(kind, recogniseHeader(text, kind).field))),
  );

function columnsOf(row: Row): Map<Part, number> | null {
  const columns = new Map<Part, number>();
  for (const { column, text } of row.cells) {
    const part = PARTS.get(squash(text));
    if (part && !columns.has(part)) columns.set(part, column);
  }
  return columns.has('id') && columns.has('answer') && !namesFigures(row) ? columns : null;
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
      return [
        {
          raw: id?.text.trim() ?? '',
          cell: id ?? answer,
          said: answer,
          table,
          text,
          by: at('by')?.text.trim() || null,
        },
      ];
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
  { questions = () => [], fileName }: Pick<SubmissionContext, 'questions' | 'fileName'>,
): { answers: AnswerGiven[]; findings: Finding[] } {
  const known: AnswerGiven[] = [];
  const findings: Finding[] = [];
  const own = new Set(answers.length === 0 || department === null ? [] : questions(department).map(({ id }) => id));
  for (const { raw, cell, said, table, text, by } of answers) {
    const question = questionNumber(raw);
    const place = cellPlace(fileName, table, cell);
    if (question !== null && own.has(question))
      known.push({ question, code: null, text, by, fromNote: false, place: cellPlace(fileName, table, said) });
    else if (raw === '') findings.push(finding('SUB_ANSWER_UNMATCHED', place, { said: text }));
    else if (department === null) findings.push(finding('SUB_ANSWER_LEFT', place, { said: text }));
    else findings.push(finding('SUB_ANSWER_UNKNOWN', place, { raw: shown(raw), said: text }));
  }
  return { answers: known, findings };
}

const wordsIn = ({ cells }: DataRow, field: 'answer' | 'note'): string => cells.get(field)?.cell.text.trim() ?? '';

const wordsPlace = ({ cells, form, row }: DataRow, field: 'answer' | 'note', file: string): Place => {
  const placed = cells.get(field);
  return placed
    ? cellPlace(file, form.table, placed.cell, placed.column.header)
    : sheetPlace(file, form.table, row.number);
};

/** A column «پاسخ» (answer) beside the figures answers every open question of its row; where one is open, so does the note. */
export function answersOfRows(readings: readonly RowReading[], file: string): AnswerGiven[] {
  return readings.flatMap(({ row, subject }): AnswerGiven[] => {
    if (!subject) return [];
    const field = wordsIn(row, 'answer') === '' ? 'note' : 'answer';
    const text = wordsIn(row, field);
    if (text === '') return [];
    const { code } = subject.record;
    return [{ question: null, code, text, by: null, fromNote: field === 'note', place: wordsPlace(row, field, file) }];
  });
}

/** Answers beside rows that went back unread, or of which nobody knows whose they are: each is told with its words. */
export function answersLeft(rows: readonly DataRow[], file: string): Finding[] {
  return rows
    .filter((row) => wordsIn(row, 'answer') !== '')
    .map((row) => finding('SUB_ANSWER_LEFT', wordsPlace(row, 'answer', file), { said: wordsIn(row, 'answer') }));
}
