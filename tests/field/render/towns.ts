import { planFolder, type TestWorkspace, testWorkspace } from '../../e2e/workspace.js';

/** An organisation whose reports are drawn, in both languages. */
export interface Town {
  name: string;
  period: string;
  fill(town: TestWorkspace): Promise<void>;
}

const PERIOD = '1399-06';

export const TOWNS: readonly Town[] = [
  {
    name: 'sample',
    period: PERIOD,
    async fill({ pipeline }) {
      await pipeline.loadSample();
      await pipeline.ingest({ dryRun: false });
    },
  },
  {
    name: 'empty',
    period: PERIOD,
    async fill(town) {
      await town.pipeline.importPlan(planFolder(town.root, planOf(12, 3)), { dryRun: false });
    },
  },
  {
    name: 'one',
    period: PERIOD,
    async fill(town) {
      await town.pipeline.importPlan(planFolder(town.root, planOf(1, 1)), { dryRun: false });
      reports(town, 1, 1);
      await town.pipeline.ingest({ dryRun: false });
    },
  },
  {
    name: 'many',
    period: PERIOD,
    async fill(town) {
      await town.pipeline.importPlan(planFolder(town.root, planOf(3000, 40)), { dryRun: false });
      reports(town, 3000, 40);
      await town.pipeline.ingest({ dryRun: false });
    },
  },
];

export async function townOf({ fill }: Town): Promise<TestWorkspace> {
  const mail = {
    host: 'localhost',
    from: 'payesh@example.invalid',
    recipients: ['head@example.invalid'],
    lists: [
      {
        name: 'english',
        recipients: ['english@example.invalid'],
        language: 'en',
        reports: ['manager', 'brief', 'council', 'half-year'],
      },
    ],
  };
  const town = testWorkspace('2020-09-25T08:00:00Z', { organisation: 'شهرداری نمونه', mail });
  await fill(town);
  return town;
}

const codeOf = (index: number) => `1399-${String(index + 1).padStart(4, '0')}`;
const branchesOf = (count: number) => (count < 20 ? 2 : 12);

/** Schemes under goals, projects of one year in turn under each, with long titles, obstacles and an indicator. */
function planOf(count: number, departments: number): Record<string, string> {
  const goals = Array.from({ length: Math.min(count, branchesOf(count)) }, (_, index) => index + 1);
  const schemes = goals.flatMap((goal) => (count < 3 ? [`${goal}-1`] : [1, 2, 3].map((own) => `${goal}-${own}`)));
  const lines = (head: string, rows: readonly string[]) => [head, ...rows].join('\n');
  return {
    plans: 'plan,title,first_year,last_year\nP,برنامه راهبردی شهر,1398,1400',
    nodes: lines('plan,code,parent,level,title,weight', [
      ...goals.map(
        (goal) => `P,${goal},,goal,شهری روان و در دسترس همگان با حمل‌ونقل یکپارچه و پاک ${goal},${(goal % 4) + 1}`,
      ),
      ...schemes.map((code) => `P,${code},${code.split('-')[0]},scheme,طرح ${code} توسعه و تجهیز زیرساخت‌های محلی,1`),
    ]),
    departments: lines(
      'code,title,peer_group',
      Array.from(
        { length: departments },
        (_, index) => `D${index + 1},معاونت یا منطقهٔ شمارهٔ ${index + 1},${index % 2 ? 'مناطق' : 'ستاد'}`,
      ),
    ),
    projects: lines(
      'code,title,node,department,year,approved_rial,district,kind',
      Array.from({ length: count }, (_, index) => {
        const title = `احداث، تکمیل و تجهیز پروژهٔ محلی ${index + 1}${index % 17 === 0 ? ' همراه با تملک و آزادسازی مسیر و جابه‌جایی تأسیسات زیربنایی موجود' : ''}`;
        const node = schemes[index % schemes.length];
        return `${codeOf(index)},${title},${node},D${(index % departments) + 1},1399,${(((index * 7919) % 90) + 5) * 1_000_000_000},${(index % 8) + 1},${index % 3 ? 'عمرانی' : 'خدماتی'}`;
      }),
    ),
  };
}

/** Months 4 to 6 of every department but the last of many; some obstacles are long. */
function reports(town: TestWorkspace, count: number, departments: number): void {
  const telling = departments > 1 ? departments - 1 : 1;
  for (const month of [4, 5, 6]) {
    for (let department = 0; department < telling; department += 1) {
      const rows = ['project,physical_percent,spent_rial,obstacle'];
      for (let index = department; index < count; index += departments) {
        if ((index + month) % 11 === 0) continue;
        const physical = Math.min(100, month * (3 + (index % 14)));
        const spent = Math.round((((index * 7919) % 90) + 5) * 10_000_000 * month * (6 + (index % 9)));
        const obstacle = index % 23 === 0 ? LONG.slice(0, 60 + (index % 400)) : '';
        rows.push(`${codeOf(index)},${physical},${spent},${obstacle}`);
      }
      town.drop(`D${department + 1}/1399-0${month}.csv`, `${rows.join('\n')}\n`);
    }
  }
}

const LONG =
  'معارض ملکی در بخشی از مسیر و تأخیر در صدور مجوز حفاری از سوی دستگاه‌های خدمات‌رسان سبب شده است که پیمانکار نتواند جبههٔ دوم کار را باز کند؛ پیشنهاد می‌شود کمیسیون تملک پیش از پایان فصل تشکیل شود و اعتبار جبران خسارت مالکان جداگانه تأمین گردد تا از توقف کامل کارگاه جلوگیری شود و پیمان در مدت باقی‌مانده به پایان برسد. '.repeat(
    2,
  );
