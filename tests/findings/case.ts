import type { Finding, FindingCode } from '../../src/domain/finding.js';

/** One code of the catalogue and the smallest input that produces it, through the very function that people's files go through. */
export interface FindingCase {
  code: FindingCode;
  produce(): Finding[] | Promise<Finding[]>;
}

/** The first case of each code, in the order given. */
export function firstOfEach(cases: readonly FindingCase[]): FindingCase[] {
  const known = new Set<FindingCode>();
  return cases.filter(({ code }) => !known.has(code) && known.add(code));
}
