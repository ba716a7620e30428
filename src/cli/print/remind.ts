import type { RemindAnswer } from '../../pipeline/types.js';
import { amount } from '../numbers.js';
import { type View, wordsOf } from './view.js';

/** Who is reminded of what: rows without figures of the month, months concerned, questions, and the file. */
export function printReminders(view: View, { period, due, reminders }: RemindAnswer): string {
  const { word, table, unit, list, ltr } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('status.missingRows'), align: 'end' as const },
    { title: word('status.missingBudget', { unit }), align: 'end' as const },
    { title: word('remind.months'), ltr: true },
    { title: word('remind.questions'), align: 'end' as const },
    { title: word('title') },
  ];
  const rows = reminders.map(({ department, months, questions }) => {
    const own = months.find((month) => month.period === period);
    return [
      department.code,
      own ? `${own.missing.length}/${own.rows}` : '0',
      own ? amount(view.config.displayUnit, own.missingRial) : '0',
      list(months.map((month) => ltr(month.period))),
      String(questions.length),
      department.title,
    ];
  });
  const head = word('remind.head', { period: ltr(period), count: reminders.length, due });
  return rows.length > 0 ? `${head}\n${table(columns, rows)}\n` : `${head}\n`;
}

export function remindJson({ period, closed, due, reminders, summary, queued }: RemindAnswer) {
  return {
    period,
    closed,
    due,
    rows: reminders.map(({ department, dates, months, questions, path }) => ({
      department: department.code,
      deadline: dates.deadline,
      grace_end: dates.graceEnd,
      days_left: dates.daysLeft,
      months: months.map(({ period: month, rows, missing, missingRial }) => ({
        period: month,
        rows,
        missing: missing.map(({ code }) => code),
        missing_rial: missingRial,
      })),
      questions: questions.map(({ id, code }) => ({ id, code })),
      file: path,
    })),
    summary,
    queued,
  };
}
