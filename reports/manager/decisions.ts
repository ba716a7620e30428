import type { MonthFigures } from '../../src/domain/month.js';
import { gapByBranch, strengthsAndWeaknesses } from './causes.js';
import type { Layout } from './layout.js';
import { gapVerdict, physicalVerdict, type Voice } from './voice.js';

/** Who has not reported: departments by name, at most so many. */
export function silentText({ departments }: MonthFigures, voice: Voice, { total }: Layout): string {
  const { t } = voice;
  const silent = departments
    .filter(({ reporting }) => reporting.state === 'silent')
    .map(({ reporting }) => reporting.title);
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
  ];
  return lines.join('\n');
}

function named(titles: readonly string[], { t, count }: Voice, most = 5): string {
  const shown = titles.slice(0, most).join(t('، ', ', '));
  const rest = titles.length - most;
  return rest > 0 ? t(`${shown} و ${count(rest)} واحد دیگر`, `${shown} and ${count(rest)} more`) : shown;
}

/** What somebody must decide, by simple rules, most pressing first; at most five. */
export function decisionsOf(figures: MonthFigures, voice: Voice, layout: Layout): string[] {
  const { t } = voice;
  const { thresholds, submissions, departments } = figures;
  const decisions: string[] = [];
  const branch = gapByBranch(figures, layout)[0];
  const gap = branch?.node.figures.gap ?? null;
  if (branch && gapVerdict(gap === null ? null : gap * 100, thresholds.gapPoints) === 'bad') {
    const { title } = branch.node.figures;
    decisions.push(
      t(
        `بازبینی پرداخت‌ها در ${voice.quote(title)}: شکاف ${voice.points(gap)} واحد درصد.`,
        `Review payments in ${voice.quote(title)}: gap ${voice.points(gap)} points.`,
      ),
    );
  }
  const ahead = figures.gap.causes.find(
    (cause) => figures.leafTypes.get(cause.code) === 'money_ahead' && cause.paidAhead > 0,
  );
  if (ahead) {
    decisions.push(
      t(
        `صورت‌وضعیت و پیش‌پرداختِ ${voice.quote(ahead.title)} پیش از پرداخت بعدی بررسی شود.`,
        `Check certificates and advances of ${voice.quote(ahead.title)} before the next payment.`,
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
  const silent = departments.filter(({ reporting }) => reporting.state === 'silent').length;
  if (silent > 0)
    decisions.push(
      t(
        `پیگیری گزارش ${voice.count(silent)} واحد بی‌گزارش.`,
        `Obtain the missing reports (silent departments: ${voice.count(silent)}).`,
      ),
    );
  const refused = submissions.reduce((sum, record) => sum + record.refusedRows, 0);
  if (refused > 0)
    decisions.push(
      t(
        `اصلاح ${voice.count(refused)} سطر برگشتی (برگهٔ ${voice.quote(voice.labels.sheets.data)}).`,
        `Mend ${voice.count(refused)} returned rows (sheet ${voice.quote(voice.labels.sheets.data)}).`,
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
    ? decisions.slice(0, 5)
    : [t('موردی که تصمیم فوری بخواهد نیست.', 'Nothing needs a decision now.')];
}

/** What the percentages of the page mean. */
export function definitionsText(figures: MonthFigures, voice: Voice): string {
  const { t, labels } = voice;
  const { options } = figures.headline;
  return t(
    `دامنه: ${labels.scopes[options.scope]}. مبنا: ${labels.bases[options.basis]}، یعنی مخرج آن چیزی است که باید تا پایان این دوره انجام یا هزینه می‌شد. تحقق فیزیکی = جمع وزنی پیشرفت ÷ جمع وزنی پیشرفت برنامه‌ای. تحقق هزینه = ${labels.spendings[options.spending]} ÷ هزینهٔ برنامه‌ای از ${labels.denominators[options.denominator]}. شکاف = تحقق هزینه منهای تحقق فیزیکی، روی همان دامنه و مبنا. «—» یعنی داده نیست و صفر نیست.`,
    `Scope: ${labels.scopes[options.scope]}. Basis: ${labels.bases[options.basis]}: the denominator is what was to be done or spent by the end of this period. Physical = weighted progress ÷ weighted planned progress. Budget = ${labels.spendings[options.spending]} ÷ planned spending of the ${labels.denominators[options.denominator]}. Gap = budget less physical on the same scope and basis. "—" = no data, not zero.`,
  );
}
