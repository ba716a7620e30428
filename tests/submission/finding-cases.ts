import type { SubmissionContext } from '../../src/check/submission/check.js';
import { type QuestionEvent, questionOf } from '../../src/domain/question.js';
import { QUESTION_CASES } from './question-cases.js';
import { type check, sheet, TOWN } from './town.js';

const A = '1399-R03-0001';
const MONEY_HEAD = 'project | spent_rial';
const HEAD = 'project | physical_percent';
const many = (count: number) => Array.from({ length: count }, () => `${A.slice(0, -1)}9 | 5`).join('\n');
const earlier = (value: number, period: string, department = 'R03'): Partial<SubmissionContext> => ({
  lastFigure: () => ({ value, period, department }),
});
const withReporters = (fields: 'physical' | 'money'): Partial<SubmissionContext> => ({
  planAt: () => ({ ...TOWN, reporters: [{ department: 'R03', fields, code: 'G1' }] }),
});

/** A question of an earlier month about A, with what was said on it since. */
const asked = (...said: QuestionEvent['action'][]): Partial<SubmissionContext> => {
  const head = { id: 1, department: 'R03', code: A, field: 'physical', holdsFor: '1399-04' } as const;
  const events = (['asked', ...said] as const).map((action): QuestionEvent => {
    const finding = action === 'asked' ? { place: {}, params: {} } : null;
    return { action, finding, period: '1399-04', text: 'کارگاه تعطیل بود', by: 'رضایی', submission: null, at: '' };
  });
  return { questions: () => [questionOf({ ...head, findingCode: 'SUB_FALLING' }, events)] };
};
const answers = (line: string) => [
  sheet(`${HEAD}\n${A} | 20`, { sheet: 'a' }),
  sheet(`شماره پرسش | پرسش | پاسخ\n${line}`, { sheet: 'پرسش‌ها' }),
];

/** A code, its place, and the smallest sheet that has it there. */
export type SubmissionCase = [
  code: string,
  at: string,
  input: Parameters<typeof check>[0],
  context?: Partial<SubmissionContext>,
];

export const SUBMISSION_CASES: SubmissionCase[] = [
  ['SUB_NO_TABLE', '', 'نام | سن\nعلی | ۳۰'],
  ['SUB_NO_ROWS', '', `${HEAD}\n${A} | -`],
  ['SUB_CODE_COLUMN_MISSING', 'row 2', 'گزارش منطقه\nعنوان پروژه | پیشرفت فیزیکی (درصد)\nآسفالت | 20'],
  ['SUB_COLUMN_TWICE', 'C1', `project | physical_percent | پیشرفت فیزیکی\n${A} | 20 | 30`],
  ['SUB_PERIOD_MISSING', '', `${HEAD}\n${A} | 20`, { fileName: 'report.csv' }],
  [
    'SUB_PERIOD_CONFLICT',
    'C3',
    `project | physical_percent | period\n${A} | 20 | 1399-06\n1399-R03-0006 | 9 | مرداد ۱۳۹۹`,
  ],
  ['SUB_PERIOD_UNREADABLE', 'C2', `project | physical_percent | ماه\n${A} | 20 | سومی`],
  ['SUB_PERIOD_FUTURE', '', `${HEAD}\n${A} | 20`, { fileName: '1399-08.csv' }],
  ['SUB_PERIOD_CLOSED', '', `${HEAD}\n${A} | 20`, { fileName: '1399-02.csv' }],
  ['SUB_PERIOD_OUTSIDE_PLAN', '', `${HEAD}\n${A} | 20`, { fileName: '1394-06.csv' }],
  ['SUB_DEPARTMENT_MISSING', '', `${HEAD}\n${A} | 20`, { folderDepartment: null }],
  ['SUB_DEPARTMENT_UNKNOWN', 'B1', `واحد مجری: | منطقه ۹۹\n${HEAD}\n${A} | 20`],
  ['SUB_DEPARTMENT_CONFLICT', 'A1', `سازمان زیباسازی\n${HEAD}\n${A} | 20`],
  ['SUB_UNIT_UNKNOWN', 'B1', `کد پروژه | هزینه‌کرد\n${A} | 20`],
  ['SUB_UNIT_CONFLICT', 'A2', `مبالغ به ریال است\nارقام به میلیون ریال\nکد پروژه | هزینه‌کرد\n${A} | 20`],
  ['SUB_ATOMIC', '', `${HEAD}\n${A} | 20\n1399-R03-0006 | abc`, { atomic: true }],
  ['SUB_MORE_FINDINGS', '', `${HEAD}\n${many(201)}`],
  [
    'SUB_SHEET_IGNORED',
    'راهنما!',
    [sheet(`${HEAD}\n${A} | 20`, { sheet: 'a' }), sheet('متن راهنما', { sheet: 'راهنما' })],
  ],
  [
    'SUB_HIDDEN_SHEET',
    'old!',
    [sheet(`${HEAD}\n${A} | 20`, { sheet: 'a' }), sheet(`${HEAD}\n${A} | 10`, { sheet: 'old', hidden: true })],
  ],
  ['SUB_HIDDEN_COLUMN', 'C1', [sheet(`project | physical_percent | note\n${A} | 20 | x`, { hiddenColumns: [3] })]],
  ['SUB_HIDDEN_ROWS', 'row 3', `${HEAD}\n${A} | 20\n~1399-R03-0006 | 9`],
  ['SUB_UNKNOWN_COLUMN', 'C1', `project | physical_percent | رنگ\n${A} | 20 | آبی`],
  ['SUB_COLUMN_OTHER_YEAR', 'B1', `کد پروژه | هزینه‌کرد ۹۸ (ریال) | هزینه‌کرد ۹۹ (ریال)\n${A} | 5 | 6`],
  ['SUB_NO_HEADER', 'C2', `${HEAD}\n${A} | 20 | 33`],
  ['SUB_TEXT_COLUMN_TWICE', 'D1', `project | physical_percent | note | توضیحات\n${A} | 20 | x | y`],
  ['SUB_TOTAL_ROW', 'row 3', `${HEAD}\n${A} | 20\nجمع کل | 20`],
  ['SUB_FLOW_COLUMN', 'C1', `project | physical_percent | هزینه‌کرد طی ماه (ریال)\n${A} | 20 | 5`],
  ['SUB_FLOW_IGNORED', 'C1', `project | spent_rial | هزینه‌کرد طی ماه (ریال)\n${A} | 20 | 5`],
  ['SUB_COLUMN_VAGUE', 'C1', `project | physical_percent | عملکرد\n${A} | 20 | 30`],
  ['SUB_COLUMN_OTHER_MONTH', 'C1', `project | physical_percent | هزینه‌کرد تا پایان مرداد (ریال)\n${A} | 20 | 5`],
  [
    'SUB_SHEET_OTHER_MONTH',
    'مرداد!',
    [sheet(`${HEAD}\n${A} | 20`, { sheet: 'شهریور' }), sheet(`${HEAD}\n${A} | 10`, { sheet: 'مرداد' })],
  ],
  [
    'SUB_MERGED_FIGURE',
    'a!B2',
    [sheet(`${MONEY_HEAD}\n${A} | 20\n1399-R03-0006 | `, { sheet: 'a', merges: [[2, 2, 3, 2]] })],
  ],
  ['SUB_TOTAL_DIFFERS', 'B4', `${MONEY_HEAD}\n${A} | 20\n1399-R03-0006 | 30\nجمع کل | 60`],
  ['SUB_AFTER_FOOTER', 'row 4', `${MONEY_HEAD}\n${A} | 20\nتهیه‌کننده: کارشناس\n | 60`],
  ['SUB_DISTRICT_DIFFERS', 'A2', `project | منطقه | physical_percent\n1399-R03-0007 | ۵ | 20`],
  ['SUB_PERIOD_YEAR_MISSING', 'A1', `تا پایان شهریورماه\n${HEAD}\n${A} | 20`, { fileName: 'report.csv' }],
  ['SUB_CODE_MISSING', 'A2', 'project | title | physical_percent\n | جمع‌آوری پسماند | 20'],
  ['SUB_DATE_IN_CODE', 'A2', `${HEAD}\n#d44345 | 20`],
  ['SUB_UNKNOWN_PROJECT', 'A2', `${HEAD}\n1399-R03-0010 | 20`],
  ['SUB_UNKNOWN_INDICATOR', 'A2', 'indicator | value\nSH-77 | 20'],
  ['SUB_FOREIGN_PROJECT', 'A2', `${HEAD}\n1399-O04-0001 | 20`],
  ['SUB_FOREIGN_INDICATOR', 'A2', 'کد شاخص | عملکرد شاخص\nSH-09 | 20'],
  ['SUB_WRONG_YEAR', 'A2', `${HEAD}\n1398-R03-0006 | 20`],
  ['SUB_MERGED_PROJECT', 'A2', `${HEAD}\n1399-R03-0005 | 20`],
  ['SUB_FIELD_NOT_ALLOWED', 'C2', `project | physical_percent | spent_rial\n${A} | 20 | 5`, withReporters('physical')],
  ['SUB_DUPLICATE_ROW', 'A2', `${HEAD}\n${A} | 20\n${A} | 30`],
  [
    'SUB_FORM_OUTDATED',
    'B2',
    `${HEAD} | spent_rial\n${A} | 20 | 5`,
    { overtaken: (_, { field }) => (field === 'physical' ? { now: '47', file: '1399-06.csv' } : null) },
  ],
  ['SUB_DUPLICATE_IDENTICAL', 'A3', `${HEAD}\n${A} | 20\n${A} | ۲۰`],
  ['SUB_ANSWER_UNKNOWN', 'پرسش‌ها!A2', answers('Q99 | چرا؟ | کارگاه تعطیل بود')],
  ['SUB_ANSWER_UNMATCHED', 'پرسش‌ها!C2', answers(' | چرا؟ | کارگاه تعطیل بود')],
  ['SUB_ANSWER_CLOSED', 'پرسش‌ها!C2', answers('Q1 | چرا؟ | باران بود'), asked('answered', 'acknowledged')],
  ['SUB_ANSWER_AGAIN', 'پرسش‌ها!C2', answers('Q1 | چرا؟ | کارگاه تعطیل بود'), asked('answered', 'rejected')],
  ['SUB_ANSWER_NO_QUESTION', 'C2', `${HEAD} | پاسخ\n${A} | 20 | باران بود`, asked('answered')],
  ['SUB_ANSWER_LEFT', 'C2', `${HEAD} | پاسخ\n${A} | 20 | باران بود`, { fileName: 'report.csv' }],
  ['SUB_ANSWERS_ONLY', '', 'شماره پرسش | پرسش | پاسخ\nQ1 | چرا؟ | باران بود', asked()],
  ['SUB_NOT_A_NUMBER', 'B2', `${HEAD}\n${A} | بیست`],
  ['SUB_AMBIGUOUS_NUMBER', 'B2', `${MONEY_HEAD}\n${A} | 1/250`],
  ['SUB_DATE_IN_NUMBER', 'B2', `${HEAD}\n${A} | #d46361`],
  ['SUB_CELL_ERROR', 'B2', `${HEAD}\n${A} | #!REF!`],
  ['SUB_NEGATIVE', 'B2', `${MONEY_HEAD}\n${A} | -5`],
  ['SUB_PHYSICAL_OVER_100', 'B2', `${HEAD}\n${A} | 114`],
  ['SUB_VERIFIED_OVER_100', 'B2', `project | verified_percent\n${A} | 101`],
  ['SUB_PERCENT_SCALE', 'B2', `project | پیشرفت فیزیکی (درصد)\n${A} | #n0.59`],
  ['SUB_PERCENT_SMALL', 'B2', `project | physical_percent\n${A} | #n0.59`],
  ['SUB_PERCENT_SIGN', 'B2', `${MONEY_HEAD}\n${A} | 20%f`],
  ['SUB_PERCENT_FOR_QUANTITY', 'B2', `${HEAD}\n1399-R03-0002 | 20`],
  ['SUB_QUANTITY_FOR_PERCENT', 'B2', `project | quantity\n${A} | 20`],
  ['SUB_MONEY_NOT_WHOLE', 'B2', `${MONEY_HEAD}\n${A} | 12.5`],
  ['SUB_TOO_LARGE', 'B2', `${MONEY_HEAD}\n${A} | 9007199254740992`],
  ['SUB_WITHDRAWN', 'B2', `${HEAD}\n${A} | حذف`, earlier(0.3, '1399-06')],
  ['SUB_WITHDRAW_NOTHING', 'B2', `${HEAD}\n${A} | withdraw`, earlier(0.3, '1399-05')],
  ['SUB_FALLING', 'B2', `${HEAD}\n${A} | 20`, earlier(0.3, '1399-05')],
  ['SUB_SPENT_WITHOUT_BUDGET', 'B2', `${MONEY_HEAD}\n1399-R03-0004 | 20`],
  ['SUB_LIFE_OUTSIDE', 'B2', `${HEAD}\n1399-R03-0003 | 20`],
  ['SUB_QUANTITY_OVER_PLAN', 'B2', 'project | quantity\n1399-R03-0002 | 18'],
  ['SUB_DEPARTMENTS_DIFFER', 'B2', `${HEAD}\n${A} | 40`, earlier(0.3, '1399-06', 'D06')],
  ...QUESTION_CASES.map(({ code, at, asked, context }): SubmissionCase => [code, at, asked, context]),
];
