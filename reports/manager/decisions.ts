import { yearOf } from '../../src/domain/calendar.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { gapByBranch, strengthsAndWeaknesses } from './causes.js';
import type { Layout } from './layout.js';
import { openRefusals } from './refusals.js';
import { gapVerdict, physicalVerdict, type Voice } from './voice.js';

/** Who has not reported: departments by name, at most so many. */
export function silentText({ departments }: MonthFigures, voice: Voice, { total }: Layout): string {
  const { t } = voice;
  const silent = silentDepartments(departments, voice);
  const late = departments
    .filter(({ reporting }) => reporting.state === 'late')
    .map(({ reporting }) => reporting.title);
  const { silent: projects, leaves } = total.figures;
  const lines = [
    t(
      `${voice.count(projects)} از ${voice.count(leaves)} پروژهٔ امسال برای این ماه گزارش ندارند (آغازنشده‌ها و پایان‌یافته‌ها هم شمرده می‌شوند).`,
      `${voice.count(projects)} of ${voice.count(leaves)} projects of this year have no report for this month (those not started or finished count too).`,
    ),
    silent.length === 0
      ? t('همهٔ واحدها گزارش داده‌اند.', 'Every department has reported.')
      : `${t('واحدهای بی‌گزارش', 'Silent departments')}: ${named(silent, voice)}.`,
    ...(late.length > 0 ? [`${t('با تأخیر', 'Late')}: ${named(late, voice)}.`] : []),
    t(
      `فرضی: ${voice.percent(total.figures.assumed)} از کارِ موعدرسیده و ${voice.percent(total.figures.assumedBudget)} از اعتبارِ موعدرسیده (شرح در برگهٔ ${voice.quote(voice.labels.sheets.data)}).`,
      `Assumed: ${voice.percent(total.figures.assumed)} of the work due and ${voice.percent(total.figures.assumedBudget)} of the budget due (see the sheet ${voice.quote(voice.labels.sheets.data)}).`,
    ),
  ];
  return lines.join('\n');
}

function silentDepartments(departments: MonthFigures['departments'], { t, count }: Voice): string[] {
  return departments
    .filter(({ reporting }) => reporting.state === 'silent')
    .map(
      ({ reporting: { title }, figures: { leaves } }) =>
        `${title} (${t(`${count(leaves)} پروژه`, `${count(leaves)} projects`)})`,
    );
}

function named(titles: readonly string[], { t, count }: Voice, most = 5): string {
  const shown = titles.slice(0, most).join(t('، ', ', '));
  const rest = titles.length - most;
  return rest > 0 ? t(`${shown} و ${count(rest)} واحد دیگر`, `${shown} and ${count(rest)} more`) : shown;
}

/** What somebody must decide, by simple rules, most pressing first; at most six. */
export function decisionsOf(figures: MonthFigures, voice: Voice, layout: Layout): string[] {
  const { t } = voice;
  const { thresholds, submissions, departments, gap: whole } = figures;
  const decisions: string[] = [];
  const branch = gapByBranch(figures, layout)[0];
  const gap = branch?.node.figures.gap ?? null;
  if (branch && gapVerdict(gap === null ? null : gap * 100, thresholds.gapPoints) === 'bad') {
    const { title } = branch.node.figures;
    decisions.push(
      t(
        `بازبینی پرداخت‌ها در ${voice.quote(title)}: ${voice.points(branch.share)} از ${voice.points(whole.gap)} واحد شکاف کل از اینجاست (شکاف خودش ${voice.points(gap)}).`,
        `Review payments in ${voice.quote(title)}: ${voice.points(branch.share)} of the ${voice.points(whole.gap)} points of the whole gap (its own gap ${voice.points(gap)}).`,
      ),
    );
  }
  const year = yearOf(figures.calendar, figures.period);
  // Of earlier years nothing is left to pay.
  const ahead = figures.gap.causes.find(
    (cause) => cause.year === year && figures.leafTypes.get(cause.code) === 'money_ahead' && cause.paidAhead > 0,
  );
  if (ahead) {
    decisions.push(
      t(
        `صورت‌وضعیت و پیش‌پرداختِ ${voice.quote(ahead.title)} (\u200e${ahead.code}\u200e) پیش از پرداخت بعدی بررسی شود.`,
        `Check certificates and advances of ${voice.quote(ahead.title)} (${ahead.code}) before the next payment.`,
      ),
    );
  }
  const worst = strengthsAndWeaknesses(layout).worst[0];
  if (worst && physicalVerdict(worst.figures.physical, thresholds.ratioBands) === 'bad') {
    const { title, physical } = worst.figures;
    decisions.push(
      t(
        `برنامهٔ جبرانی برای ${voice.quote(title)} (تحقق فیزیکی ${voice.percent(physical)}).`,
        `A recovery plan for ${voice.quote(title)} (physical ${voice.percent(physical)}).`,
      ),
    );
  }
  const silent = silentDepartments(departments, voice);
  if (silent.length > 0)
    decisions.push(
      t(
        `پیگیری گزارش واحدهای بی‌گزارش: ${named(silent, voice, 2)}.`,
        `Obtain the missing reports: ${named(silent, voice, 2)}.`,
      ),
    );
  const refused = openRefusals(submissions);
  if (refused > 0)
    decisions.push(
      t(
        `اصلاح ${voice.count(refused)} سطر برگشتی که هنوز درست نشده (برگهٔ ${voice.quote(voice.labels.sheets.data)}).`,
        `Mend ${voice.count(refused)} returned rows that still wait (sheet ${voice.quote(voice.labels.sheets.data)}).`,
      ),
    );
  const assumed = layout.total.figures.assumed ?? 0;
  if (assumed > 0.2)
    decisions.push(
      t(
        `تصویب وزن و زمان‌بندی: ${voice.percent(assumed, 0)} از برنامهٔ موعدرسیده بر فرض است.`,
        `Approve weights and schedules: ${voice.percent(assumed, 0)} of the work due rests on assumptions.`,
      ),
    );
  return decisions.length > 0
    ? decisions.slice(0, 6)
    : [t('موردی که تصمیم فوری بخواهد نیست.', 'Nothing needs a decision now.')];
}

/** What the percentages of the page mean. */
export function definitionsText(figures: MonthFigures, voice: Voice): string {
  const { t, labels } = voice;
  const { options } = figures.headline;
  return t(
    `دامنه: ${labels.scopes[options.scope]}. مبنا: ${labels.bases[options.basis]}، یعنی مخرج آن چیزی است که باید تا پایان این دوره انجام یا هزینه می‌شد. تحقق فیزیکی = جمع وزنی پیشرفت ÷ جمع وزنی پیشرفت برنامه‌ای. تحقق هزینه = ${labels.spendings[options.spending]} ÷ هزینهٔ برنامه‌ای از ${labels.denominators[options.denominator]}. شکاف = تحقق هزینه منهای تحقق فیزیکی، روی همان دامنه و مبنا. «—» یعنی داده نیست و صفر نیست. درآمد در این گزارش نیست.`,
    `Scope: ${labels.scopes[options.scope]}. Basis: ${labels.bases[options.basis]}: the denominator is what was to be done or spent by the end of this period. Physical = weighted progress ÷ weighted planned progress. Budget = ${labels.spendings[options.spending]} ÷ planned spending of the ${labels.denominators[options.denominator]}. Gap = budget less physical on the same scope and basis. "—" = no data, not zero. Revenue is outside this report.`,
  );
}
