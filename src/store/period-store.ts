import type { Period } from '../domain/calendar.js';
import { invariant } from '../domain/invariant.js';
import { fiscal, type StoreContext } from './context.js';
import { instant } from './values.js';

/** A month that was closed at least once; `reopenedAt` null = it is closed now. `reason` of the reopening. */
export interface PeriodState {
  period: Period;
  closedAt: string;
  reopenedAt: string | null;
  reason: string | null;
}

interface PeriodEvent {
  period: Period;
  action: 'close' | 'reopen';
  at: string;
  reason: string | null;
}

/** Closed months take no more files; opening one again needs a reason, which stays on record. */
export function periodStore({ db, calendar, now, ledger }: StoreContext) {
  const insert = db.prepare(
    `insert into period_event (period, year, month, action, at, reason)
     values (@period, @year, @month, @action, @at, @reason)`,
  );
  const events = db.prepare<[], PeriodEvent>(
    'select period, action, at, reason from period_event order by year, month, id',
  );
  const lastAction = db
    .prepare<[string], PeriodEvent['action']>(
      'select action from period_event where period = ? order by id desc limit 1',
    )
    .pluck();

  const record = db.transaction((period: Period, action: PeriodEvent['action'], reason: string | null): boolean => {
    const closed = lastAction.get(period) === 'close';
    if (closed === (action === 'close')) return false;
    insert.run({ period, action, at: instant(now()), reason, ...fiscal(calendar, period) });
    ledger.append(action === 'close' ? 'period_closed' : 'period_reopened', { period, reason });
    return true;
  });

  function states(): PeriodState[] {
    const byPeriod = new Map<Period, PeriodState>();
    for (const { period, action, at, reason } of events.all()) {
      const before = byPeriod.get(period);
      if (action === 'close') byPeriod.set(period, { period, closedAt: at, reopenedAt: null, reason: null });
      else if (before !== undefined) byPeriod.set(period, { ...before, reopenedAt: at, reason });
    }
    return [...byPeriod.values()];
  }

  return {
    /** False = it was closed already. */
    close: (period: Period): boolean => record.immediate(period, 'close', null),
    /** False = it was open already. */
    reopen(period: Period, reason: string): boolean {
      invariant(reason.trim() !== '', 'a period is opened again only with a reason');
      return record.immediate(period, 'reopen', reason);
    },
    /** Every period that was ever closed, in time order. */
    states,
    closed: (): Set<Period> =>
      new Set(
        states()
          .filter(({ reopenedAt }) => reopenedAt === null)
          .map(({ period }) => period),
      ),
  };
}

export type PeriodStore = ReturnType<typeof periodStore>;
