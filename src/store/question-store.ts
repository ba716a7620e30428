import type { Period } from '../domain/calendar.js';
import type { FactField } from '../domain/fact.js';
import { type Question, type QuestionEvent, type QuestionHead, questionOf } from '../domain/question.js';
import { answersTo, movesOf, type QuestionMove, type SubmissionWords } from '../domain/question-moves.js';
import type { StoreContext } from './context.js';
import { asOfBound, instant } from './values.js';

interface EventRow extends Omit<QuestionHead, 'field'>, Omit<QuestionEvent, 'finding'> {
  field: string;
  finding: string | null;
}

/** Which questions are asked for; everything left out = all. */
export interface QuestionQuery {
  department?: string;
  id?: number;
  asOf?: string | null;
}

type Heard = Pick<SubmissionWords, 'department' | 'answers'> & { period: Period | null };

interface Source {
  submission: number | null;
  at: string;
}

/** Questions to departments: append-only, every event in the ledger. */
export function questionStore({ db, calendar, now, ledger }: StoreContext) {
  const insert = db.prepare(
    `insert into question (department, code, field, finding_code, holds_for)
     values (@department, @code, @field, @findingCode, @holdsFor)`,
  );
  const insertEvent = db.prepare(
    `insert into question_event (question, action, period, finding, text, by_whom, submission, at)
     values (@question, @action, @period, @finding, @text, @by, @submission, @at)`,
  );
  const select = db.prepare<[object], EventRow>(
    `select q.id, q.department, q.code, q.field, q.finding_code as findingCode, q.holds_for as holdsFor,
       e.action, e.period, e.finding, e.text, e.by_whom as "by", e.submission, e.at
     from question q join question_event e on e.question = q.id
     where (@department is null or q.department = @department) and (@id is null or q.id = @id) and e.at <= @asOf
     order by q.id, e.id`,
  );

  function all({ department, id, asOf }: QuestionQuery = {}): Question[] {
    const asked = { department: department ?? null, id: id ?? null, asOf: asOfBound(asOf) };
    const heads = new Map<number, { head: QuestionHead; events: QuestionEvent[] }>();
    for (const row of select.iterate(asked)) {
      const { action, period, text, by, submission, at } = row;
      const { department: owner, code, field, findingCode, holdsFor } = row;
      const head = { id: row.id, department: owner, code, field: fieldOf(field), findingCode, holdsFor };
      const known = heads.get(row.id) ?? { head, events: [] };
      const finding = row.finding === null ? null : (JSON.parse(row.finding) as QuestionEvent['finding']);
      known.events.push({ action, period, finding, text, by, submission, at });
      heads.set(row.id, known);
    }
    return [...heads.values()].map(({ head, events }) => questionOf(head, events));
  }

  function record(
    { id, department, code }: Pick<Question, 'id' | 'department' | 'code'>,
    event: Omit<QuestionEvent, 'at' | 'submission'>,
    { submission, at }: Source,
  ): void {
    const { action, period, finding, text, by } = event;
    const said = finding === null ? null : JSON.stringify({ place: finding.place, params: finding.params });
    insertEvent.run({ question: id, action, period, finding: said, text, by, submission, at });
    ledger.append(`question_${action}`, { question: id, department, code, period, submission, finding, text, by });
  }

  function apply(move: QuestionMove, department: string, period: Period, source: Source): void {
    if (move.question !== null) {
      record(move.question, { ...move.event, period }, source);
      return;
    }
    const { finding, code, field, holdsFor } = move;
    const head = { department, code, field: field ?? '', findingCode: finding.code, holdsFor };
    const id = Number(insert.run(head).lastInsertRowid);
    record({ id, department, code }, { action: 'asked', period, finding, text: null, by: null }, source);
  }

  /** Belongs into the transaction that counts the submission: a question and its figure are known together or not at all. */
  function follow(submission: number, recordedAt: string, words: SubmissionWords): void {
    const source = { submission, at: instant(recordedAt) };
    const { department, period } = words;
    for (const move of movesOf(calendar, all({ department }), words)) apply(move, department, period, source);
    hear(submission, recordedAt, words);
  }

  /** Answers of a file, whatever became of its figures. Without a month they stand at that of their question. */
  function hear(submission: number, recordedAt: string, words: Heard): void {
    if (words.answers.length === 0) return;
    const { department, period } = words;
    const source = { submission, at: instant(recordedAt) };
    for (const { question, event } of answersTo(all({ department }), words))
      record(question, { ...event, period: period ?? question.period }, source);
  }

  const decide = db.transaction(
    (id: number, action: 'answered' | 'rejected' | 'acknowledged', text: string, by: string): boolean => {
      const [question] = all({ id });
      if (!question) return false;
      record(
        question,
        { action, period: question.period, finding: null, text, by },
        { submission: null, at: instant(now()) },
      );
      return true;
    },
  );

  return {
    all,
    /** The question of a number; null = there is none. */
    find: (id: number): Question | null => all({ id })[0] ?? null,
    follow,
    hear,
    /** A person's word on a question. False = there is no such question. */
    decide: (id: number, action: 'answered' | 'rejected' | 'acknowledged', text: string, by: string): boolean =>
      decide.immediate(id, action, text, by),
  };
}

const fieldOf = (field: string): FactField | null => (field === '' ? null : (field as FactField));

export type QuestionStore = ReturnType<typeof questionStore>;
