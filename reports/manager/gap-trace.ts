import type { GapRule, GapSentence, Operand } from '../../src/domain/catalogue/gap-sentences.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { CHANGE_KINDS, type ChangeKind } from '../../src/domain/gap-changes.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import type { Cell } from '../../src/report/sheet.js';
import type { StepRows } from './gap-changes.js';
import { kindLetter } from './gap-moved.js';
import { titleOf, toldOfGap } from './gap-words.js';
import type { Section } from './sections.js';
import type { Voice } from './voice.js';

/** The tables of the sheet on which the numbers of its sentences stand. */
export interface GapPlaces {
  parts: Section;
  departments: Section;
  causes: Section;
  steps: StepRows;
  movedProjects: Section;
}

export function traceHeaders({ t }: Voice): string[] {
  return [
    t('جمله', 'Sentence'),
    t('عدد', 'Number'),
    t('٪', '%'),
    t('واحد درصد', 'Points'),
    t('تعداد', 'Count'),
    t('خانه', 'Cell'),
  ];
}

/** Each number of each sentence, live over the cell in which it stands. */
export function traceBody(figures: MonthFigures, voice: Voice, places: GapPlaces): Cell[][] {
  return toldOfGap(figures).flatMap((sentence, index) =>
    sentence.operands.flatMap((operand) =>
      typeof operand.value === 'number' ? [traceRow(sentence, operand, index + 1, figures, voice, places)] : [],
    ),
  );
}

function traceRow(
  sentence: GapSentence,
  { name, kind, value }: Operand,
  number: number,
  figures: MonthFigures,
  voice: Voice,
  places: GapPlaces,
): Cell[] {
  const address = addressOf(sentence, name, Number(value), figures, places);
  const [style, column] =
    kind === 'percent'
      ? (['percent', 0] as const)
      : kind === 'count'
        ? (['count', 2] as const)
        : (['points', 1] as const);
  const shown = kind === 'points' || kind === 'signed' ? Number(value) * 100 : Number(value);
  const values = [0, 1, 2].map((at) =>
    at !== column ? cell('text', '') : address?.formula ? live(style, address.formula, shown) : cell(style, shown),
  );
  const link = address ? { link: { sheet: voice.labels.sheets.gap, cell: address.cells[0] ?? 'A1' } } : {};
  return [
    cell('count', number),
    cell('wrapped', operandText(sentence, name, figures, voice)),
    ...values,
    cell('code', address ? address.cells.join(', ') : NO_DATA, link),
  ];
}

interface Address {
  cells: string[];
  /** Null = the number is part of the cell's words. */
  formula: string | null;
}

const one = (at: string | null, sign = ''): Address | null =>
  at === null ? null : { cells: [at], formula: `${sign}${at}` };

/** Columns of the row of the whole plan in the table of parts. */
const PART_LETTERS: Partial<Record<GapRule, string>> = {
  mix: 'G',
  money_without_work: 'I',
  work_without_budget: 'J',
  not_due: 'K',
};
const FIGURE_LETTERS: Record<string, string> = { physical: 'C', budget: 'D', gap: 'E', projects: 'F' };

function addressOf(
  sentence: GapSentence,
  name: string,
  value: number,
  { gap }: MonthFigures,
  { parts, departments, causes, steps, movedProjects }: GapPlaces,
): Address | null {
  const { rule } = sentence;
  const whole = (letter: string) => `${letter}${rowsWith(parts, 0, gap.code)[0]}`;
  if (isChange(rule)) {
    const thing = named(sentence, name);
    if (thing === null) {
      const row = steps.of(rule);
      return row === null ? null : one(`${FIGURE_LETTERS[name]}${row}`);
    }
    const row = rowsWith(movedProjects, 1, thing).find((at) =>
      near(numberAt(movedProjects, at, kindLetter(rule)), value),
    );
    return row === undefined ? null : one(`${kindLetter(rule)}${row}`);
  }
  if (rule === 'since' || rule === 'since_edition' || rule === 'since_instant') {
    if (name === 'edition') return { cells: [`B${steps.start}`], formula: null };
    return one(`E${name === 'before' ? steps.start : name === 'after' ? steps.now : steps.sum}`);
  }
  if (rule === 'paid_ahead' || rule === 'paid_behind') {
    const sign = rule === 'paid_behind' ? '-' : '';
    const thing = named(sentence, name);
    if (thing === null) return one(whole('F'), sign);
    const rows = name.startsWith('department') ? rowsWith(departments, 0, thing) : rowsWith(causes, 1, thing);
    const cells = rows.map((row) => `F${row}`);
    return cells.length === 0
      ? null
      : { cells, formula: cells.length === 1 ? `${sign}${cells[0]}` : `${sign}SUM(${cells.join(',')})` };
  }
  const part = PART_LETTERS[rule];
  if (part !== undefined) return one(whole(part));
  return name === 'gap'
    ? { cells: [whole('E')], formula: `ABS(${whole('E')})` }
    : one(whole(FIGURE_LETTERS[name] ?? 'E'));
}

function isChange(rule: GapRule): rule is ChangeKind {
  return CHANGE_KINDS.some((kind) => kind === rule);
}

/** The name that a figure such as `project0_points` belongs to; null = it is the sentence's own. */
function named({ operands }: GapSentence, name: string): string | null {
  const owner = operands.find((operand) => `${operand.name}_points` === name);
  return owner ? String(owner.value) : null;
}

/** Rows of a section in whose column (counted from 0) a text stands. */
function rowsWith({ rows, first, last }: Section, column: number, text: string): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (row) => rows[row - first + 2]?.cells[column]?.value === text,
  );
}

function numberAt({ rows, first }: Section, row: number, letter: string): number {
  const value = rows[row - first + 2]?.cells[letter.charCodeAt(0) - 65]?.value;
  return typeof value === 'number' ? value / 100 : Number.NaN;
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-12;

function operandText(sentence: GapSentence, name: string, figures: MonthFigures, voice: Voice): string {
  const { t } = voice;
  const thing = named(sentence, name);
  if (thing !== null) return name.startsWith('department') ? (titleOf(figures, thing) ?? thing) : thing;
  const texts: Partial<Record<string, string>> = {
    budget: t('تحقق هزینه', 'Budget'),
    physical: t('تحقق فیزیکی', 'Physical'),
    gap: t('شکاف', 'Gap'),
    effect: t('سهم در شکاف', 'Part of the gap'),
    before: t('شکاف آن ماه', 'The gap then'),
    after: t('شکاف اکنون', 'The gap now'),
    change: t('تغییر شکاف', 'Change of the gap'),
    edition: t('ویرایش', 'Edition'),
    projects: t('پروژه‌ها', 'Projects'),
  };
  return texts[name] ?? name;
}
