import type { MonthForm } from '../src/domain/form.js';
import type { Sheet, Workbook } from '../src/report/sheet.js';
import { type EntrySheet, entrySheet, HEADER_ROW } from './form/entry-sheet.js';
import { changesSheet, fixList } from './form/fix-list.js';
import { markerSheet } from './form/marker.js';
import { questionSheet } from './form/questions.js';
import { wordsOf } from './form/words.js';

/** The workbook that a department fills in for a month; returned, the same form with what was sent and what to mend. */
export function monthFormWorkbook(form: MonthForm): Workbook {
  const words = wordsOf(form);
  const sheets: Partial<Record<'project' | 'indicator', EntrySheet>> = {};
  for (const kind of ['project', 'indicator'] as const) {
    const made = entrySheet(form, words, kind);
    if (made) sheets[kind] = made;
  }
  const entries = Object.values(sheets);
  const questions = questionSheet(form, words);
  const marked = [
    ...entries.map(({ sheet, columns }) => ({ sheet, columns, headerRow: HEADER_ROW })),
    ...(questions ? [questions] : []),
  ];
  const first = form.returned ? [fixList(form, form.returned, words, sheets)] : [];
  const changes = form.returned ? changesSheet(form, form.returned, words) : null;
  const all: Sheet[] = [
    ...first,
    ...marked.map(({ sheet }) => sheet),
    ...(changes ? [changes] : []),
    markerSheet(form, marked),
  ];
  return {
    title: `${form.organisation} — ${form.department.title} — ${words.period}`,
    ...{ language: form.language, font: words.font, instant: form.instant, sheets: all, names: [] },
  };
}

/** Where a mark stands in the workbook: its sheet and cell; null = it speaks of the whole file. */
export function markAddress(
  form: MonthForm,
  { kind, row, field }: Pick<NonNullable<MonthForm['returned']>['marks'][number], 'kind' | 'row' | 'field'>,
): { sheet: string; cell: string } | null {
  if (kind === null || row === null) return null;
  const made = entrySheet(form, wordsOf(form), kind);
  const cell = made?.address(row, field) ?? null;
  return made && cell !== null ? { sheet: made.sheet.name, cell } : null;
}
