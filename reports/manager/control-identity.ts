import type { MonthFigures } from '../../src/domain/month.js';
import { cell } from '../../src/report/cells.js';
import type { Cell } from '../../src/report/sheet.js';
import { LAYOUT_VERSION } from '../layout-version.js';
import { forecastRows } from './forecast-figure.js';
import { thresholdText } from './roll-up.js';
import type { Voice } from './voice.js';

/** Which data, rules and choices stand behind the workbook. */
export function identityOf(figures: MonthFigures, voice: Voice): Cell[][] {
  const { t, labels } = voice;
  const { options } = figures.headline;
  const findings = figures.submissions.flatMap((record) => record.findings).length;
  const items: [string, string][] = [
    [t('سازمان', 'Organisation'), figures.organisation],
    [t('برنامه', 'Plan'), `${figures.plan.title} (${figures.plan.code})`],
    [t('دوره', 'Period'), voice.period(figures.period)],
    [t('نوبت انتشار', 'Edition'), voice.count(figures.edition)],
    [t('داده تا', 'Data as of'), voice.instant(figures.dataAsOf)],
    [t('نسخهٔ قاعده‌ها', 'Version of the rules'), figures.rulesVersion],
    [t('نسخهٔ چیدمان', 'Version of the layout'), LAYOUT_VERSION],
    [t('اثر انگشت اجرا', 'Digest of the run'), figures.runDigest],
    [t('دامنه و مبنا', 'Scope and basis'), voice.basis(options)],
    [t('هزینه یعنی', 'Spending means'), labels.spendings[options.spending]],
    [t('مخرج هزینه', 'Budget denominator'), labels.denominators[options.denominator]],
    [
      t('اعتبار', 'Budget version'),
      options.budget === 'current'
        ? t('جاری (با اصلاحیه‌ها)', 'current (as amended)')
        : t('نخستین مصوب', 'as first approved'),
    ],
    [
      t('وزن‌های خالی', 'Blank weights'),
      options.blankWeights === 'equal' ? t('برابر', 'equal') : t('به نسبت اعتبار', 'by approved budget'),
    ],
    [t('سقف مقدار', 'Cap of quantities'), voice.percent(options.cap, 0)],
    [t('واحد پول نمایش', 'Unit of money shown'), labels.units[figures.displayUnit]],
    [t('آستانه‌ها', 'Thresholds'), thresholdText(figures, voice)],
    [t('گره‌های برنامه', 'Nodes of the plan'), voice.count(figures.tree.length)],
    [t('ردیف‌های پروژه', 'Project rows'), voice.count(figures.leaves.length)],
    [t('داده‌های ردگیری', 'Facts in the lineage'), voice.count(figures.facts.length)],
    [
      t('پیش‌بینی‌ها و کارنامه‌هایشان', 'Forecasts and their records'),
      t(
        `${voice.count(forecastRows(figures).length)} ردیف، ${voice.count(figures.forecast.records.length)} کارنامه`,
        `${voice.count(forecastRows(figures).length)} rows, ${voice.count(figures.forecast.records.length)} records`,
      ),
    ],
    [t('پرونده‌های دریافت‌شده', 'Files received'), voice.count(figures.submissions.length)],
    [t('یافته‌ها', 'Findings'), voice.count(findings)],
  ];
  return items.map(([name, value]) => [cell('wrapped', name), cell('wrapped', value)]);
}
