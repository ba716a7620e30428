import type { Finding, FindingCode, Place } from '../domain/finding.js';
import type { Params } from './refusal.js';

/** Collects the findings of one file, and only counts them beyond the limit: a hostile file must not flood us. */
export class FindingList {
  private readonly kept: Finding[] = [];
  private dropped = 0;

  constructor(
    private readonly file: string,
    private readonly limit: number,
  ) {}

  add(code: FindingCode, place: Place = {}, params: Params = {}): void {
    if (this.kept.length < this.limit) this.kept.push({ code, place: { file: this.file, ...place }, params });
    else this.dropped += 1;
  }

  /** What was found, with one closing line when some findings are only counted. */
  list(): Finding[] {
    if (this.dropped === 0) return [...this.kept];
    const more: Finding = { code: 'FILE_MORE_FINDINGS', place: { file: this.file }, params: { count: this.dropped } };
    return [...this.kept, more];
  }
}
