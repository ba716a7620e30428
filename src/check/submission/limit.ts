import { FINDINGS } from '../../domain/catalogue/findings.js';
import type { Finding, Severity } from '../../domain/finding.js';
import { finding } from './place.js';

/** More than this nobody reads; one mistake of a column repeats in every row. */
export const FINDINGS_PER_FILE = 200;

const RANK: Record<Severity, number> = { error: 0, question: 1, warning: 2, info: 3 };

export const severityOf = ({ code }: Finding): Severity => FINDINGS[code].severity;

/** An answer that was not recorded stands nowhere else than in its finding: it goes no sooner than an error. */
const rankOf = (one: Finding): number => (one.code.startsWith('SUB_ANSWER_') ? 0 : RANK[severityOf(one)]);

/** At most 200 findings, in their order; where some must go, notes go first, then warnings, then questions. The rest is counted. */
export function limitFindings(findings: readonly Finding[], file: string): Finding[] {
  if (findings.length <= FINDINGS_PER_FILE) return [...findings];
  const kept = new Set([...findings].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, FINDINGS_PER_FILE));
  const count = findings.length - FINDINGS_PER_FILE;
  return [...findings.filter((one) => kept.has(one)), finding('SUB_MORE_FINDINGS', { file }, { count })];
}
