import { REPORTS } from '../../reports/index.js';
import type { Config, Language } from '../config/index.js';
import type { MonthFigures } from '../domain/month.js';
import { fileInLanguage } from '../domain/report-files.js';
import { writeWorkbook } from '../report/xlsx.js';

/** Kinds of report that somebody reads in another language than that of the configuration. */
export interface FurtherLanguage {
  language: Language;
  reports: string[];
}

/** What mail lists ask for in a language of their own, in an order that does not depend on theirs. */
export function furtherLanguages({ language, mail }: Pick<Config, 'language' | 'mail'>): FurtherLanguage[] {
  const wanted = new Map<Language, Set<string>>();
  for (const list of mail?.lists ?? []) {
    if (list.language === language) continue;
    const kinds = wanted.get(list.language) ?? new Set();
    for (const kind of list.reports) kinds.add(kind);
    wanted.set(list.language, kinds);
  }
  return [...wanted].map(([other, kinds]) => ({ language: other, reports: [...kinds].sort() }));
}

/**
 * Each report in the order of the list, then those in another language, from the same figures; `file` is the name inside the
 * period's folder.
 */
export async function buildReports(
  figures: MonthFigures,
  further: readonly FurtherLanguage[],
): Promise<{ file: string; bytes: Uint8Array }[]> {
  const files = await workbooksOf(figures, REPORTS);
  for (const { language, reports } of further) {
    const asked = REPORTS.filter(({ code }) => reports.includes(code));
    const built = await workbooksOf({ ...figures, language }, asked);
    files.push(...built.map(({ file, bytes }) => ({ file: fileInLanguage(file, language), bytes })));
  }
  return files;
}

async function workbooksOf(figures: MonthFigures, reports: typeof REPORTS) {
  const files: { file: string; bytes: Uint8Array }[] = [];
  for (const report of reports) {
    for (const { file, build } of report.workbooks(figures)) files.push({ file, bytes: await writeWorkbook(build()) });
  }
  return files;
}
