import { digitsIn, type Language } from '../domain/catalogue/numbers.js';
import { nodeFigures } from '../measure/figures.js';
import type { MonthModel } from '../measure/model.js';
import type { Context } from './context.js';
import { modelOf, type Question } from './questions.js';
import { replanningOf } from './replanning.js';

/** What a figure rests on that nobody stated, one sentence each: an assumption is printed as one. */
export function assumptionsOf(context: Context, question: Question, headline: MonthModel): Text[] {
  const [total] = nodeFigures(headline);
  const texts = [
    assumedShare(total?.assumed ?? 0, 'برنامهٔ فیزیکی یا وزن', 'planned progress or weights'),
    assumedShare(total?.assumedBudget ?? 0, 'هزینهٔ برنامه‌ریزی‌شده', 'planned spending'),
    releaseEffect(context, question, total?.physical ?? null),
    noProject(headline),
    replanned(context, question),
  ];
  return texts.filter((text) => text !== null);
}

type Text = Record<Language, string>;

function assumedShare(share: number, fa: string, en: string): Text | null {
  if (share <= 0) return null;
  const percent = (share * 100).toFixed(1);
  return {
    fa: `${persian(percent)}٪ از ${fa} زمان‌بندی یا وزن اعلام‌شده ندارد و فرض شده است (خطی در ماه‌های فعال، یا وزن برابر).`,
    en: `${percent}% of the ${en} has no stated schedule or weight and is assumed (linear over the active months, or equal weights).`,
  };
}

/** The effect of decisions that release a cancelled project's weight, in points. */
function releaseEffect(context: Context, question: Question, physical: number | null): Text | null {
  const released = question.inForce.package.projects.filter(
    (project) => project.status === 'cancelled' && project.released,
  );
  if (released.length === 0 || physical === null) return null;
  const without = nodeFigures(modelOf(context, question, { ignoreReleases: true }))[0]?.physical ?? null;
  if (without === null) return null;
  const points = (Math.round((physical - without) * 10_000) / 100 + 0).toFixed(2);
  const codes = released.map(({ code, released: decision }) => `${code} (${decision})`).join('، ');
  return {
    fa: `آزادسازی وزن ${persian(String(released.length))} پروژهٔ لغوشده تحقق فیزیکی را ${persian(points)} واحد درصد جابه‌جا کرده است: ${codes}`,
    en: `Releasing the weight of ${released.length} cancelled projects moves physical realization by ${points} points: ${codes}`,
  };
}

function replanned(context: Context, question: Question): Text | null {
  const change = replanningOf(context, question);
  if (!change) return null;
  const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(2)}%`);
  const rial = (amount: bigint | null) => (amount === null ? '—' : amount.toLocaleString('en'));
  const { planned, budgetRial } = change;
  const work = moved(percent(planned.before), percent(planned.now));
  const money = moved(rial(budgetRial.before), rial(budgetRial.now));
  return {
    fa: persian(
      `بازبرنامه‌ریزی تا پایان ماه پیش: کار برنامه‌ای سال ${work.fa}؛ هزینهٔ برنامه‌ای آن (ریال) ${money.fa}. رقم‌های «همین ماه» این اثر را در بر ندارند.`,
    ),
    en: `Replanning up to the month before: the year's planned work ${work.en}; its planned spending (rial) ${money.en}. Figures of scope month leave this effect out.`,
  };
}

function moved(before: string, now: string): Text {
  if (before === now) return { fa: 'بی‌تغییر ماند', en: 'did not change' };
  return { fa: `از ${before} به ${now} رسید`, en: `went from ${before} to ${now}` };
}

function noProject(headline: MonthModel): Text | null {
  const idle = [...headline.nodes.values()].filter((node) => node.children.length === 0 && node.activeWeight === 0);
  if (idle.length === 0) return null;
  const active = (headline.root.activeWeight * 100).toFixed(1);
  return {
    fa: `${persian(String(idle.length))} طرح هیچ پروژه‌ای ندارد؛ ${persian(active)}٪ از وزن راهبردی پروژه دارد.`,
    en: `${idle.length} schemes have no project at all; ${active}% of the strategic weight has projects.`,
  };
}

/** Numbers inside a sentence: Persian digits with the Persian decimal point and group mark. */
function persian(text: string): string {
  return digitsIn('fa', text.replace(/(\d)\.(?=\d)/g, '$1٫').replace(/(\d),(?=\d)/g, '$1٬'));
}
