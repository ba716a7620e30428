import type {
  CycleRow,
  DecisionFollowed,
  Feedback,
  FeedbackKind,
  FeedbackRules,
  Pace,
  Shift,
  ShiftReason,
} from '../feedback.js';
import {
  amountIn,
  type DisplayUnit,
  digitsIn,
  type Language,
  numberText,
  percentText,
  pointsText,
  printedDifference,
} from './numbers.js';

// Every number of a sentence stands in the record that it speaks of; a test reads them back.

type Texts = Record<Language, string>;

export const FEEDBACK_NAMES: Record<FeedbackKind, Texts> = {
  weakness: { fa: 'ضعف', en: 'weakness' },
  funded_staller: { fa: 'پول‌گرفتهٔ ایستا', en: 'funded staller' },
  starved_winner: { fa: 'پیشرو کم‌اعتبار', en: 'starved winner' },
  strength: { fa: 'قوت', en: 'strength' },
};

export const SHIFT_NAMES: Record<ShiftReason, Texts> = {
  staller: { fa: 'پول‌گرفتهٔ ایستا', en: 'funded stallers' },
  starved: { fa: 'پیشرو کم‌اعتبار', en: 'starved winners' },
  ahead_of_money: { fa: 'کار جلوتر از پول', en: 'work ahead of money' },
  strength: { fa: 'قوت', en: 'strength' },
  committed: { fa: 'تعهدها', en: 'commitments' },
  makes_room: { fa: 'جا برای تعهدهای دیگران', en: 'room for commitments of others' },
  unchanged: { fa: 'بی‌تغییر', en: 'unchanged' },
};

interface Words {
  percent(ratio: number | null): string;
  points(ratio: number | null): string;
  count(number: number): string;
  code(text: string): string;
}

function wordsOf(language: Language): Words {
  return {
    percent: (ratio) => percentText(language, ratio),
    points: (ratio) => pointsText(language, ratio),
    count: (number) => digitsIn(language, String(number)),
    code: (text) => digitsIn(language, text),
  };
}

/** Why an item is on the list, in one or two sentences. */
export function feedbackSentence(item: Feedback, language: Language): string {
  const words = wordsOf(language);
  const said = JUDGED[item.kind][language](item, words);
  return [said, lasting(item, words)[language], added(item, words)[language]].filter((part) => part !== '').join(' ');
}

const JUDGED: Record<FeedbackKind, Record<Language, (item: Feedback, words: Words) => string>> = {
  weakness: {
    fa: ({ physical, high, value, threshold }, { percent, points }) =>
      `تحقق فیزیکی ${percent(physical)} است (${percent(high)} اگر بی‌گزارش‌ها طبق برنامه باشند)، دست‌کم ${points(value)} واحد درصد کمتر از برنامه (آستانه ${points(threshold)}).`,
    en: ({ physical, high, value, threshold }, { percent, points }) =>
      `Physical realization is ${percent(physical)} (${percent(high)} if the silent are on plan), at least ${points(value)} points short of what was due (threshold ${points(threshold)}).`,
  },
  strength: {
    fa: ({ physical, reference, value, threshold }, { percent, points }) =>
      `تحقق فیزیکی ${percent(physical)} است و کل برنامه ${percent(reference)}: دست‌کم ${points(value)} واحد درصد بالاتر (آستانه ${points(threshold)}).`,
    en: ({ physical, reference, value, threshold }, { percent, points }) =>
      `Physical realization is ${percent(physical)}, that of the whole ${percent(reference)}: at least ${points(value)} points above (threshold ${points(threshold)}).`,
  },
  funded_staller: {
    fa: ({ achieved, planned, spent, released, value, threshold }, { percent, points }) =>
      `کار ${percent(achieved)} است و برنامه ${percent(planned)}: ${points(value)} واحد عقب (آستانه ${points(threshold)}) و ایستا، در حالی که از پول موعدرسیده ${percent(released)} تخصیص و ${percent(spent)} هزینه شده است.`,
    en: ({ achieved, planned, spent, released, value, threshold }, { percent, points }) =>
      `Work stands at ${percent(achieved)} of a planned ${percent(planned)}, ${points(value)} points behind (threshold ${points(threshold)}) and not moving, while ${percent(released)} of the money due was released and ${percent(spent)} spent.`,
  },
  starved_winner: {
    fa: ({ achieved, planned, spent, released, value, threshold }, { percent, points }) =>
      `کار ${percent(achieved)} است و برنامه ${percent(planned)}، در حالی که از پول موعدرسیده ${percent(released)} تخصیص و ${percent(spent)} هزینه شده است: ${points(value)} واحد کم (آستانه ${points(threshold)}).`,
    en: ({ achieved, planned, spent, released, value, threshold }, { percent, points }) =>
      `Work stands at ${percent(achieved)} of a planned ${percent(planned)}, while ${percent(released)} of the money due was released and ${percent(spent)} spent: ${points(value)} points missing (threshold ${points(threshold)}).`,
  },
};

function lasting({ persistence, since, openEnded }: Feedback, { count, code }: Words): Texts {
  return {
    fa: `این وضع ${openEnded ? 'دست‌کم ' : ''}${count(persistence)} دورهٔ پیاپی است، از ${code(since)}.`,
    en: `So for ${openEnded ? 'at least ' : ''}${count(persistence)} periods in a row, since ${code(since)}.`,
  };
}

function added({ shortfall, contribution }: Feedback, { points }: Words): Texts {
  if (shortfall === null && contribution === null) return { fa: '', en: '' };
  return {
    fa: `سهم آن: ${points(shortfall)} واحد از کارِ نکردهٔ کل و ${points(contribution)} واحد از شکاف.`,
    en: `It adds ${points(shortfall)} points to the missing work of the whole and ${points(contribution)} to its gap.`,
  };
}

/** What is needed against what was done, in one sentence; null = no pace can be compared. */
export function paceSentence(
  { subject, reached, target, needed, soFar, times, monthsLeft, monthsPassed }: Pace,
  language: Language,
): string | null {
  if (needed === null || soFar === null) return null;
  const { count } = wordsOf(language);
  const share = subject === 'node';
  const figure = (value: number) => (share ? percentText(language, value) : plainNumber(language, value));
  const rate = (value: number) => (share ? pointsText(language, value) : plainNumber(language, value));
  const ratio = times === null ? '' : numberText(language, times, 1);
  return {
    fa: `${figure(reached)} از ${figure(target)} پس از ${count(monthsPassed)} ماه؛ در ${count(monthsLeft)} ماه مانده ماهی ${rate(needed)} لازم است و تاکنون ماهی ${rate(soFar)} بوده است${times === null ? '' : ` (${ratio} برابر)`}.`,
    en: `${figure(reached)} of ${figure(target)} after ${count(monthsPassed)} months; ${rate(needed)} a month are needed in the ${count(monthsLeft)} months left, it was ${rate(soFar)} a month so far${times === null ? '' : ` (${ratio} times)`}.`,
  }[language];
}

/** One line of next year's sheet in words. */
export function cycleSentence(row: CycleRow, language: Language, unit: { name: string; of: DisplayUnit }): string {
  const { count } = wordsOf(language);
  const figure = (value: number | null) => (value === null ? '—' : plainNumber(language, value));
  const credit = moneyText(language, row.creditRial, unit);
  return {
    fa: `آغاز سال ${figure(row.opening)}، هدف ${figure(row.target)}، اکنون ${figure(row.value)}، مانده ${figure(row.gap)}؛ هدف ${count(row.nextYear)}: ${figure(row.nextTarget)}، راه مانده ${figure(row.gapToFill)}؛ ${count(row.projects)} پروژه با ${credit} اعتبار امسال در خدمت آن است.`,
    en: `Opened the year at ${figure(row.opening)}, target ${figure(row.target)}, now ${figure(row.value)}, ${figure(row.gap)} left; target of ${count(row.nextYear)}: ${figure(row.nextTarget)}, ${figure(row.gapToFill)} to fill; ${count(row.projects)} projects with ${credit} of this year's credit serve it.`,
  }[language];
}

/** Why a node's credit of next year is what it is. */
export function shiftSentence(row: Shift, language: Language, unit: { name: string; of: DisplayUnit }): string {
  const money = (rial: bigint) => moneyText(language, rial, unit);
  const { percent, points } = wordsOf(language);
  const base = money(row.baseRial);
  const proposed = money(row.proposedRial);
  const parts: Record<ShiftReason, Texts> = {
    staller: {
      fa: `${percent(row.stalled)} از اعتبار آن نزد پروژه‌های پول‌گرفتهٔ ایستاست؛ ${money(row.takenRial)} برداشته می‌شود.`,
      en: `${percent(row.stalled)} of its credit stands with funded stallers; ${money(row.takenRial)} is taken.`,
    },
    starved: {
      fa: `${percent(row.starved)} از اعتبار آن نزد پروژه‌های پیشرو کم‌اعتبار است؛ ${money(row.receivedRial)} افزوده می‌شود.`,
      en: `${percent(row.starved)} of its credit is that of starved winners; ${money(row.receivedRial)} is added.`,
    },
    ahead_of_money: {
      fa: `کار (${percent(row.physical)}) از پول (${percent(row.budget)}) جلوتر است؛ ${money(row.receivedRial)} افزوده می‌شود.`,
      en: `Work (${percent(row.physical)}) runs ahead of money (${percent(row.budget)}); ${money(row.receivedRial)} is added.`,
    },
    strength: {
      fa: `تحقق فیزیکی دست‌کم ${points(row.strong)} واحد بالاتر از کل است؛ ${money(row.receivedRial)} افزوده می‌شود.`,
      en: `Its work is at least ${points(row.strong)} points above that of the whole; ${money(row.receivedRial)} is added.`,
    },
    committed: {
      fa: `سهم پایه از تعهدهای پرداخت‌نشده (${money(row.committedRial)}) کمتر است؛ ${money(row.boundRial)} افزوده می‌شود.`,
      en: `Its base lies below its unpaid commitments (${money(row.committedRial)}); ${money(row.boundRial)} is added.`,
    },
    makes_room: {
      fa: `${money(-row.boundRial)} برای تعهدهای طرح‌های دیگر برداشته می‌شود.`,
      en: `${money(-row.boundRial)} makes room for the commitments of others.`,
    },
    unchanged: {
      fa: 'دلیلی برای جابه‌جایی نیست.',
      en: 'There is no reason for a shift.',
    },
  };
  return {
    fa: `از ${base} به ${proposed}: ${parts[row.reason].fa}`,
    en: `From ${base} to ${proposed}: ${parts[row.reason].en}`,
  }[language];
}

/** The thresholds in words: printed with every answer. */
export function rulesSentence(rules: FeedbackRules, language: Language): string {
  const { percent, points, count } = wordsOf(language);
  return {
    fa: `قاعده‌ها (${count(rules.periods)} دورهٔ پیاپی): ضعف، ${points(rules.weak)} واحد کمتر از برنامه · قوت، ${points(rules.strong)} واحد بالاتر از کل · پول‌گرفتهٔ ایستا، دست‌کم ${percent(rules.funded)} پول، ${points(rules.behind)} واحد عقب، حرکت حداکثر ${percent(rules.moved)} برنامهٔ ماه · پیشرو کم‌اعتبار، دست‌کم ${percent(rules.winner)} کار با حداکثر ${percent(rules.starved)} پول · جابه‌جایی حداکثر ${percent(rules.shift)} اعتبار.`,
    en: `Rules (${count(rules.periods)} periods in a row): weakness, ${points(rules.weak)} points short of what was due · strength, ${points(rules.strong)} points above the whole · funded staller, at least ${percent(rules.funded)} of the money, ${points(rules.behind)} points behind, moved by at most ${percent(rules.moved)} of the month's plan · starved winner, at least ${percent(rules.winner)} of the work with at most ${percent(rules.starved)} of the money · a shift of at most ${percent(rules.shift)} of the credit.`,
  }[language];
}

function moneyText(language: Language, rial: bigint, { name, of }: { name: string; of: DisplayUnit }): string {
  return `${numberText(language, amountIn(of, rial))} ${name}`;
}

/** A value in its own unit: up to three decimals, no more than it has. */
function plainNumber(language: Language, value: number): string {
  const decimals = Number.isInteger(value) ? 0 : Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? 2 : 3;
  return numberText(language, value, decimals);
}

/** What became of a decision, with how far the two figures can be compared; it claims no cause. */
export function followedSentence(followed: DecisionFollowed, language: Language): string {
  const { before, after, comparison, replanned, months } = followed;
  const { percent, points, code, count } = wordsOf(language);
  if (!before || before.physical === null) {
    return { fa: 'رقمی هنگام تصمیم در دست نبود.', en: 'No figure was known when it was decided.' }[language];
  }
  const was = {
    fa: `${percent(before.physical)} در ${code(before.period)}`,
    en: `${percent(before.physical)} at ${code(before.period)}`,
  };
  if (!after || after.physical === null)
    return `${STANDS[language](was[language])} ${COMPARISONS[comparison][language]}`;
  const change = points(printedDifference(before.physical * 100, after.physical * 100) / 100);
  const said = {
    fa: `تحقق فیزیکی از آغاز سال: ${was.fa}، ${percent(after.physical)} در ${code(after.period)} (${count(months ?? 0)} ماه بعد)، تغییر ${change} واحد.`,
    en: `Physical realization of the year to date: ${was.en}, ${percent(after.physical)} at ${code(after.period)} (${count(months ?? 0)} months later), a change of ${change} points.`,
  }[language];
  const plans = replanned
    ? { fa: ' برنامه در این میان عوض شده است.', en: ' The plan changed in between.' }[language]
    : '';
  const cause = { fa: ' این تغییر است، نه دلیل آن.', en: ' This is what changed, not why.' }[language];
  return `${said} ${COMPARISONS[comparison][language]}${plans}${cause}`;
}

const STANDS: Record<Language, (was: string) => string> = {
  fa: (was) => `تحقق فیزیکی از آغاز سال: ${was}.`,
  en: (was) => `Physical realization of the year to date: ${was}.`,
};

const COMPARISONS: Record<DecisionFollowed['comparison'], Texts> = {
  year_on: { fa: 'همان ماهِ سال بعد است و سنجیدنی.', en: 'It is the same month of the next year, and comparable.' },
  earlier: {
    fa: 'دوازده دوره نگذشته است؛ ماه دیگری از سال است و تنها با احتیاط سنجیدنی.',
    en: 'Twelve periods have not passed: another month of the year, to be compared with care.',
  },
  continued: {
    fa: 'پروژهٔ سال بعد است که همان کار را ادامه می‌دهد، با برنامه‌ای دیگر.',
    en: "It is the next year's project that carries the work on, with another plan.",
  },
  own_year: {
    fa: 'پروژه با سال خود پایان یافت؛ ماه دیگری از همان سال است.',
    en: 'The project ended with its year: another month of the same year.',
  },
  nothing_later: { fa: 'هنوز دورهٔ دیرتری گزارش نشده است.', en: 'No later period has been reported yet.' },
  gone: { fa: 'در برنامهٔ دورهٔ بعد نیست و سنجیدنی نیست.', en: 'It is not in the later plan, and cannot be compared.' },
};
