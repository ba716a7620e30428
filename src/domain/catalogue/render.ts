import type { Finding, FindingText, Severity } from '../finding.js';
import { FINDINGS } from './findings.js';
import { digitsIn, type Language, numberText } from './numbers.js';

/** A finding in words. */
export interface RenderedFinding {
  severity: Severity;
  message: string;
  remedy: string;
}

/** What a slot says whose parameter a finding does not hold. */
const UNKNOWN: Record<Language, string> = { fa: 'نامعلوم', en: 'unknown' };

/** For a finding that another version of the program stored, and this one has no words for. */
const STRANGE: FindingText = {
  severity: 'warning',
  fa: 'یافته‌ای که این نسخهٔ برنامه برایش متنی ندارد: «{code}».',
  en: 'A finding for which this version of the program has no words: {code}.',
  remedyFa: 'آن را با نسخه‌ای که پرونده را خوانده است ببینید، یا پرونده را دوباره بفرستید.',
  remedyEn: 'Look at it with the version that read the file, or send the file again.',
};

let onGap: (what: string) => void = () => {};

/** For tests: a finding that is made today with a gap is our own fault, and must not pass as one that was stored long ago. */
export function hearGaps(heard: (what: string) => void): void {
  onGap = heard;
}

/**
 * Text of a finding from the catalogue, its `{slots}` filled from `params`; numbers in the digits of the language. Findings are
 * stored for years: what an older version did not note is called unknown, and a code of another version is named as such.
 */
export function renderFinding(finding: Finding, language: Language): RenderedFinding {
  const texts: Partial<Record<string, FindingText>> = FINDINGS;
  const known = texts[finding.code];
  if (!known) onGap(`no text for finding ${finding.code}`);
  const text = known ?? STRANGE;
  const params = known ? finding.params : { code: finding.code };
  const fill = (template: string) => fillSlots(template, params, language, finding.code);
  return {
    severity: text.severity,
    message: fill(language === 'fa' ? text.fa : text.en),
    remedy: fill(language === 'fa' ? text.remedyFa : text.remedyEn),
  };
}

/** What a parameter says when there is nothing to name. */
const NOTHING = '—';

/**
 * `{name}` → the parameter of that name, a tiny one before “million rial” in rials. `[ … {name} … ]` is a sentence that is said only when there is something to name: a
 * nearest code that does not exist, or was not noted, is not printed as a dash. Filled text is not read again, so a value may hold braces.
 */
export function fillSlots(template: string, params: Finding['params'], language: Language, code: string): string {
  const noted = (name: string): string | number | undefined => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) onGap(`finding ${code} lacks its parameter ${name}`);
    return value;
  };
  const said = template.replace(/\[([^\]]*)\]/g, (_, sentence: string) =>
    [...sentence.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => (noted(name) ?? NOTHING) === NOTHING) ? '' : sentence,
  );
  return said.replace(/\{(\w+)\}( million rial| میلیون ریال)?/g, (_, name: string, unit: string = '') => {
    const value = noted(name) ?? UNKNOWN[language];
    if (typeof value === 'string') return `${value}${unit}`;
    if (unit !== '' && value !== 0 && Math.abs(value) < LEAST_MILLION) return inRials(value, language);
    return `${filledNumber(value, language)}${unit}`;
  });
}

/** Below this, millions to two decimals would print as 0 or as a hundredth. */
const LEAST_MILLION = 0.01;

/** A tiny amount of millions in rials: 0.004 → `4000 rial`. An amount that is there is never printed as 0. */
function inRials(million: number, language: Language): string {
  return `${filledNumber(Math.round(million * 1_000_000), language)} ${language === 'fa' ? 'ریال' : 'rial'}`;
}

function filledNumber(value: number, language: Language): string {
  // Years and row numbers are not grouped by thousands; amounts are.
  if (Number.isInteger(value) && Math.abs(value) < 100_000) return digitsIn(language, String(value));
  return numberText(language, value, Number.isInteger(value) ? 0 : 2);
}
