import type { Config, Language } from '../../config/config.js';
import { type Labels, labelsIn } from '../../domain/catalogue/labels.js';
import { periodText } from '../../domain/catalogue/numbers.js';
import type { AnswerHead, ReasonedHead } from '../../pipeline/types.js';
import { type Column, isolate, oneLine, table } from '../table.js';
import { say, type TextKey } from '../texts.js';

/** How answers are shown to this reader: language, unit, and whether a person looks at a terminal. */
export interface View {
  language: Language;
  config: Pick<Config, 'calendar' | 'timeZone' | 'displayUnit' | 'deadline'>;
  terminal: boolean;
}

/** The words of a view, bound to its language. */
export function wordsOf(view: View) {
  const { language, terminal, config } = view;
  const labels: Labels = labelsIn(language);
  const isolated = terminal && language === 'fa';
  return {
    labels,
    unit: labels.units[config.displayUnit],
    word: (key: TextKey, slots: Record<string, string | number> = {}) => say(language, key, slots),
    period: (period: string) => `${periodText(language, config.calendar, period)} (${period})`,
    /** A code or path inside a sentence. */
    ltr: (text: string) => (isolated ? isolate(oneLine(text)) : oneLine(text)),
    table: (columns: readonly Column[], rows: readonly (readonly string[])[]) => table(columns, rows, isolated),
    list: (items: readonly string[]) => items.join(language === 'fa' ? '، ' : ', '),
  };
}

/** Footnotes below figures: why some are unknown. Each on a line of its own after a blank one; none = nothing. */
export function footnotes({ language }: View, { reasons }: Pick<ReasonedHead, 'reasons'>): string {
  return reasons.length === 0 ? '' : `\n${reasons.map((reason) => `* ${oneLine(reason[language])}\n`).join('')}`;
}

/** The choices that every percentage is printed with: period, plan, scope, basis, spending, budget, denominator. */
export function headLine(view: View, { period, plan, options, asOf }: AnswerHead): string {
  const { labels, word, period: inWords, ltr } = wordsOf(view);
  return [
    inWords(period),
    word('head.plan', { plan: ltr(plan) }),
    labels.scopes[options.scope],
    labels.bases[options.basis],
    labels.spendings[options.spending],
    labels.denominators[options.denominator],
    word(options.budget === 'original' ? 'head.original' : 'head.current'),
    ...(asOf === null ? [] : [word('head.asOf', { asOf: ltr(asOf) })]),
  ].join(' · ');
}
