import { COMPONENT_NAMES } from '../../src/domain/catalogue/score-reasons.js';
import { COMPONENTS, type ComponentName } from '../../src/domain/scorecard.js';
import { type Column, lettersOf } from './columns.js';
import type { Voice } from './voice.js';

type Of<Part extends string> = `${Part}_${ComponentName}`;
export type ScoreKey =
  | 'index'
  | 'group'
  | 'rank'
  | 'code'
  | 'title'
  | 'score'
  | 'previous'
  | 'change'
  | Of<'value'>
  | Of<'lost'>
  | Of<'points'>
  | 'reasons'
  | 'lateCredit'
  | 'appeals'
  | 'shown';

const each = <Part extends string>(part: Part) => COMPONENTS.map((name): Of<Part> => `${part}_${name}`);

export const SCORE_KEYS: readonly ScoreKey[] = [
  'index',
  'group',
  'rank',
  'code',
  'title',
  'score',
  'previous',
  'change',
  ...each('value'),
  'reasons',
  'lateCredit',
  'appeals',
  ...each('lost'),
  ...each('points'),
  'shown',
];
export const SCORE_LETTERS = lettersOf(SCORE_KEYS);

export function scoreColumns(voice: Voice, unit: string): Column<ScoreKey>[] {
  const { t, language } = voice;
  const named = (key: ScoreKey, prefix: string) => {
    const name = key.slice(key.indexOf('_') + 1) as ComponentName;
    return `${prefix}${COMPONENT_NAMES[name][language]}`;
  };
  const titles: Partial<Record<ScoreKey, [string, number]>> = {
    index: [t('ردیف', 'No.'), 6],
    group: [t('گروه هم‌تراز', 'Peer group'), 18],
    rank: [t('رتبه در گروه', 'Rank in group'), 9],
    code: [t('کد', 'Code'), 8],
    title: [t('واحد', 'Department'), 28],
    score: [t('امتیاز (از ۱۰۰)', 'Score (of 100)'), 10],
    previous: [t('ماه پیش', 'Month before'), 9],
    change: [t('تغییر', 'Change'), 8],
    reasons: [t('چرا امتیاز کم شده است', 'Why points were lost'), 70],
    lateCredit: [
      t(`اعتبار دیرآزادشده (${unit}؛ بی‌اثر در امتیاز)`, `Credit released late (${unit}; costs no points)`),
      14,
    ],
    appeals: [t('اعتراض‌ها', 'Appeals'), 26],
    shown: [t('کمکی: امتیاز گرد', 'Helper: rounded score'), 9],
  };
  return SCORE_KEYS.map((key) => {
    const [title, width] = titles[key] ?? [partTitle(key, named, voice), 9];
    return { key, title, width };
  });
}

function partTitle(key: ScoreKey, named: (key: ScoreKey, prefix: string) => string, { t }: Voice): string {
  if (key.startsWith('value_')) return named(key, '');
  return key.startsWith('lost_')
    ? named(key, t('کسر: ', 'lost: '))
    : named(key, t('کمکی: سهم از ۱۰۰، ', 'Helper: share of 100, '));
}
