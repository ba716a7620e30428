import type { Calendar } from '../domain/calendar.js';
import type { StoreContext } from './context.js';
import { StoreError } from './store-error.js';

/**
 * The calendar with which this file counts fiscal years and months. It may change while there is neither plan nor file;
 * later it would give every stored month another meaning.
 * @throws StoreError STORE_CALENDAR when the configuration now says another one.
 */
export function keepCalendar({ db, file, calendar, ledger }: StoreContext, readonly: boolean): void {
  const kept = db.prepare<[], Calendar>(
    'select calendar_kind as kind, year_start_month as yearStartMonth from workspace',
  );
  const agrees = (known: Calendar | undefined) =>
    known?.kind === calendar.kind && known.yearStartMonth === calendar.yearStartMonth;
  if (agrees(kept.get())) return;
  const keep = db.transaction(() => {
    const known = kept.get();
    const used = db.prepare('select 1 from plan_version union all select 1 from submission limit 1').get();
    if (known !== undefined && used !== undefined) {
      throw new StoreError('STORE_CALENDAR', file, `${known.kind}, ${known.yearStartMonth}`);
    }
    if (agrees(known) || readonly) return;
    db.prepare(
      `insert into workspace (id, calendar_kind, year_start_month) values (1, @kind, @yearStartMonth)
       on conflict (id) do update set calendar_kind = @kind, year_start_month = @yearStartMonth`,
    ).run(calendar);
    ledger.append('calendar_set', { ...calendar });
  });
  if (readonly) keep.deferred();
  else keep.immediate();
}
