import type { Decision } from '../domain/feedback.js';
import { type Question, questionLabel } from '../domain/question.js';
import type { Appeal } from '../domain/scorecard.js';
import type { LedgerEntry } from '../store/ledger.js';
import type { Store } from '../store/open.js';
import type { RebuildAnswer } from './types.js';

/** Bodies of the events that hold what a person said at the command line; no file can say it again. */
interface Words {
  appeal: Pick<Appeal, 'department' | 'period' | 'component' | 'text'> & { appeal: number };
  outcome: { appeal: number; outcome: 'accepted' | 'rejected'; by: string; reason: string };
  decision: Omit<Decision, 'id' | 'decidedAt' | 'baseRial' | 'proposedRial'> & {
    baseRial: string | null;
    proposedRial: string | null;
  };
  question: { question: number; submission: number | null; text: string; by: string };
}

const DECIDED = {
  question_answered: 'answered',
  question_rejected: 'rejected',
  question_acknowledged: 'acknowledged',
} as const;

/** Whether an event is what a person said at the command line; what a file says of a question is none. */
export function isWord({ event, body }: Pick<LedgerEntry, 'event' | 'body'>): boolean {
  if (event in DECIDED) return (JSON.parse(body) as Words['question']).submission === null;
  return event === 'appeal_recorded' || event === 'appeal_decided' || event === 'decision_recorded';
}

/** Repeats appeals, decisions and words on questions in a database that lives through the same events. */
export class WordReplay {
  /** Words that were repeated. */
  count = 0;
  /** Appeal of the first database → of the second. */
  private readonly appeals = new Map<number, number>();

  constructor(
    private readonly from: Store,
    private readonly to: Store,
  ) {}

  repeat({ event, body }: Pick<LedgerEntry, 'event' | 'body'>): void {
    if (!isWord({ event, body })) return;
    const said = JSON.parse(body) as unknown;
    const { judgements } = this.to;
    if (event === 'appeal_recorded') {
      const { appeal, ...entry } = said as Words['appeal'];
      this.appeals.set(appeal, judgements.appeal(entry));
    } else if (event === 'appeal_decided') {
      const { appeal, outcome, by, reason } = said as Words['outcome'];
      judgements.decideAppeal(this.appeals.get(appeal) ?? appeal, outcome, by, reason);
    } else if (event === 'decision_recorded') {
      const { baseRial, proposedRial, ...entry } = said as Words['decision'];
      const rials = (text: string | null) => (text === null ? null : BigInt(text));
      judgements.decide({ ...entry, baseRial: rials(baseRial), proposedRial: rials(proposedRial) });
    } else if (!this.onQuestion(event, said as Words['question'])) return;
    this.count += 1;
  }

  /** False = the question was not asked again. */
  private onQuestion(event: string, { question: id, text, by }: Words['question']): boolean {
    const action = DECIDED[event as keyof typeof DECIDED];
    const asked = this.from.questions.find(id);
    const own = asked && this.to.questions.all({ department: asked.department }).find((one) => isSame(one, asked));
    return own ? this.to.questions.decide(own.id, action, text, by) : false;
  }

  /** Questions that do not stand as they stood: not asked, under another number, or with other words. */
  compare(): RebuildAnswer['differing'] {
    const now = new Map(this.to.questions.all().map((question) => [question.id, question]));
    return this.from.questions
      .all()
      .filter((question) => standing(question) !== standing(now.get(question.id)))
      .map(({ id, code, department }) => ({
        file: questionLabel(id),
        fa: `پرسش ${questionLabel(id)} («${code}»، ${department}) پس از بازسازی همان نیست که بود`,
        en: `Question ${questionLabel(id)} (${code}, ${department}) does not stand as it stood`,
      }));
  }
}

function isSame(one: Question, other: Question): boolean {
  return (['code', 'field', 'findingCode', 'holdsFor'] as const).every((key) => one[key] === other[key]);
}

function standing(question: Question | undefined): string {
  if (!question) return '';
  const { department, code, field, findingCode, holdsFor, state, answer, remark } = question;
  const words = [answer, remark].map((said) => said && [said.text, said.by]);
  return JSON.stringify([department, code, field, findingCode, holdsFor, state, words]);
}
