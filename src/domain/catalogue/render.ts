import type { Finding, FindingText, Severity } from '../finding.js';
import { invariant } from '../invariant.js';
import { FINDINGS } from './findings.js';
import { digitsIn, type Language, numberText } from './numbers.js';

/** A finding in words. */
export interface RenderedFinding {
  severity: Severity;
  message: string;
  remedy: string;
}

/**
 * Text of a finding from the catalogue, its `{slots}` filled from `params`; numbers in the digits of the language.
 * A slot without a parameter, or a code outside the catalogue, is our own fault: InvariantError.
 */
export function renderFinding(finding: Finding, language: Language): RenderedFinding {
  const texts: Partial<Record<string, FindingText>> = FINDINGS;
  const text = texts[finding.code];
  invariant(text, `no text for finding ${finding.code}`);
  const fill = (template: string) => fillSlots(template, finding.params, language, finding.code);
  return {
    severity: text.severity,
    message: fill(language === 'fa' ? text.fa : text.en),
    remedy: fill(language === 'fa' ? text.remedyFa : text.remedyEn),
  };
}

/** What a parameter says when there is nothing to name. */
const NOTHING = '—';

/**
 * `{name}` → the parameter of that name. `[ … {name} … ]` is a sentence that is said only when there is something to name: a
 * nearest code that does not exist is not printed as a dash. Filled text is not read again, so a value may hold braces.
 */
export function fillSlots(template: string, params: Finding['params'], language: Language, code: string): string {
  const said = template.replace(/\[([^\]]*)\]/g, (_, sentence: string) =>
    [...sentence.matchAll(/\{(\w+)\}/g)].some(([, name]) => params[name ?? ''] === NOTHING) ? '' : sentence,
  );
  return said.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    invariant(value !== undefined, `finding ${code} lacks its parameter ${name}`);
    if (typeof value === 'string') return value;
    // Years and row numbers are not grouped by thousands; amounts are.
    if (Number.isInteger(value) && Math.abs(value) < 100_000) return digitsIn(language, String(value));
    return numberText(language, value, Number.isInteger(value) ? 0 : 2);
  });
}
