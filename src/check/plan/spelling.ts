import type { PlanPackage } from '../../domain/plan.js';
import { cleanText, codeKey, foldDigits } from '../../domain/text/normalise.js';
import type { CodeSpace } from './cell.js';

const DASHES = /[\u2010-\u2015\u2212]/g;

/** A code as we keep it: digits and dashes of one kind, no apostrophe that guards zeros, otherwise as it was typed. */
export function tidyCode(text: string): string {
  return foldDigits(cleanText(text))
    .replace(DASHES, '-')
    .replace(/^['’`]/, '');
}

/**
 * One spelling for each code. People write `P-12`, `p-12` and «P–۱۲» for the same thing; the first definition decides
 * and every reference follows it, so that later stages may compare codes as plain text.
 */
export class Spelling {
  private readonly defined = new Map<string, string>();
  private readonly known = new Map<string, string>();

  /** The first spelling that is defined for a code stays. */
  define(space: CodeSpace, text: string): void {
    const code = tidyCode(text);
    const key = `${space}:${codeKey(code)}`;
    if (code !== '' && !this.defined.has(key)) this.defined.set(key, code);
  }

  /** The code as it was defined, or tidied where nothing defines it. */
  of(space: CodeSpace, text: string): string {
    const memo = `${space}:${text}`;
    const found = this.known.get(memo);
    if (found !== undefined) return found;
    const tidy = tidyCode(text);
    const code = this.defined.get(`${space}:${codeKey(tidy)}`) ?? tidy;
    this.known.set(memo, code);
    return code;
  }

  /** Takes over every definition of a package. */
  learn(pkg: PlanPackage): void {
    for (const row of [...pkg.plans, ...pkg.nodes, ...pkg.projects, ...pkg.indicators]) this.define('item', row.code);
    for (const row of pkg.departments) this.define('department', row.code);
    for (const row of pkg.works) this.define('work', row.code);
  }
}
