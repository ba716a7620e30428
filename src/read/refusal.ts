import type { FindingCode, Place } from '../domain/finding.js';

export type Params = Record<string, string | number>;

/**
 * Carries one finding out of the depth of a parser when the file cannot be trusted as a whole.
 * It is thrown and caught inside this stage only (`read.ts`): outside, wrong data is always a returned value.
 */
export class Refusal extends Error {
  override name = 'Refusal';

  constructor(
    readonly code: FindingCode,
    readonly params: Params = {},
    readonly place: Place = {},
  ) {
    super(code);
  }
}
