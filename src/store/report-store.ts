import type { Period } from '../domain/calendar.js';
import { fiscal, type StoreContext } from './context.js';

/** A workbook that a run wrote; `path` inside the workspace. */
export interface ReportFile {
  path: string;
  sha256: string;
}

/** One published set of reports of a period; editions of a period count 1, 2, 3 … */
export interface ReportEdition {
  edition: number;
  run: number;
  /** Digest of the run: a later run with the same digest needs no new edition. */
  digest: string | null;
  files: ReportFile[];
}

/** Which files each run published. */
export function reportStore({ db, calendar }: StoreContext) {
  const insert = db.prepare(
    `insert into report_file (run, position, path, sha256, edition) values (@run, @position, @path, @sha256, @edition)
     on conflict do nothing`,
  );
  const latest = db.prepare<[{ year: number; month: number }], Omit<ReportEdition, 'files'>>(
    `select f.edition, f.run, r.digest from report_file f join run r on r.id = f.run
     where r.year = @year and r.month = @month order by f.edition desc, f.run desc limit 1`,
  );
  // A run looked at facts up to its highest number and at one plan version: the later of the two instants knows both.
  const known = db.prepare<[{ year: number; month: number }], { edition: number; knownAt: string }>(
    `select f.edition, max(
       ifnull((select max(recorded_at) from fact where id <= r.upto_fact), ''),
       ifnull((select recorded_at from plan_version where id = r.plan_version), '')) as knownAt
     from (select distinct edition, run from report_file) f join run r on r.id = f.run
     where r.year = @year and r.month = @month order by f.edition`,
  );
  const files = db.prepare<[number], ReportFile>(
    'select path, sha256 from report_file where run = ? order by position',
  );

  const save = db.transaction((run: number, edition: number, written: readonly ReportFile[]): void => {
    for (const [position, file] of written.entries()) insert.run({ run, position, edition, ...file });
  });

  return {
    /** Records the files of a run after they were published; what another process recorded for this run stands. */
    save: (run: number, edition: number, written: readonly ReportFile[]): void => save.immediate(run, edition, written),

    /** Every edition of a period, oldest first, with the instant up to which it knew. */
    editions: (period: Period): { edition: number; knownAt: string }[] => known.all(fiscal(calendar, period)),

    /** The newest edition of a period; null = nothing was published yet. */
    latest(period: Period): ReportEdition | null {
      const row = latest.get(fiscal(calendar, period));
      return row === undefined ? null : { ...row, files: files.all(row.run) };
    },
  };
}

export type ReportStore = ReturnType<typeof reportStore>;
