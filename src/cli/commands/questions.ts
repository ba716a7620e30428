import type { StandingQuestion } from '../../domain/question.js';
import { questionNumber } from '../../domain/question.js';
import { unknownQuestion } from '../../pipeline/errors.js';
import { DONE } from '../host.js';
import { toJson } from '../json.js';
import { queryOf } from './figures.js';
import { isSet, type Registry, textOf } from './registry.js';

/** A number as people write it: `Q12`, `12`. */
function numberOf(text: string): number {
  const number = questionNumber(text);
  if (number === null) throw unknownQuestion(text);
  return number;
}

/** What waits for a department or for the office, of years whose accounts are not long closed. */
const isCurrent = ({ state, lapsed }: StandingQuestion): boolean =>
  !lapsed && (state === 'open' || state === 'answered');

/** questions: what departments were asked about their figures; --answer, --accept and --reject keep the record. */
export function addQuestionsCommand({ program, text, option, inSession }: Registry): void {
  const command = program
    .command('questions')
    .description(text('command.questions'))
    .addOption(option('--period <period>', 'option.questionPeriod'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--all', 'option.allQuestions'))
    .addOption(option('--answer <number>', 'option.answer').conflicts(['accept', 'reject']))
    .addOption(option('--accept <number>', 'option.accept').conflicts(['reject']))
    .addOption(option('--reject <number>', 'option.reject'))
    .addOption(option('--text <text>', 'option.questionText'))
    .addOption(option('--by <name>', 'option.questionBy'))
    .addOption(option('--json', 'option.json'));
  inSession(command, async (session, input) => {
    const { say } = await import('../texts.js');
    const [words, by] = [textOf(input, 'text') ?? '', textOf(input, 'by') ?? ''];
    for (const name of ['answer', 'accept', 'reject'] as const) {
      const given = textOf(input, name);
      if (given === undefined) continue;
      const number = numberOf(given);
      if (name === 'answer') await session.pipeline.answerQuestion(number, words, by);
      else await session.pipeline.decideQuestion(number, name === 'accept' ? 'accepted' : 'rejected', by, words);
      session.print(`${say(session.view.language, `question.done.${name}`, { number: `Q${number}` })}\n`);
      return DONE;
    }
    const { period } = queryOf(session, input);
    const department = textOf(input, 'department');
    const [{ questionJson }, { printQuestions }] = await Promise.all([
      import('../question-rows.js'),
      import('../print/questions.js'),
    ]);
    const found = await session.pipeline.questions({ period, department });
    const rows = isSet(input, 'all') ? found : found.filter(isCurrent);
    session.print(
      isSet(input, 'json')
        ? `${toJson({ rows: rows.map((row) => questionJson(row, session.view.language)) })}\n`
        : printQuestions(session.view, rows),
    );
    return DONE;
  });
}
