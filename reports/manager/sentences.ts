import { yearOf } from '../../src/domain/calendar.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { contributionOf, gapByBranch } from './causes.js';
import type { Layout } from './layout.js';
import type { Voice } from './voice.js';

/** The month in sentences: rules choose them, and every number in them stands in the data. */
export function sentencesOf(figures: MonthFigures, voice: Voice, layout: Layout): string[] {
  return [
    headline(figures, voice, layout),
    parts(figures, voice),
    branches(figures, voice, layout),
    projects(figures, voice),
    trend(figures, voice, layout),
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
    `${voice.points(gap.paidAhead)} واحد آن از پرداختِ جلوتر از کار در خودِ پروژه‌هاست`,
    `${voice.points(gap.paidAhead)} points of it are payments ahead of work within the projects`,
  );
  const mix = gap.weightsAssumed
    ? ''
    : t(
        ` و ${voice.points(gap.mix)} واحد از آن که پول در جاهایی جز وزن‌های برنامه نشسته است`,
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

function projects({ gap }: MonthFigures, voice: Voice): string {
  // A year of a scheme without projects is a cause too, but nobody can be asked about it.
  const top = gap.causes.filter((cause) => cause.code !== cause.node && contributionOf(cause) > 0).slice(0, 3);
  if (top.length === 0) return '';
  const named = top.map(
    (cause) => `${voice.quote(cause.title)} (${voice.digits(cause.year)}: ${voice.points(contributionOf(cause))})`,
  );
  return voice.t(`و این پروژه‌ها: ${named.join('، ')} واحد درصد.`, `And the projects: ${named.join(', ')} points.`);
}

function trend({ previous, period, calendar }: MonthFigures, voice: Voice, { total }: Layout): string {
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
  return voice.t(
    `نسبت به ${voice.period(last.period)}، تحقق فیزیکی ${change(physical, last.physical)} و تحقق هزینه ${change(budget, last.budget)} است.`,
    `Against ${voice.period(last.period)}, physical is ${change(physical, last.physical)} and budget ${change(budget, last.budget)}.`,
  );
}

/** "59% (59–64 if the silent are on plan), coverage 91%, 12 of 140 silent". */
export function boundsText(voice: Voice, { total }: Layout): string {
  const { low, high, coverage, silent, leaves } = total.figures;
  if (low === null || high === null) return voice.t('گزارشی نرسیده است', 'nothing reported');
  const p = (ratio: number | null) => voice.percent(ratio, 0);
  const bare = (ratio: number) => p(ratio).replace(/[%٪]/, '');
  return voice.t(
    `${p(low)} (${bare(low)} تا ${bare(high)} اگر بی‌گزارش‌ها طبق برنامه باشند)، پوشش ${p(coverage)}، ${voice.count(silent)} از ${voice.count(leaves)} بی‌گزارش`,
    `${p(low)} (${bare(low)}–${bare(high)} if the silent are on plan), coverage ${p(coverage)}, ${voice.count(silent)} of ${voice.count(leaves)} silent`,
  );
}
