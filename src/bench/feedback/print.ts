import { tableText } from '../table.js';
import { JUDGING_SEEDS, judgeFeedback, type Tally, TUNING_SEEDS } from './judge.js';
import type { Silence } from './organisation.js';

/** What must hold where a plant is over twice the threshold. */
const BOUND = 0.9;
const USUAL: Silence = { missing: 0.03, late: 0.02 };
/** As much silence as a poor month brings: printed, with no bound, because what is unknown is not judged. */
const POOR: Silence = { missing: 0.1, late: 0.1 };

/** Prints precision and recall of feedback; true = both bounds hold. `tuning` = on the seeds that were built with. */
export async function printFeedbackBench(write: (text: string) => void, tuning: boolean): Promise<boolean> {
  const seeds = tuning ? TUNING_SEEDS : JUDGING_SEEDS;
  const usual = await judgeFeedback(seeds, USUAL);
  const poor = await judgeFeedback(seeds, POOR);
  const rows = [
    ...usual.all.map((tally) => row(tally, 'all', USUAL)),
    ...usual.twice.map((tally) => row(tally, 'over twice', USUAL)),
    ...poor.twice.map((tally) => row(tally, 'over twice', POOR)),
  ];
  const header = ['feedback', 'plants', 'silent', 'planted', 'found', 'recall', 'named', 'right', 'precision'];
  write(`${tuning ? 'tuning' : 'judging'} seeds, ${seeds.length} cities\n${tableText(header, rows, 3)}`);
  return usual.twice.every((tally) => recall(tally) >= BOUND && precision(tally) >= BOUND);
}

function row(tally: Tally, plants: string, { missing, late }: Silence): string[] {
  return [
    tally.kind,
    plants,
    `${Math.round(missing * 100)}% + ${Math.round(late * 100)}%`,
    String(tally.planted),
    String(tally.found),
    recall(tally).toFixed(3),
    String(tally.named),
    String(tally.right),
    precision(tally).toFixed(3),
  ];
}

function recall({ planted, found }: Tally): number {
  return planted === 0 ? Number.NaN : found / planted;
}

function precision({ named, right }: Tally): number {
  return named === 0 ? Number.NaN : right / named;
}
