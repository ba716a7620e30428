import { addMonths, monthOf, type Period, SETTLEMENT_MONTH, yearOf } from '../domain/calendar.js';
import type { Feedback, FeedbackOfMonth, FeedbackRules } from '../domain/feedback.js';
import type { MeasureOptions } from '../domain/measure.js';
import { foldDigits } from '../domain/text/normalise.js';
import { candidatesOf } from '../measure/feedback/candidates.js';
import { contributionParts, contributionsOf } from '../measure/feedback/contributions.js';
import { cycleRows } from '../measure/feedback/cycle.js';
import { type Moment, momentOf, type Pair, withLaterReports } from '../measure/feedback/history.js';
import { itemsOf } from '../measure/feedback/items.js';
import { indicatorPaces, nodePaces } from '../measure/feedback/pace.js';
import { propose } from '../measure/feedback/proposal.js';
import { judge } from '../measure/feedback/rules.js';
import { explainGap } from '../measure/gap.js';
import { monthModel } from '../measure/model.js';
import { walk } from '../measure/scoped-tree.js';
import { headOf, nodeOf } from './answers.js';
import { departmentOf } from './codes.js';
import type { Context } from './context.js';
import { baselineAssumptions } from './crosswalk.js';
import { titledDecisions } from './decisions.js';
import { badTotal, notTogether } from './errors.js';
import { indicatorsOf } from './indicators.js';
import { modelInput, modelOf, type Question, resolve } from './questions.js';
import type { FeedbackAnswer, FeedbackQuery, Sentence } from './types.js';

/** How far back rows are followed. A row that is longer is told as so long at least. */
const MOST_PERIODS = 6;

/** Strengths, weaknesses, contributions, paces, next year's sheet and credit: of the plan, one node or one department; basis due. */
export function feedback(context: Context, query: FeedbackQuery): FeedbackAnswer {
  if (query.node !== undefined && query.department !== undefined) throw notTogether('--node', '--department');
  const { total, kind, ...figures } = query;
  const question = feedbackQuestion(context, figures);
  const all = feedbackOf(context, question, total === undefined ? null : rialsOf(total));
  const shown = shownBy(context, question, query);
  return {
    ...headOf(question),
    ...all,
    items: all.items.filter((item) => (kind === undefined || item.kind === kind) && shown(item)),
    decisions: titledDecisions(context, question),
    reasons: [...assumptionsOf(all), ...baselineAssumptions(indicatorsOf(context, question).inherited)],
  };
}

export function feedbackQuestion(context: Context, query: Omit<FeedbackQuery, 'total' | 'kind'>): Question {
  return yearOrPlan(resolve(context, { ...query, basis: 'due' }));
}

/** A month alone shows no persistence: where it is the headline, the year stands for it. Always basis due. */
export function yearOrPlan(question: Question): Question {
  const { options } = question;
  return {
    ...question,
    options: { ...options, scope: options.scope === 'month' ? 'year' : options.scope, basis: 'due' },
  };
}

/** Whole rials as people type them: digits of any script, grouped or not. Throws PayeshError for anything else. */
export function rialsOf(typed: string): bigint {
  const digits = foldDigits(typed).replace(/[\s,٬،_]/g, '');
  if (!/^\d{1,30}$/.test(digits)) throw badTotal(typed);
  return BigInt(digits);
}

/** `total` = next year's credit in rials; null = this year's stands. */
export function feedbackOf(context: Context, given: Question, total: bigint | null): FeedbackOfMonth {
  const question = readOnce(given);
  const model = modelOf(context, question);
  const year = modelOf(context, question, YEAR);
  const full = modelOf(context, question, { basis: 'full' });
  const rules = rulesOf(context);
  const { found, undecided, seen } = judge(history(context, question), rules);
  const parts = contributionParts(model, explainGap(model, model.root));
  const contributions = contributionsOf(model, parts);
  const items = itemsOf(found, { year, contributions, parts, present: seen.at(-1) });
  const scope = question.options.scope;
  const indicators = indicatorsOf(context, question, { scope, basis: 'full' }).figures;
  const yearly = indicatorsOf(context, question, { scope: 'year', basis: 'full' }).figures;
  return {
    rules,
    history: seen.map(({ period }) => period),
    items,
    undecided,
    contributions,
    paces: [...nodePaces(full), ...indicatorPaces(indicators, full)],
    cycle: cycleRows(yearly, year),
    proposal: propose(candidatesOf(year, items), total, year.year + 1, {
      shift: rules.shift,
      ahead: context.config.thresholds.physicalPoints / 100,
    }),
  };
}

/** Money rules speak of what was due of the approved budget, whatever the headline divides by. */
const YEAR: Partial<MeasureOptions> = { scope: 'year', basis: 'due', denominator: 'approved' };

function rulesOf({ config: { feedback: given } }: Context): FeedbackRules {
  return {
    periods: given.periods,
    weak: given.weakPoints / 100,
    strong: given.strongPoints / 100,
    funded: given.fundedPercent / 100,
    behind: given.behindPoints / 100,
    moved: given.movedPercent / 100,
    winner: given.winnerPercent / 100,
    starved: given.starvedPercent / 100,
    shift: given.shiftPercent / 100,
  };
}

/** Later reports tell what an earlier month was, so every period reads the figures that are known now. */
function readOnce(question: Question): Question {
  return { ...question, figuresTo: () => question.figuresTo(question.period) };
}

/** The present period first, then back as long as the plan and a version in force reach; made as they are asked for. */
function* history(context: Context, question: Question): Generator<Moment> {
  const { calendar } = context;
  let period: Period = question.period;
  for (let count = 0; count <= Math.max(MOST_PERIODS, context.config.feedback.periods); count += 1) {
    if (yearOf(calendar, period) < question.plan.firstYear || !context.planAt(period, question.asOf)) return;
    const scope = pairOf(context, question, period, {});
    const sameAsYear = question.options.scope === 'year' && question.options.denominator === 'approved';
    yield momentOf(
      scope,
      sameAsYear ? scope : pairOf(context, question, period, YEAR),
      lastKnown(context, question, period),
    );
    period = addMonths(calendar, period, -1);
  }
}

/** The fiscal month of a period's year up to which reports are known. */
function lastKnown({ calendar }: Context, question: Question, period: Period): number {
  const same = yearOf(calendar, question.period) === yearOf(calendar, period);
  return same ? monthOf(calendar, question.period) : SETTLEMENT_MONTH;
}

function pairOf(context: Context, question: Question, period: Period, options: Partial<MeasureOptions>): Pair {
  const input = modelInput(context, question, { ...options, period });
  const figures = withLaterReports(input, lastKnown(context, question, period));
  const known = monthModel(input);
  return { known, later: figures.length === input.figures.length ? known : monthModel({ ...input, figures }) };
}

/** Items at or below the node that was asked, or of the department. */
function shownBy(
  context: Context,
  question: Question,
  { node, department }: FeedbackQuery,
): (item: Feedback) => boolean {
  if (node !== undefined) {
    const within = new Set([...walk(nodeOf(modelOf(context, question), node))].map(({ code }) => code));
    return ({ subject, code, node: scheme }) => (subject === 'node' ? within.has(code) : within.has(scheme ?? ''));
  }
  if (department !== undefined) {
    const { code: owner } = departmentOf(question.inForce.package, department);
    return ({ subject, code, department: theirs }) => (subject === 'department' ? code === owner : theirs === owner);
  }
  return () => true;
}

/** What the answer rests on that nobody stated. */
function assumptionsOf({ proposal, items, undecided }: FeedbackOfMonth): Sentence[] {
  const { totalAssumed, equalAssumed, coversCommitments, totalRial, committedRial, nextYear, rows } = proposal;
  const rial = (amount: bigint) => amount.toLocaleString('en-US');
  const sentences: Sentence[] = [];
  if (totalAssumed) {
    sentences.push({
      fa: `جمع اعتبار سال ${nextYear} داده نشده است؛ فرض شد همان اعتبار امسال، ${rial(totalRial)} ریال، برجا می‌ماند (--total).`,
      en: `The total credit of ${nextYear} was not given; this year's, ${rial(totalRial)} rial, is assumed to stand (--total).`,
    });
  }
  if (equalAssumed && rows.length > 0) {
    sentences.push({
      fa: 'هیچ طرحی امسال اعتبار ندارد؛ فرض شد جمع به‌طور برابر تقسیم می‌شود.',
      en: 'No scheme has credit this year; the total is assumed to be shared equally.',
    });
  }
  if (!coversCommitments) {
    sentences.push({
      fa: `جمع ${rial(totalRial)} ریال از تعهدهای پرداخت‌نشده، ${rial(committedRial)} ریال، کمتر است؛ به نسبت تعهدها تقسیم شد و هیچ طرحی به تعهد خود نمی‌رسد.`,
      en: `The total of ${rial(totalRial)} rial is less than the unpaid commitments, ${rial(committedRial)} rial; it is shared in proportion to them and does not cover them.`,
    });
  }
  const unknown = rows.reduce((sum, { commitmentsUnknown }) => sum + commitmentsUnknown, 0);
  if (unknown > 0) {
    sentences.push({
      fa: `${unknown} پروژه تعهد خود را گزارش نکرده‌اند؛ فرض شد چیزی برای آن‌ها کنار گذاشته نمی‌شود.`,
      en: `${unknown} projects never reported their commitments; it is assumed that nothing has to be held for them.`,
    });
  }
  const unreleased = items.filter(({ kind, released }) => kind === 'starved_winner' && released === null).length;
  if (unreleased > 0) {
    sentences.push({
      fa: `تخصیص ${unreleased} پروژهٔ کم‌اعتبارِ پیشرو گزارش نشده است؛ تنها هزینهٔ آن‌ها سنجیده شد.`,
      en: `The release of ${unreleased} starved winners was never reported; their spending alone was judged.`,
    });
  }
  if (undecided > 0) {
    sentences.push({
      fa: `دربارهٔ ${undecided} گره، واحد و پروژه به سبب گزارش‌های نرسیده نمی‌توان داوری کرد؛ نامشخص صفر شمرده نمی‌شود.`,
      en: `${undecided} nodes, departments and projects could not be judged because reports are missing; unknown is not counted as zero.`,
    });
  }
  return sentences;
}
