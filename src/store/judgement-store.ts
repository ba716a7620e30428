import type { Decision } from '../domain/feedback.js';
import type { Appeal } from '../domain/scorecard.js';
import type { StoreContext } from './context.js';
import { instant } from './values.js';

/** 64-bit integers are read as text: as numbers they would lose digits. */
type DecisionRow = Omit<Decision, 'baseRial' | 'proposedRial'> & {
  baseRial: string | null;
  proposedRial: string | null;
};

/** Appeals against scores and decisions about feedback: append-only, every entry in the ledger. */
export function judgementStore({ db, now, ledger }: StoreContext) {
  const insertAppeal = db.prepare(
    `insert into appeal (department, period, component, text, recorded_at)
     values (@department, @period, @component, @text, @at)`,
  );
  const insertOutcome = db.prepare(
    `insert into appeal_decision (appeal, outcome, decided_by, reason, decided_at)
     values (@appeal, @outcome, @by, @reason, @at)`,
  );
  const appeals = db.prepare<[{ period: string | null }], Appeal>(
    `select a.id, a.department, a.period, a.component, a.text, a.recorded_at as recordedAt,
       ifnull(d.outcome, 'open') as outcome, d.decided_by as decidedBy, d.decided_at as decidedAt, d.reason
     from appeal a left join appeal_decision d
       on d.id = (select max(id) from appeal_decision where appeal = a.id)
     where @period is null or a.period = @period
     order by a.id`,
  );
  const known = db.prepare<[number], number>('select id from appeal where id = ?').pluck();
  const insertDecision = db.prepare(
    `insert into decision (period, plan, item, subject, code, outcome, decided_by, reason, decided_at, value, threshold, base_rial, proposed_rial)
     values (@period, @plan, @item, @subject, @code, @outcome, @decidedBy, @reason, @decidedAt, @value, @threshold, @baseRial, @proposedRial)`,
  );
  const decisions = db.prepare<[], DecisionRow>(
    `select id, period, plan, item, subject, code, outcome, decided_by as decidedBy, reason, decided_at as decidedAt,
       value, threshold, cast(base_rial as text) as baseRial, cast(proposed_rial as text) as proposedRial
     from decision order by id`,
  );

  const appeal = db.transaction((entry: Pick<Appeal, 'department' | 'period' | 'component' | 'text'>): number => {
    const id = Number(insertAppeal.run({ ...entry, at: instant(now()) }).lastInsertRowid);
    ledger.append('appeal_recorded', { appeal: id, ...entry });
    return id;
  });
  const decideAppeal = db.transaction(
    (id: number, outcome: 'accepted' | 'rejected', by: string, reason: string): boolean => {
      if (known.get(id) === undefined) return false;
      insertOutcome.run({ appeal: id, outcome, by, reason, at: instant(now()) });
      ledger.append('appeal_decided', { appeal: id, outcome, by, reason });
      return true;
    },
  );
  const decide = db.transaction((entry: Omit<Decision, 'id' | 'decidedAt'>): number => {
    const id = Number(insertDecision.run({ ...entry, decidedAt: instant(now()) }).lastInsertRowid);
    const { baseRial, proposedRial, ...rest } = entry;
    const rials = { baseRial: baseRial?.toString() ?? null, proposedRial: proposedRial?.toString() ?? null };
    ledger.append('decision_recorded', { decision: id, ...rest, ...rials });
    return id;
  });

  return {
    appeal: (entry: Pick<Appeal, 'department' | 'period' | 'component' | 'text'>): number => appeal.immediate(entry),
    /** False = there is no such appeal. */
    decideAppeal: (id: number, outcome: 'accepted' | 'rejected', by: string, reason: string): boolean =>
      decideAppeal.immediate(id, outcome, by, reason),
    /** Appeals of a period, or all, with the last decision about each. */
    appeals: (period: string | null = null): Appeal[] => appeals.all({ period }),
    decide: (entry: Omit<Decision, 'id' | 'decidedAt'>): number => decide.immediate(entry),
    decisions: (): Decision[] =>
      decisions.all().map((row) => ({
        ...row,
        baseRial: row.baseRial === null ? null : BigInt(row.baseRial),
        proposedRial: row.proposedRial === null ? null : BigInt(row.proposedRial),
      })),
  };
}

export type JudgementStore = ReturnType<typeof judgementStore>;
