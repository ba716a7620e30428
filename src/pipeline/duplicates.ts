import { instantText } from '../domain/catalogue/numbers.js';
import type { Finding } from '../domain/finding.js';
import type { Submission } from '../store/submission-rows.js';
import type { Context } from './context.js';

/**
 * What to tell of a file whose content this department had counted before. Where it has sent a newer file for the same
 * period since, the newer one stays in force: sending an old file again does not bring old figures back unnoticed.
 */
export function duplicateFindings(context: Context, again: Submission, counted: Submission): Finding[] {
  const place = { file: again.file };
  const newer = newerOf(context, counted);
  const findings: Finding[] = [
    { code: 'INBOX_DUPLICATE', place, params: { original: counted.file, ...when(context, counted.receivedAt) } },
  ];
  if (newer) {
    const params = { newer: newer.file, ...when(context, newer.receivedAt) };
    findings.push({ code: 'INBOX_DUPLICATE_OLDER', place, params });
  }
  return findings;
}

/** The latest accepted file of the same department and period that was counted after this one. */
function newerOf(context: Context, { id, period, department }: Submission) {
  if (period === null) return undefined;
  const counted = context
    .store()
    .submissions.records({ period })
    .filter((record) => record.department === department && /^(accepted|partly)$/.test(record.status));
  return counted.slice(counted.findIndex((record) => record.id === id) + 1).at(-1);
}

function when({ config, calendar }: Context, instant: string): { whenFa: string; whenEn: string } {
  const text = (language: 'fa' | 'en') => instantText(language, calendar, config.timeZone, instant);
  return { whenFa: text('fa'), whenEn: text('en') };
}
