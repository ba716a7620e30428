import type { MailList } from '../../config/config.js';
import { labelsIn } from '../../domain/catalogue/labels.js';
import { mailText } from '../../domain/catalogue/mail-texts.js';
import { instantText, numberText, percentText, periodText, pointsText } from '../../domain/catalogue/numbers.js';
import type { Context } from '../context.js';
import type { Headline, Sentence } from '../types.js';

type Language = MailList['language'];

/** Files of a message in the order of the report list: attached while they fit together, named where they do not. */
export interface Enclosed {
  attached: readonly { file: string }[];
  left: readonly { file: string; path: string }[];
}

/** Control characters, line breaks and direction marks of names from outside. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
export const plain = (text: string) => text.replace(UNSAFE, ' ').trim();

/** The message of a published edition: the headline pair with scope, basis and coverage, the gap in its parts, and the files. */
export function reportLetter(
  { config, store }: Context,
  language: Language,
  headline: Headline,
  edition: number,
  { attached, left }: Enclosed,
  opening: string | null = null,
): { subject: string; body: string } {
  const { figure, gap, options, sample } = headline;
  const labels = labelsIn(language);
  const percent = (ratio: number | null) => percentText(language, ratio);
  const count = (value: number) => numberText(language, value);
  const points = (ratio: number | null) => pointsText(language, ratio);
  const t = (...[key, slots]: [Parameters<typeof mailText>[1], Record<string, string>?]) =>
    mailText(language, key, slots);
  const period = periodText(language, config.calendar, headline.period);
  const organisation = plain(headline.organisation);
  const lines = [
    ...(opening === null ? [] : [opening, '']),
    t('basis', { scope: labels.scopes[options.scope], basis: labels.bases[options.basis] }),
    t('physical', {
      value: percent(figure.physical),
      low: percent(figure.low),
      high: percent(figure.high),
      coverage: percent(figure.coverage),
      silent: count(figure.silent),
      leaves: count(figure.leaves),
    }),
    t('budget', { value: percent(figure.budget), coverage: percent(figure.coverageBudget) }),
  ];
  if (gap.gap !== null) {
    const outside = gap.outside.reduce((sum, { value }) => sum + value, 0);
    lines.push(
      t('gap', {
        gap: points(gap.gap),
        paidAhead: points(gap.paidAhead),
        mix: points(gap.mix),
        outside: points(outside),
      }),
    );
  }
  lines.push(...headline.reasons.map((reason) => `* ${plain(reason[language])}`), '');
  if (attached.length > 0) lines.push(t('attached'), ...attached.map(({ file }) => `  ${file}`));
  const limit = count(config.mail?.attachmentMegabytes ?? 0);
  lines.push(...left.map(({ path }) => t('notAttached', { limit, file: path })));
  const { seq, hash } = store().ledgerHead();
  lines.push('', t('ledger', { seq: String(seq), hash }), t('closing'));
  const subject = t('subject', { organisation, period, edition: count(edition) });
  return { subject: sample ? `${subject} (${t('sample')})` : subject, body: lines.join('\n') };
}

/** The message to whoever keeps the service running: what is wrong, in words. */
export function alertLetter(
  { config, world }: Context,
  language: Language,
  problems: readonly Sentence[],
): { subject: string; body: string } {
  const at = instantText(language, config.calendar, config.timeZone, world.now().toISOString());
  return {
    subject: mailText(language, 'alertSubject', { organisation: plain(config.organisation) }),
    body: [
      mailText(language, 'alertBody', { at }),
      ...problems.map((problem) => `- ${plain(problem[language])}`),
      '',
      mailText(language, 'alertRemedy'),
      mailText(language, 'closing'),
    ].join('\n'),
  };
}
