import type { GapSentence } from '../../src/domain/catalogue/gap-sentences.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { contributionOf, gapByBranch, isEmptyYear } from './causes.js';
import { yearEndSentence } from './forecast-sentence.js';
import { inWords, toldOfGap, WORTH_NAMING, withoutSmall } from './gap-words.js';
import type { Layout } from './layout.js';
import type { Voice } from './voice.js';

/** The month in sentences: rules choose them, and every number in them stands in the data. */
export function sentencesOf(figures: MonthFigures, voice: Voice, layout: Layout): string[] {
  const told = toldOfGap(figures);
  const since = told.findIndex(({ rule }) => rule.startsWith('since'));
  const [now, changes] = since < 0 ? [told, []] : [told.slice(0, since), told.slice(since)];
  const words = (sentences: readonly GapSentence[]) =>
    sentences.map((sentence) => inWords(withoutSmall(sentence), voice, figures)).join(' ');
  return [
    headline(figures, voice, layout, words(now.slice(0, 1))),
    now.length > 1 ? `${words(now.slice(1))} ${sources(voice)}` : '',
    branches(figures, voice, layout),
    spread(figures, voice),
    words(changes),
    yearEndSentence(figures, voice),
  ].filter((text) => text !== '');
}

/** How much of the plan's time has passed, and what the catalogue says of work and money by then. */
function headline({ period, timeElapsed }: MonthFigures, voice: Voice, { total }: Layout, told: string): string {
  const { t } = voice;
  const [until, passed] = [voice.period(period), voice.percent(timeElapsed)];
  if (told !== '') {
    return t(
      `تا پایان ${until}، ${passed} زمان برنامه گذشته است. ${told}`,
      `By the end of ${until}, ${passed} of the plan's time has passed. ${told}`,
    );
  }
  const { physical } = total.figures;
  return t(
    `تا پایان ${until}، ${passed} زمان برنامه گذشته است، ولی داده برای سنجش ${physical === null ? 'کار' : 'هزینه'} کافی نیست.`,
    `By the end of ${until}, ${passed} of the plan's time has passed, but there are not enough data to measure ${physical === null ? 'work' : 'spending'}.`,
  );
}

function sources({ t, quote, labels }: Voice): string {
  const sheet = quote(labels.sheets.gap);
  return t(`جای هر عدد در برگهٔ ${sheet} نوشته شده است.`, `The sheet ${sheet} says where each number stands.`);
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

function spread({ gap }: MonthFigures, voice: Voice): string {
  const first = gap.causes.find((cause) => !isEmptyYear(cause) && contributionOf(cause) > 0);
  const largest = first ? contributionOf(first) : 0;
  if (largest === 0 || largest >= WORTH_NAMING) return '';
  // A bound is rounded up, or the largest project exceeds it.
  const bound = voice.points(Math.ceil(largest * 1000) / 1000);
  return voice.t(
    `شکاف میان پروژه‌ها پراکنده است: هیچ پروژه‌ای به‌تنهایی بیش از ${bound} واحد در آن سهم ندارد.`,
    `The gap is spread over the projects: none adds more than ${bound} points to it.`,
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
