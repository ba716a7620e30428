import { type GapSentence, gapSentences, gapText, type Operand } from '../../src/domain/catalogue/gap-sentences.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { Voice } from './voice.js';

/** What the catalogue's rules say of the whole gap and of what changed it. */
export function toldOfGap({ gap, gapSince }: MonthFigures): GapSentence[] {
  return gapSentences(gap, gapSince?.changes ?? null, gapSince?.since ?? null);
}

/** A sentence in the language of the report, its departments by their titles. */
export function inWords({ rule, operands }: GapSentence, { language, shown }: Voice, figures: MonthFigures): string {
  const titled = operands.map((operand): Operand => {
    const title = /^department\d+$/.test(operand.name) ? titleOf(figures, String(operand.value)) : null;
    return title === null ? operand : { name: operand.name, kind: 'title', value: title };
  });
  return shown(gapText({ rule, operands: titled }, language, figures.calendar));
}

/** The title of a department by its code. */
export function titleOf({ reporting }: MonthFigures, department: string): string | null {
  return reporting.find(({ code }) => code === department)?.title ?? null;
}

/** Points as a ratio: a smaller contribution of one project says little to a manager. */
export const WORTH_NAMING = 0.005;

/** The sentence without its projects, where even the first of them adds little. */
export function withoutSmall({ rule, operands }: GapSentence): GapSentence {
  const first = operands.find(({ name }) => name === 'project0_points');
  const small = typeof first?.value === 'number' && Math.abs(first.value) < WORTH_NAMING;
  return { rule, operands: small ? operands.filter(({ name }) => !/^project\d/.test(name)) : operands };
}

/** A named thing of a sentence with its figure: `project0` and `project0_points`. */
export function namedIn({ operands }: GapSentence, kind: 'project' | 'department'): { name: string; points: number }[] {
  const values = new Map(operands.map(({ name, value }) => [name, value]));
  return [0, 1, 2].flatMap((index) => {
    const [name, points] = [values.get(`${kind}${index}`), values.get(`${kind}${index}_points`)];
    return typeof name === 'string' && typeof points === 'number' ? [{ name, points }] : [];
  });
}
