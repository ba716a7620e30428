import { yearOf } from '../src/domain/calendar.js';
import { NO_DATA } from '../src/domain/catalogue/numbers.js';
import { type Leaf, SLICE_KEYS } from '../src/domain/measure.js';
import type { MonthFigures } from '../src/domain/month.js';
import { HALF_YEAR_DAY, halfYearDueMonth } from '../src/domain/packs.js';
import { cell } from '../src/report/cells.js';
import type { Workbook } from '../src/report/sheet.js';
import { FIGURE_WIDTHS, figureTable } from './figure-rows.js';
import { projectTable } from './leaf-rows.js';
import { known } from './manager/roll-up.js';
import { type Voice, voiceOf } from './manager/voice.js';
import { type Part, pageSheet, workbookOf } from './page.js';
import { sliceLegend, sliceTables } from './slice-tables.js';

/** Article 71: works done and spending of the fiscal year to the end of the half year, for publication. */
export function halfYearWorkbook(month: MonthFigures): Workbook {
  const figures = { ...month, headline: month.others.yearFull };
  const voice = voiceOf(figures);
  const { t, labels } = voice;
  const year = yearOf(month.calendar, month.period);
  const title = t(
    'گزارش شش‌ماههٔ کارهای انجام‌شده و هزینه‌ها (مادهٔ ۷۱)',
    'Half-year report of works done and spending (article 71)',
  );
  const works = month.leaves.filter((leaf) => leaf.kind === 'project' && leaf.year === year);
  const done = works.filter(({ code }) => month.leafTypes.get(code) === 'finished');
  const page = pageSheet(figures, voice, {
    name: labels.sheets.summary,
    title,
    legend: sliceLegend(voice),
    widths: FIGURE_WIDTHS,
    tone: 'primary',
    parts: [
      {
        title: t('آنچه این گزارش می‌گوید', 'What this report says'),
        sentences: sentencesOf(figures, voice, works, done),
      },
      figureTable(
        t('سال مالی در یک سطر', 'The fiscal year in one row'),
        t('برنامه', 'Plan'),
        figures.headline.rows.slice(0, 1),
        figures,
        voice,
      ),
      ...sliceTables(month.slices.yearFull, SLICE_KEYS, figures, voice),
      quantityTable(works, month, voice),
      {
        signatures: [
          ...(month.look.signatures ?? [
            t('تهیه‌کننده (برنامه‌ریزی):', 'Prepared by (planning):'),
            t('تأیید امور مالی:', 'Confirmed by finance:'),
            t('شهردار:', 'Mayor:'),
          ]),
          t('تاریخ انتشار:', 'Date of publication:'),
        ],
      },
    ],
  });
  const list = pageSheet(figures, voice, {
    name: labels.sheets.projects,
    title: t('کارهای پایان‌یافته و در دست انجام سال مالی', 'Works finished and in hand in the fiscal year'),
    // The rows are those of the month's own headline, which the subtitle's scope does not name.
    legend: t(
      'برنامه و اعتبار هر پروژه تا پایان این دوره است، نه تا پایان سال. «—» یعنی داده نیست و صفر نیست.',
      'Plan and budget of each project are to the end of this period, not of the year. "—" = no data, not zero.',
    ),
    widths: FIGURE_WIDTHS,
    parts: [
      projectTable(t('پایان‌یافته', 'Finished'), done, month, voice),
      projectTable(
        t('در دست انجام', 'In hand'),
        works.filter((leaf) => !done.includes(leaf)),
        month,
        voice,
      ),
    ],
  });
  return workbookOf(figures, voice, title, [page, list]);
}

function sentencesOf(figures: MonthFigures, voice: Voice, works: readonly Leaf[], done: readonly Leaf[]): string[] {
  const { t } = voice;
  const [total] = figures.headline.rows;
  const due = `${voice.count(HALF_YEAR_DAY)} ${voice.period(halfYearDueMonth(figures.calendar, figures.period))}`;
  const unit = voice.labels.units[figures.displayUnit];
  const money = (rial: bigint | null | undefined) =>
    rial === null || rial === undefined ? NO_DATA : voice.count(Math.round(voice.amount(rial)));
  return [
    t(
      `از ${voice.count(works.length)} پروژهٔ سال، ${voice.count(done.length)} پروژه پایان یافته است؛ ${voice.percent(total?.physical ?? null)} کار سال انجام شده و ${money(total?.spentRial)} از ${money(total?.budgetRial)} ${unit} اعتبار سال هزینه شده است.`,
      `Of ${voice.count(works.length)} projects of the year ${voice.count(done.length)} are finished; ${voice.percent(total?.physical ?? null)} of the year's work is done and ${money(total?.spentRial)} of ${money(total?.budgetRial)} ${unit} of the year's budget is spent.`,
    ),
    t(
      'بخش درآمد این گزارش از سامانهٔ مالی گرفته می‌شود و در اینجا نیست؛ این کارپوشه کارهای انجام‌شده و هزینهٔ پروژه‌های برنامه را می‌گوید.',
      'The income side comes from the finance system and is not here; this workbook tells the works done and the spending of the projects of the plan.',
    ),
    t(
      `مهلت انتشار: ${due} (مادهٔ ۷۱ قانون شهرداری، روز پانزدهم ماه پس از هر شش ماه).`,
      `To be published by: ${due} (article 71 of the law of municipalities: the 15th of the month after each half year).`,
    ),
  ];
}

/** Quantities done, added up only where kind and unit are the same; a project counts where its quantity was reported this year. */
function quantityTable(works: readonly Leaf[], { planPackage, facts, period }: MonthFigures, voice: Voice): Part {
  const { t } = voice;
  const year = period.slice(0, 4);
  const reported = new Map(
    facts.flatMap((fact) =>
      fact.field === 'quantity' && fact.period.startsWith(year) && fact.value !== null
        ? [[fact.code, fact.value] as const]
        : [],
    ),
  );
  const codes = new Set(works.map(({ code }) => code));
  const groups = new Map<string, { kind: string; unit: string; projects: number; planned: number; done: number }>();
  for (const { code, kind, unit, quantity } of planPackage.projects) {
    const done = reported.get(code);
    if (!codes.has(code) || unit === null || done === undefined) continue;
    const key = `${kind ?? ''}\n${unit}`;
    const group = groups.get(key) ?? { kind: kind ?? NO_DATA, unit, projects: 0, planned: 0, done: 0 };
    groups.set(key, {
      ...group,
      projects: group.projects + 1,
      planned: group.planned + (quantity ?? 0),
      done: group.done + done,
    });
  }
  return {
    title: t('مقدار کارهای انجام‌شده، آنجا که مقدار گزارش شده است', 'Quantities of work done, where they were reported'),
    headers: [
      t('واحد سنجش', 'Unit'),
      t('نوع کار', 'Kind of work'),
      t('پروژه', 'Projects'),
      t('برنامهٔ سال', 'Of the year'),
      t('انجام‌شده', 'Done'),
    ],
    rows: () =>
      [...groups.values()]
        .sort((a, b) => b.projects - a.projects || (a.kind < b.kind ? -1 : 1))
        .map(({ kind, unit, projects, planned, done }) => [
          cell('text', unit),
          cell('wrapped', kind),
          cell('count', projects),
          known('quantity', planned > 0 ? planned : null),
          known('quantity', done),
        ]),
  };
}
