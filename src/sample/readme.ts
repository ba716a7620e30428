import type { PlanPackage } from '../domain/plan.js';
import { expectedOfPlan } from './expected.js';
import type { Fault } from './fault.js';
import type { SampleFile } from './files.js';
import { LAYOUTS } from './layout.js';
import {
  BUDGET_MILLIARD,
  EASE_MONEY,
  EASE_SPREAD,
  EMPTY_SCHEMES,
  NOISE,
  PACE,
  SAMPLE_MARK,
  SPENDING,
  YEARS,
} from './parameters.js';
import { SEED } from './seed.js';

const percent = (ratio: number) => `${(ratio * 100).toFixed(2)}%`;

/** What the sample is, how it was made and by which parameters: the README beside it. */
export function readme(plan: PlanPackage, files: readonly SampleFile[], faults: readonly Fault[]): string {
  const count = (level: string) => plan.nodes.filter((node) => node.level === level).length;
  const ofYear = (year: number) => plan.projects.filter((project) => project.year === year).length;
  const months = [1, 2, 3, 4, 5, 6].map((month) => ({ month, ...expectedOfPlan(plan, files, month) }));
  return `# ${SAMPLE_MARK} · Sample organisation, not real

این پوشه یک سازمان نمونه است: شهری با یک برنامه پنج‌ساله (۱۳۹۵ تا ۱۳۹۹، افق ۱۴۱۴)، ${plan.departments.length} واحد گزارش‌دهنده و فایل‌های ماهانه آن‌ها.
همه رقم‌ها، عنوان طرح‌ها و پروژه‌ها ساختگی است و درباره هیچ سازمان واقعی چیزی نمی‌گوید. درصدهای گزارش در هیچ فایلی نوشته نشده است؛ از محاسبه همین فایل‌ها به دست می‌آید.

Everything here is invented and made by the seeded generator \`src/sample\` (seed ${SEED}); \`npm run sample\` remakes it byte for byte.
No report figure is written anywhere: the figures come out of the computation.

## What it holds

| folder | what |
|---|---|
| \`plan/\` | the thirteen tables of the plan package: ${count('statement')} statements, ${count('goal')} goals, ${count('strategy')} strategies, ${count('policy')} policies, ${count('scheme')} schemes, ${plan.departments.length} departments, ${plan.indicators.length} indicators; projects by year: ${YEARS.map((year) => `${year}: ${ofYear(year)}`).join(', ')} |
| \`inbox/\` | ${files.length} files: the year-end files of 1395–1398, twelve settlements (\`YYYY-13\`), and 1399-01 … 1399-06; csv, tsv and xlsx, each department in its own way |
| \`receipts.csv\` | when each file of the inbox was received (UTC); \`path\` is inside \`inbox/\` |
| \`faults.csv\` | the known list of what is wrong on purpose: ${faults.length} entries with file, sheet, cell, expected finding, effect |

Beside that list a reader may tell of total rows («جمع کل») and of quantities above their plan, which are ordinary.
Entries without a code are no faults of the content: late, silent, sent twice, a second version, or lying outside the folders.

All weights and year shares are given, so nothing about the mix of money rests on an assumption. Budgets are whole million rials.
The 22 electronic services and three days of stay (by 1400) and the counts of the tree stand in a published article; everything else is invented.
\`targets\` holds 1395–1399 and the values to be reached by 1400, the start of the next plan.

## Layouts

Most files have a plain form: titles, one header, lines, signatures. These are laid out as people also do; nothing is wrong with them,
and every figure, code and remark is read as it would be from the plain form (\`src/sample/layout.ts\`):

| file of \`inbox/\` | layout |
|---|---|
${Object.entries(LAYOUTS)
  .map(([path, { words }]) => `| \`${path}\` | ${words} |`)
  .join('\n')}

## Expected figures

By the generator's own small computation (\`src/sample/expected.ts\`), which is written apart from the measuring code; scope plan, basis due:

| period | physical | budget | achieved | planned | spent (milliard rial) | due (milliard rial) |
|---|---|---|---|---|---|---|
${months.map(({ month, physical, budget, achieved, planned, spentRial, dueRial }) => `| 1399-0${month} | ${percent(physical)} | ${percent(budget)} | ${percent(achieved)} | ${percent(planned)} | ${Math.round(spentRial / 1e9)} | ${Math.round(dueRial / 1e9)} |`).join('\n')}

The headline wanted at 1399-06: physical between 59.0% and 59.9%, budget between 98.5% and 100.5%.

## Parameters and how they were chosen

All of them stand in \`src/sample/parameters.ts\`.

| parameter | ${YEARS.join(' | ')} |
|---|${YEARS.map(() => '---').join('|')}|
| amended budget, milliard rial (\`BUDGET_MILLIARD\`) | ${YEARS.map((year) => BUDGET_MILLIARD[year]).join(' | ')} |
| spending against budget; 1399 against the spending planned by the month (\`SPENDING\`) | ${YEARS.map((year) => SPENDING[year]).join(' | ')} |
| middle of a project's realization; 1399 of the work due (\`PACE\`) | ${YEARS.map((year) => PACE[year]).join(' | ')} |
| schemes with planned work and no project (\`EMPTY_SCHEMES\`) | ${YEARS.map((year) => EMPTY_SCHEMES[year]).join(' | ')} |

- A project realizes \`PACE\` + its goal's \`strength\` + \`EASE_SPREAD\` (${EASE_SPREAD}) × its scheme's ease + \`NOISE\` (${NOISE}) × luck, held within 0 and 1. \`PACE\` was moved until the
  projects of the years stood near 70, 67, 64, 61% (scope year, end of year) and 40% of the work due at 1399-06. Scope plan is lower, since a scheme's finished year without projects counts 0.
- The heaviest scheme of each policy has ease −1 … −0.6, the others −0.15 … 0.95, and money is drawn by weight × (1 + \`EASE_MONEY\` (${EASE_MONEY}) × ease): what weighs most lags and is starved. So the gap has
  both parts: paid ahead of work, and money placed elsewhere than the weights. Goals differ by \`strength\`: safety is the strongest, the social and cultural goals are the weakest.
- \`SPENDING\` is met exactly by one factor a year before rounding and before faults; silent and refused rows carry their last value, so 1399-06 comes out a little lower.
- To move the headline: \`PACE\` for the physical side, \`SPENDING\` for the budget side.
`;
}
