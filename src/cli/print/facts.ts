import { instantText } from '../../domain/catalogue/numbers.js';
import type { Fact } from '../../domain/fact.js';
import { type View, wordsOf } from './view.js';

/** Facts with the place they came from: file, sheet, cell and the text as typed. */
export function factTable(view: View, facts: readonly Fact[]): string {
  const { word, table } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('period'), ltr: true },
    { title: word('field'), ltr: true },
    { title: word('value'), align: 'end' as const, ltr: true },
    { title: word('raw') },
    { title: word('place'), ltr: true },
    { title: word('department'), ltr: true },
    { title: word('received'), ltr: true },
    { title: word('file') },
  ];
  return table(
    columns,
    facts.map((fact) => cells(view, fact)),
  );
}

function cells({ config }: View, fact: Fact): string[] {
  const { sheet, cell, raw } = fact.source;
  return [
    fact.code,
    fact.period,
    fact.field,
    fact.withdrawn ? '—' : shortened(fact.text ?? numberOf(fact.value)),
    shortened(raw),
    sheet === null ? cell : `${sheet}!${cell}`,
    fact.department,
    instantText('en', config.calendar, config.timeZone, fact.recordedAt),
    fact.file,
  ];
}

function numberOf(value: number | null): string {
  return value === null ? '—' : String(value);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
