import { Argument, Command, CommanderError, Option } from 'commander';
import type { Language } from '../config/config.js';
import { foreseen } from './choices.js';
import { addControlCommands } from './commands/control.js';
import { addFeedbackCommands } from './commands/feedback.js';
import { addFigureCommands } from './commands/figures.js';
import { addFindingsCommand } from './commands/findings.js';
import { addForecastCommand } from './commands/forecast.js';
import { addInitCommand } from './commands/init.js';
import { addKeepingCommands } from './commands/keeping.js';
import { addMonthCommands } from './commands/month.js';
import { addPlanCommands } from './commands/plan.js';
import { addPreviewCommand } from './commands/preview.js';
import { addQuestionsCommand } from './commands/questions.js';
import type { Input, Registry } from './commands/registry.js';
import { addRemindCommand } from './commands/remind.js';
import { addScorecardCommands } from './commands/scorecard.js';
import { addStatusCommand } from './commands/status.js';
import { addSubmissionCommands } from './commands/submissions.js';
import { addTemplateCommand } from './commands/template.js';
import { tellFault } from './faults.js';
import { DONE, type ExitCode, type Host, WRONG_USAGE } from './host.js';
import { say, type TextKey } from './texts.js';
import { tellUsage } from './usage.js';

/** One command line from its words to its exit code. Everything that goes wrong is told on stderr, in words. */
export async function runCommandLine(host: Host): Promise<ExitCode> {
  const { workspace, language } = foreseen(host);
  let code: ExitCode = DONE;
  const program = buildProgram(host, workspace, language, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...host.words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return tellUsage(host, language, program, error);
    return tellFault(host, language, error);
  }
}

function buildProgram(host: Host, workspace: string, language: Language, ended: (code: ExitCode) => void): Command {
  const text = (key: TextKey) => say(language, key);
  const option = (flags: string, key: TextKey, choices?: readonly string[]) => {
    const made = new Option(flags, text(key));
    return choices ? made.choices(choices) : made;
  };
  const program = new Command('payesh');
  program
    .description(text('program'))
    .version(host.version, '--version', text('option.version'))
    .helpOption('-h, --help', text('option.help'))
    .helpCommand('help [command]', text('command.help'))
    .addOption(option('--workspace <directory>', 'option.workspace'))
    .addOption(option('--language <language>', 'option.language', ['fa', 'en']))
    .addHelpText('after', `\n${text('help.codes')}`)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => helpTitle(language, title),
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} (${text('help.choices')} ${argChoices.join(', ')})` : description,
    })
    // What commander would say about wrong usage is told by `tellUsage`, in the reader's language.
    .configureOutput({ writeOut: host.out, writeErr: () => {} })
    .exitOverride();
  const registry: Registry = {
    program,
    host,
    language,
    workspace,
    text,
    option,
    argument: (name, key) => new Argument(name, text(key)),
    inSession: (command, action) => {
      command.action(async () => {
        const { inWorkspace } = await import('./session.js');
        ended(await inWorkspace(host, { workspace, language }, (session) => action(session, inputOf(command))));
      });
    },
    alone: (command, action) => {
      command.action(async () => ended(await action(inputOf(command))));
    },
  };
  addInitCommand(registry);
  addPlanCommands(registry);
  addTemplateCommand(registry);
  addRemindCommand(registry);
  addFindingsCommand(registry);
  addSubmissionCommands(registry);
  addMonthCommands(registry);
  addStatusCommand(registry);
  addFigureCommands(registry);
  addControlCommands(registry);
  addScorecardCommands(registry);
  addFeedbackCommands(registry);
  addPreviewCommand(registry);
  addForecastCommand(registry);
  addQuestionsCommand(registry);
  addKeepingCommands(registry);
  return program;
}

/**
 * What was typed for a command. A group that is a command itself (`feedback`) takes the options it shares with a command
 * inside it (`feedback decisions --json`), wherever they stand; they are meant for the command inside. One that the command inside does not
 * have (`feedback decisions --kind X`) would be swallowed without a word: it is refused.
 */
function inputOf(command: Command): Input {
  const taken: Input['options'] = command.parent?.opts() ?? {};
  const own = new Set(command.options.map((option) => option.attributeName()));
  refuseForeign(command, own);
  const shared = [...own].filter((name) => taken[name] !== undefined).map((name) => [name, taken[name]]);
  return { arguments: command.processedArgs, options: { ...Object.fromEntries(shared), ...command.opts() } };
}

function refuseForeign(command: Command, own: ReadonlySet<string>): void {
  for (let group = command.parent; group?.parent; group = group.parent) {
    const foreign = group.options.find((option) => {
      const name = option.attributeName();
      return !own.has(name) && group.getOptionValueSource(name) === 'cli';
    });
    if (foreign) {
      const name = foreign.long ?? foreign.flags;
      throw new CommanderError(WRONG_USAGE, 'payesh.foreignOption', `error: foreign option '${name}'`);
    }
  }
}

const TITLES: Record<string, TextKey> = {
  'Usage:': 'help.usage',
  'Options:': 'help.options',
  'Global Options:': 'help.globalOptions',
  'Commands:': 'help.commands',
  'Arguments:': 'help.arguments',
};

function helpTitle(language: Language, title: string): string {
  const key = TITLES[title];
  return key ? say(language, key) : title;
}
