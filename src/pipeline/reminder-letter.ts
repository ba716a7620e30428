import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Period } from '../domain/calendar.js';
import { held } from '../domain/catalogue/held.js';
import { labelsIn } from '../domain/catalogue/labels.js';
import { mailText } from '../domain/catalogue/mail-texts.js';
import { amountIn, digitsIn, type Language, numberText, periodText } from '../domain/catalogue/numbers.js';
import { reminderText } from '../domain/catalogue/reminder-texts.js';
import { renderFinding } from '../domain/catalogue/render.js';
import { questionLabel } from '../domain/question.js';
import type { DueDates, MissingMonth, Reminder } from '../domain/reminder.js';
import type { Context } from './context.js';
import { plain } from './mail/letter.js';
import { outboxFolder } from './outbox.js';
import { isSampleWorkspace } from './sample.js';
import { templateName } from './write-templates.js';

export interface Letter {
  subject: string;
  body: string;
}

/** A path stands on a line of its own, without marks of direction: it is copied from there. */
interface PathLine {
  path: string;
}

/** Longer lists end with the count of what is left out; the form names every row. */
const ROWS_SHOWN = 40;
const QUESTIONS_SHOWN = 20;

type Say = (key: Parameters<typeof reminderText>[1], slots?: Record<string, string>) => string;

/** The words of both kinds of letter in one language, with numbers and names as it writes them. */
function wordsOf({ config }: Context, language: Language) {
  const say: Say = (key, slots) => reminderText(language, key, slots);
  return {
    say,
    count: (value: number) => numberText(language, value),
    day: (key: string) => digitsIn(language, key.replaceAll('-', '/')),
    period: (period: Period) => periodText(language, config.calendar, period),
    budget: (rial: bigint) => ({
      budget: numberText(language, amountIn(config.displayUnit, rial)),
      unit: labelsIn(language).units[config.displayUnit],
    }),
    organisation: plain(config.organisation),
  };
}

/** What a department still owes, when it is due and where it belongs. */
export function reminderLetter(context: Context, language: Language, reminder: Reminder): Letter {
  const { say, count, period, budget, organisation } = wordsOf(context, language);
  const { department, months, questions } = reminder;
  const lines: (string | PathLine)[] = [...datesText(context, language, reminder.period, reminder.dates), ''];
  for (const { period: month, rows, missing, missingRial } of months) {
    const head = { period: period(month), missing: count(missing.length), rows: count(rows), ...budget(missingRial) };
    lines.push(
      say('missing', head),
      ...shown(missing, ROWS_SHOWN, say, count, ({ code, title }) => say('row', { code, title: plain(title) })),
      '',
    );
  }
  if (questions.length > 0) {
    const asked = shown(questions, QUESTIONS_SHOWN, say, count, ({ id, code, period: month, finding }) =>
      say('question', {
        ...{ label: questionLabel(id), code, period: period(month) },
        text: plain(renderFinding(finding, language).message),
      }),
    );
    lines.push(say('questions', { count: count(questions.length) }), ...asked, '');
  }
  lines.push(...whereTo(context, say, reminder), '', say('sent'));
  const title = plain(department.title);
  const subject = say('subject', { organisation, period: period(reminder.period), department: title });
  return letterOf(context, language, subject, lines);
}

/** For the office and its manager: who still owes what, the most approved budget without figures first. */
export function summaryLetter(
  context: Context,
  language: Language,
  period: Period,
  owing: readonly Reminder[],
  all: number,
): Letter {
  const { say, count, budget, organisation, ...words } = wordsOf(context, language);
  const slots = { count: count(owing.length), all: count(all) };
  const lines = owing[0] ? [...datesText(context, language, period, owing[0].dates), ''] : [];
  lines.push(say('summaryHead', slots));
  for (const { department, months, questions } of [...owing].sort(heaviestFirst)) {
    const own = monthOf(months, period);
    lines.push(
      say('summaryRow', {
        ...{ code: department.code, title: plain(department.title), questions: count(questions.length) },
        ...{ missing: count(own?.missing.length ?? 0), rows: count(own?.rows ?? 0), ...budget(own?.missingRial ?? 0n) },
      }),
    );
  }
  return letterOf(
    context,
    language,
    say('summarySubject', { organisation, period: words.period(period), ...slots }),
    lines,
  );
}

function letterOf(
  context: Context,
  language: Language,
  subject: string,
  lines: readonly (string | PathLine)[],
): Letter {
  const text = (line: string | PathLine) => (typeof line === 'string' ? held(language, line) : line.path);
  const sample = isSampleWorkspace(context.workspace) ? ` (${mailText(language, 'sample')})` : '';
  return { subject: `${subject}${sample}`, body: lines.map(text).join('\n') };
}

function datesText(context: Context, language: Language, period: Period, dates: DueDates): string[] {
  const { say, count, day, period: name } = wordsOf(context, language);
  const { daysLeft, graceLeft, deadline, graceEnd, movedFrom } = dates;
  const key =
    daysLeft > 1
      ? 'before'
      : daysLeft === 1
        ? 'tomorrow'
        : daysLeft === 0
          ? 'today'
          : graceLeft >= 0
            ? 'after'
            : 'over';
  const slots = { period: name(period), deadline: day(deadline), grace: day(graceEnd), days: count(daysLeft) };
  const moved = movedFrom === null || daysLeft < 0 ? [] : [say('moved', { day: day(movedFrom) })];
  return [say(key, slots), ...moved];
}

/** The form of the month where it stands in the outbox, and the inbox of the department, as paths inside the workspace. */
function whereTo(context: Context, say: Say, { department, period }: Reminder): (string | PathLine)[] {
  const { workspace } = context;
  const inside = (path: string): PathLine => ({ path: relative(workspace.root, path).replaceAll('\\', '/') });
  const inbox = inside(join(workspace.inbox, department.code));
  const form = join(outboxFolder(context, department.code), templateName(period));
  return existsSync(form) ? [say('form'), inside(form), say('fill'), inbox] : [say('noForm'), inbox];
}

function shown<T>(
  items: readonly T[],
  most: number,
  say: Say,
  count: (value: number) => string,
  line: (item: T) => string,
): string[] {
  const lines = items.slice(0, most).map(line);
  return items.length > most ? [...lines, say('more', { count: count(items.length - most) })] : lines;
}

const monthOf = (months: readonly MissingMonth[], period: Period) => months.find((month) => month.period === period);

function heaviestFirst(a: Reminder, b: Reminder): number {
  const [one, other] = [monthOf(a.months, a.period), monthOf(b.months, b.period)];
  const [rial, more] = [one?.missingRial ?? 0n, other?.missingRial ?? 0n];
  if (rial !== more) return rial > more ? -1 : 1;
  return (other?.missing.length ?? 0) - (one?.missing.length ?? 0) || (a.department.code < b.department.code ? -1 : 1);
}
