import { yearOf } from '../../src/domain/calendar.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { contributionOf, gapByBranch, isEmptyYear, sharesBy } from './causes.js';
import { yearEndSentence } from './forecast-sentence.js';
import type { Layout } from './layout.js';
import { leftToRight, type Voice } from './voice.js';

/** The month in sentences: rules choose them, and every number in them stands in the data. */
export function sentencesOf(figures: MonthFigures, voice: Voice, layout: Layout): string[] {
  return [
    headline(figures, voice, layout),
    parts(figures, voice),
    branches(figures, voice, layout),
    departments(figures, voice),
    projects(figures, voice),
    trend(figures, voice, layout),
    yearEndSentence(figures, voice),
  ].filter((text) => text !== '');
}

function headline({ period, timeElapsed }: MonthFigures, voice: Voice, { total }: Layout): string {
  const { t } = voice;
  const { physical, budget, gap } = total.figures;
  const until = voice.period(period);
  if (physical === null || budget === null || gap === null) {
    return t(
      `تا پایان ${until}، ${voice.percent(timeElapsed)} زمان برنامه گذشته است، ولی داده برای سنجش ${physical === null ? 'کار' : 'هزینه'} کافی نیست.`,
      `By the end of ${until}, ${voice.percent(timeElapsed)} of the plan's time has passed, but there are not enough data to measure ${physical === null ? 'work' : 'spending'}.`,
    );
  }
  const ahead = gap >= 0;
  const points = voice.points(Math.abs(gap));
  return t(
    `تا پایان ${until}، ${voice.percent(timeElapsed)} زمان برنامه گذشته، ${voice.percent(physical)} کارِ موعدرسیده انجام و ${voice.percent(budget)} اعتبارِ موعدرسیده هزینه شده است؛ ${ahead ? 'پول' : 'کار'} ${points} واحد درصد از ${ahead ? 'کار' : 'پول'} جلوتر است.`,
    `By the end of ${until}, ${voice.percent(timeElapsed)} of the plan's time has passed, ${voice.percent(physical)} of the work due is done and ${voice.percent(budget)} of the budget due is spent; ${ahead ? 'money' : 'work'} is ${points} points ahead of ${ahead ? 'work' : 'money'}.`,
  );
}

function parts({ gap }: MonthFigures, voice: Voice): string {
  const { t } = voice;
  if (gap.paidAhead === null || gap.mix === null) return '';
  const paid = t(
    `${voice.points(gap.paidAhead)} واحد آن از جلو افتادن پرداخت از کار در خودِ پروژه‌هاست`,
    `${voice.points(gap.paidAhead)} points of it are payments ahead of work within the projects`,
  );
  const mix = gap.weightsAssumed
    ? ''
    : t(
        ` و ${voice.points(gap.mix)} واحد از چیدمان پول است، چون پول در جاهایی جز وزن‌های برنامه نشسته است`,
        ` and ${voice.points(gap.mix)} points come from money placed elsewhere than the plan's weights`,
      );
  const outside = gap.outside
    .filter(({ value }) => Math.abs(value) >= 0.0005)
    .map(({ kind, value }) => `${voice.labels.outside[kind]} ${voice.points(value)}`);
  const rest =
    outside.length > 0 ? t(`؛ بیرون از مقایسه: ${outside.join('، ')}`, `; outside: ${outside.join(', ')}`) : '';
  return `${paid}${mix}${rest}.`;
}

function branches(figures: MonthFigures, voice: Voice, layout: Layout): string {
  const top = gapByBranch(figures, layout)
    .filter(({ share }) => share > 0)
    .slice(0, 3);
  if (top.length === 0) return '';
  const named = top.map(({ node, share }) => `${voice.quote(node.figures.title)} (${voice.points(share)})`);
  return voice.t(
    `بیشترین سهم را در شکاف این شاخه‌ها دارند: ${named.join('، ')} واحد درصد.`,
    `The branches with the largest part of the gap: ${named.join(', ')} points.`,
  );
}

/** Points as a ratio: a smaller contribution of one project says little to a manager. */
const WORTH_NAMING = 0.005;

function departments({ gap, departments: all }: MonthFigures, voice: Voice): string {
  const titles = new Map(all.map(({ reporting }) => [reporting.code, reporting.title]));
  const named = sharesBy(gap.causes, ({ department }) => department)
    .flatMap(({ group, share }) => {
      const title = titles.get(group ?? '');
      return title && share > 0 ? [`${voice.t(title, leftToRight(title))} (${voice.points(share)})`] : [];
    })
    .slice(0, 3);
  if (named.length === 0) return '';
  return voice.t(
    `و از واحدها: ${named.join('، ')} واحد درصد؛ فهرست کامل در برگهٔ ${voice.quote(voice.labels.sheets.gap)}.`,
    `And the departments: ${named.join(', ')} points; more on the sheet ${voice.quote(voice.labels.sheets.gap)}.`,
  );
}

function projects({ gap }: MonthFigures, voice: Voice): string {
  const top = gap.causes.filter((cause) => !isEmptyYear(cause) && contributionOf(cause) > 0).slice(0, 3);
  const [first] = top;
  if (!first) return '';
  const largest = contributionOf(first);
  if (largest < WORTH_NAMING) {
    return voice.t(
      `شکاف میان پروژه‌ها پراکنده است: هیچ پروژه‌ای به‌تنهایی بیش از ${voice.points(largest)} واحد در آن سهم ندارد.`,
      `The gap is spread over the projects: none adds more than ${voice.points(largest)} points to it.`,
    );
  }
  const named = top.map(
    (cause) => `${voice.quote(cause.title)} (${voice.digits(cause.year)}: ${voice.points(contributionOf(cause))})`,
  );
  return voice.t(`و از پروژه‌ها: ${named.join('، ')} واحد درصد.`, `And the projects: ${named.join(', ')} points.`);
}

function trend(
  { previous, period, calendar, headline: { options } }: MonthFigures,
  voice: Voice,
  { total }: Layout,
): string {
  const { physical, budget } = total.figures;
  const last = previous.find((month) => yearOf(calendar, month.period) === yearOf(calendar, period)) ?? previous[0];
  if (!last || last.physical === null || last.budget === null || physical === null || budget === null) return '';
  const change = (now: number, before: number) => {
    const delta = now - before;
    const [up, down] = [voice.t('بالاتر', 'up'), voice.t('پایین‌تر', 'down')];
    return Math.abs(delta) < 0.0005
      ? voice.t('بی‌تغییر', 'unchanged')
      : `${voice.points(Math.abs(delta))} ${voice.t('واحد', 'points')} ${delta > 0 ? up : down}`;
  };
  const gap = change(budget - physical, last.budget - last.physical);
  // On this basis the denominator grows each month, so that a figure may fall though work went on.
  const why =
    options.basis === 'due' && physical - last.physical <= -0.0005
      ? voice.t(
          ' پایین‌آمدن تحقق فیزیکی یعنی کارِ موعدرسیده تندتر از کارِ انجام‌شده افزوده شده است.',
          ' Physical falls where the work due grows faster than the work done.',
        )
      : '';
  return voice.t(
    `نسبت به ${voice.period(last.period)}، تحقق فیزیکی ${change(physical, last.physical)}، تحقق هزینه ${change(budget, last.budget)} و شکاف ${gap} است.${why}`,
    `Against ${voice.period(last.period)}, physical is ${change(physical, last.physical)}, budget ${change(budget, last.budget)} and the gap ${gap}.${why}`,
  );
}

/** "59% (59–64 if the silent are on plan), coverage 91%, 12 of 140 silent". */
export function boundsText(voice: Voice, { total }: Layout): string {
  const { low, high, coverage, silent, leaves } = total.figures;
  if (low === null || high === null) return voice.t('گزارشی نرسیده است', 'nothing reported');
  // Two bounds that would both read 59% need a decimal.
  const decimals = high - low < 0.02 ? 1 : 0;
  const p = (ratio: number | null) => voice.percent(ratio, 0);
  const bare = (ratio: number) => voice.percent(ratio, decimals).replace(/[%٪]/, '');
  return voice.t(
    `${voice.percent(low, decimals)} (${bare(low)} تا ${bare(high)} اگر بی‌گزارش‌ها طبق برنامه باشند)، پوشش ${p(coverage)}، ${voice.count(silent)} از ${voice.count(leaves)} بی‌گزارش`,
    `${voice.percent(low, decimals)} (${bare(low)}–${bare(high)} if the silent are on plan), coverage ${p(coverage)}, ${voice.count(silent)} of ${voice.count(leaves)} silent`,
  );
}
