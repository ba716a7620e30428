/**
 * Something that stops a command and that a person can mend: no plan loaded, an unknown code, a newer database.
 * Says what and how to mend it, in Persian and English; `exitCode` is the contract's (1 failed, 2 usage or configuration).
 */
export class PayeshError extends Error {
  override name = 'PayeshError';

  constructor(
    readonly code: string,
    readonly text: { fa: string; en: string; remedyFa: string; remedyEn: string },
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(`${text.en} ${text.remedyEn}`);
  }
}
