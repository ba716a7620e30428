import type { SubmissionRecord } from './month.js';

/** A file of which something is stored. */
export function isCounted({ status }: Pick<SubmissionRecord, 'status'>): boolean {
  return status === 'accepted' || status === 'partly';
}

export type Outcome = SubmissionRecord['status'] | 'answers';

/** How a file ended, in the eyes of its sender: one that only answers questions states no figure and was not returned. */
export function outcomeOf({ status, findings }: Pick<SubmissionRecord, 'status' | 'findings'>): Outcome {
  return status === 'refused' && findings.some(({ code }) => code === 'SUB_ANSWERS_ONLY') ? 'answers' : status;
}
