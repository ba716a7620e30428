import { REAL_DISK } from '../deliver/disk.js';
import { publishedSet } from '../deliver/folder.js';
import type { Manifest } from '../deliver/manifest.js';
import type { Context } from './context.js';
import type { Sentence } from './types.js';

/** What a start found half done and brought to its end. The names are stable: they stand in the ledger. */
export type RecoveryKind = 'submission_taken_up' | 'claim_released' | 'reports_put_back' | 'ended_without_word';

const WORDS: Record<RecoveryKind, (what: string) => Sentence> = {
  submission_taken_up: (what) => ({
    fa: `خواندن «${what}» که نیمه‌تمام مانده بود از سر گرفته شد.`,
    en: `Took up the reading of ${what}, which an earlier run left unfinished.`,
  }),
  claim_released: (what) => ({
    fa: `کار ${what} در دست برنامه‌ای مانده بود که دیگر نیست؛ آزاد شد.`,
    en: `Released the job ${what}, which a process that is gone had held.`,
  }),
  reports_put_back: (what) => ({
    fa: `گزارش‌های ${what} که هنگام جایگزینی کنار مانده بود به جای خود برگشت.`,
    en: `Put back the reports of ${what}, which an end in the middle of publishing had left aside.`,
  }),
  ended_without_word: (what) => ({
    fa: `سرویس پیشین بی‌خبر به پایان رسیده بود (آخرین نشانه ${what}).`,
    en: `The service had ended without a word before (last sign ${what}).`,
  }),
};

/** Told twice: in the log as it happens, and in the ledger, from which `status` tells it later. */
export function tellRecovery({ store, world }: Context, kind: RecoveryKind, what: string): void {
  world.log('warning', WORDS[kind](JSON.stringify(what)).en);
  store().recovered(kind, what);
}

const SHOWN = 10;

/** The latest recoveries in words, newest last. */
export function recoveries({ store }: Context): { at: string; fa: string; en: string }[] {
  return store()
    .recoveries()
    .slice(-SHOWN)
    .flatMap(({ at, kind, what }) => (kind in WORDS ? [{ at, ...WORDS[kind as RecoveryKind](what) }] : []));
}

/** The report set of a period as it stands, or null; a set that was left aside is put back first, and that is told. */
export function standingSet(context: Context, root: string, period: string): Manifest | null {
  return publishedSet(root, period, REAL_DISK, () => tellRecovery(context, 'reports_put_back', period));
}
