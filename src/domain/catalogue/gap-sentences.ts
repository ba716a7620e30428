import type { Calendar } from '../calendar.js';
import type { ChangeKind, ChangeStep, GapChanges, Since } from '../gap-changes.js';
import type { Cause, GapExplained } from '../measure.js';
import { digitsIn, type Language, leftToRight, percentText, periodText, pointsText } from './numbers.js';

/** What a sentence says of a gap; the rule that chose it. */
export type GapRule =
  | 'money_ahead'
  | 'work_ahead'
  | 'even'
  | 'paid_ahead'
  | 'paid_behind'
  | 'mix'
  | 'money_without_work'
  | 'work_without_budget'
  | 'not_due'
  | 'since'
  | 'since_edition'
  | 'since_instant'
  | ChangeKind;

/** A figure or a name of a sentence. Ratios for percent, points and signed (points with their sign). */
export type Operand =
  | { name: string; kind: 'percent' | 'points' | 'signed' | 'count'; value: number }
  | { name: string; kind: 'title' | 'code' | 'period'; value: string };

/** A sentence before it is put into words: every figure and name of the text is one of the operands. */
export interface GapSentence {
  rule: GapRule;
  operands: Operand[];
}

type Texts = Record<Language, string>;

/** Points that print as 0.0 say nothing. */
const WORTH_SAYING = 0.0005;
const NAMED = 3;

/** What rules say of an explained gap, and of what changed it; nothing where the gap is undefined. */
export function gapSentences(row: GapExplained, changes: GapChanges | null, since: Since | null): GapSentence[] {
  const { physical, budget, gap, paidAhead, mix } = row;
  if (physical === null || budget === null || gap === null) return [];
  const ahead = Math.abs(gap) < WORTH_SAYING ? 'even' : gap > 0 ? 'money_ahead' : 'work_ahead';
  return [
    { rule: ahead, operands: [percent('budget', budget), percent('physical', physical), points('gap', Math.abs(gap))] },
    ...paid(row, paidAhead ?? 0),
    // Where weights are assumed nobody chose them, so nothing is said of money placed against them.
    ...(row.weightsAssumed ? [] : worth('mix', mix ?? 0)),
    ...row.outside.flatMap(({ kind, value }) => worth(kind, value)),
    ...(changes && since ? changed(row, changes, since) : []),
  ];
}

function worth(rule: GapRule, value: number): GapSentence[] {
  return Math.abs(value) < WORTH_SAYING ? [] : [{ rule, operands: [signed('effect', value)] }];
}

/** Who paid ahead of work (or worked ahead of pay): projects, and departments where there is more than one. */
function paid({ causes }: GapExplained, paidAhead: number): GapSentence[] {
  if (Math.abs(paidAhead) < WORTH_SAYING) return [];
  const sign = Math.sign(paidAhead);
  const sizes = (keyOf: (cause: Cause) => string) => {
    const sums = new Map<string, number>();
    for (const cause of causes) sums.set(keyOf(cause), (sums.get(keyOf(cause)) ?? 0) + cause.paidAhead * sign);
    return largest([...sums]);
  };
  const named = causes.length > 1 ? sizes(({ title }) => title) : [];
  const departments = sizes(({ department }) => department ?? '').filter(([code]) => code !== '');
  return [
    {
      rule: sign > 0 ? 'paid_ahead' : 'paid_behind',
      operands: [
        points('effect', paidAhead * sign),
        ...named.flatMap(([title, size], index) =>
          pair('project', 'title', title, points(`project${index}_points`, size), index),
        ),
        ...(departments.length > 1
          ? departments.flatMap(([code, size], index) =>
              pair('department', 'code', code, points(`department${index}_points`, size), index),
            )
          : []),
      ],
    },
  ];
}

function largest(sizes: readonly [string, number][]): [string, number][] {
  return sizes
    .filter(([, size]) => size >= WORTH_SAYING)
    .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
    .slice(0, NAMED);
}

function changed(row: GapExplained, { before, after, change, steps }: GapChanges, since: Since): GapSentence[] {
  if (before.gap === null || after.gap === null || change.gap === null) return [];
  const ends = [signed('before', before.gap), signed('after', after.gap), signed('change', change.gap)];
  const rule = since.edition !== null ? 'since_edition' : since.asOf !== null ? 'since_instant' : 'since';
  const from: Operand[] = [
    { name: 'since', kind: 'period', value: since.period },
    ...(since.edition === null ? [] : [{ name: 'edition', kind: 'count' as const, value: since.edition }]),
    ...(rule === 'since_instant' ? [{ name: 'known', kind: 'code' as const, value: since.asOf ?? '' }] : []),
  ];
  return [{ rule, operands: [...from, ...ends] }, ...steps.flatMap((step) => stepSentence(row, step))];
}

function stepSentence(row: GapExplained, { kind, physical, budget, gap, touched, causes }: ChangeStep): GapSentence[] {
  if (physical === null || budget === null || gap === null) return [];
  if ([physical, budget, gap].every((effect) => Math.abs(effect) < WORTH_SAYING)) return [];
  const named =
    row.causes.length > 1 ? causes.filter((cause) => Math.abs(cause.gap) >= WORTH_SAYING).slice(0, NAMED) : [];
  return [
    {
      rule: kind,
      operands: [
        signed('gap', gap),
        signed('physical', physical),
        signed('budget', budget),
        ...(touched === null ? [] : [{ name: 'projects', kind: 'count' as const, value: touched }]),
        ...named.flatMap((cause, index) =>
          pair('project', 'title', cause.title, signed(`project${index}_points`, cause.gap), index),
        ),
      ],
    },
  ];
}

function percent(name: string, value: number): Operand {
  return { name, kind: 'percent', value };
}
function points(name: string, value: number): Operand {
  return { name, kind: 'points', value };
}
function signed(name: string, value: number): Operand {
  return { name, kind: 'signed', value };
}
function pair(name: string, kind: 'title' | 'code', value: string, size: Operand, index: number): Operand[] {
  return [{ name: `${name}${index}`, kind, value }, size];
}

/** The sentence in words. Templates hold no figure: each comes from an operand. */
export function gapText({ rule, operands }: GapSentence, language: Language, calendar: Calendar): string {
  const shown = new Map(operands.map((operand) => [operand.name, shownIn(language, calendar, operand)]));
  const lists = (['department', 'project'] as const).map((name) => listed(name, shown, language));
  const touched = operands.find(({ name }) => name === 'projects');
  const count = touched === undefined ? '' : (touched.value === 1 ? COUNTED_ONE : COUNTED)[language];
  const template = `${RULES[rule][language]}${count}${lists.join('')}.`;
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => shown.get(name) ?? slot);
}

function listed(name: 'project' | 'department', shown: ReadonlyMap<string, string>, language: Language): string {
  const items = Array.from({ length: NAMED }, (_, index) => `${name}${index}`)
    .filter((key) => shown.has(key))
    .map((key) => `{${key}} ({${key}_points})`);
  return items.length === 0 ? '' : `${LISTS[name][language]}${items.join(language === 'fa' ? '، ' : ', ')}`;
}

function shownIn(language: Language, calendar: Calendar, operand: Operand): string {
  switch (operand.kind) {
    case 'percent':
      return percentText(language, operand.value);
    case 'points':
      return pointsText(language, operand.value);
    case 'signed': {
      const text = pointsText(language, operand.value);
      return operand.value >= WORTH_SAYING / 10 && Number(operand.value.toFixed(3)) > 0
        ? `${PLUS[language]}${text}`
        : text;
    }
    case 'count':
      return digitsIn(language, String(operand.value));
    case 'title':
      return language === 'fa' ? `«${operand.value}»` : leftToRight(`“${operand.value}”`);
    case 'code':
      return operand.value;
    case 'period':
      return periodText(language, calendar, operand.value);
  }
}

/** Held at its number by a left-to-right mark, as a minus is. */
const PLUS: Texts = { fa: '\u200e+', en: '+' };

const COUNTED: Texts = { fa: '، در {projects} پروژه', en: ', in {projects} projects' };
const COUNTED_ONE: Texts = { ...COUNTED, en: ', in {projects} project' };

const LISTS: Record<'project' | 'department', Texts> = {
  project: { fa: '؛ پروژه‌ها: ', en: '; projects: ' },
  department: { fa: '؛ واحدها: ', en: '; departments: ' },
};

const EFFECT: Texts = {
  fa: 'شکاف را {gap} واحد درصد جابه‌جا کرد (تحقق فیزیکی {physical}، تحقق هزینه {budget})',
  en: 'moved the gap by {gap} points (physical {physical}, budget {budget})',
};

const moving = (fa: string, en: string): Texts => ({ fa: `${fa} ${EFFECT.fa}`, en: `${en} ${EFFECT.en}` });

const RULES: Record<GapRule, Texts> = {
  money_ahead: {
    fa: 'تحقق هزینه {budget} و تحقق فیزیکی {physical} است: پول {gap} واحد درصد از کار جلوتر است',
    en: 'Budget realization is {budget}, physical {physical}: money is {gap} points ahead of work',
  },
  work_ahead: {
    fa: 'تحقق هزینه {budget} و تحقق فیزیکی {physical} است: کار {gap} واحد درصد از پول جلوتر است',
    en: 'Budget realization is {budget}, physical {physical}: work is {gap} points ahead of money',
  },
  even: {
    fa: 'تحقق هزینه {budget} و تحقق فیزیکی {physical} است: پول و کار همراه‌اند (شکاف {gap})',
    en: 'Budget realization is {budget}, physical {physical}: money and work go together (gap {gap})',
  },
  paid_ahead: {
    fa: 'در خود پروژه‌ها پرداخت {effect} واحد درصد از کار جلوتر است',
    en: 'Within the projects payment is {effect} points ahead of work',
  },
  paid_behind: {
    fa: 'در خود پروژه‌ها کار {effect} واحد درصد از پرداخت جلوتر است',
    en: 'Within the projects work is {effect} points ahead of payment',
  },
  mix: {
    fa: 'چیدمان پول در جاهایی جز وزن‌های برنامه {effect} واحد درصد به شکاف می‌دهد',
    en: "Money placed elsewhere than the plan's weights gives the gap {effect} points",
  },
  money_without_work: {
    fa: 'هزینه بدون کار برنامه‌ای {effect} واحد درصد به شکاف می‌دهد',
    en: 'Money without planned work gives the gap {effect} points',
  },
  work_without_budget: {
    fa: 'کار برنامه‌ای بدون اعتبار {effect} واحد درصد به شکاف می‌دهد',
    en: 'Planned work without a budget gives the gap {effect} points',
  },
  not_due: {
    fa: 'آنچه هنوز موعدش نرسیده {effect} واحد درصد به شکاف می‌دهد',
    en: 'What is not due yet gives the gap {effect} points',
  },
  since: {
    fa: 'از {since} شکاف از {before} به {after} واحد درصد رسید ({change})',
    en: 'Since {since} the gap went from {before} to {after} points ({change})',
  },
  since_edition: {
    fa: 'از ویرایش {edition} {since} شکاف از {before} به {after} واحد درصد رسید ({change})',
    en: 'Since edition {edition} of {since} the gap went from {before} to {after} points ({change})',
  },
  since_instant: {
    fa: 'از {since}، چنان‌که در {known} می‌دانستیم، شکاف از {before} به {after} واحد درصد رسید ({change})',
    en: 'Since {since} as known at {known} the gap went from {before} to {after} points ({change})',
  },
  restated: moving('اصلاح ارقام پیش‌گفته', 'Corrections of figures reported before'),
  replanned: moving('بازبرنامه‌ریزی', 'Replanning'),
  budget_amended: moving('اصلاح بودجه', 'Amended budgets'),
  weight_released: moving('آزاد شدن وزن پروژه‌های لغوشده', 'Weights released from cancelled projects'),
  new_year: moving('سال مالی تازه', 'The new fiscal year'),
  not_reported: moving('گذشت زمان بدون گزارش', 'Time that passed without a report'),
  reported: moving('گزارش‌های تازه، در برابر آنچه موعدش رسید،', 'New reports, against what fell due meanwhile,'),
};
