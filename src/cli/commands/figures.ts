import type { Command } from 'commander';
import { foldDigits } from '../../domain/text/normalise.js';
import type { FigureQuery, GapQuery } from '../../pipeline/types.js';
import { DONE } from '../host.js';
import { toJson } from '../json.js';
import type { Session } from '../session.js';
import { argumentOf, type Input, isSet, type Registry, textOf } from './registry.js';

export const CHOICES = {
  scope: ['year', 'plan', 'month'],
  basis: ['due', 'full'],
  spending: ['spent', 'certified', 'committed'],
  budget: ['current', 'original'],
  denominator: ['approved', 'allocated'],
  by: ['district', 'mission', 'kind', 'fund_source'],
} as const;

/** realization, gap, facts, explain: the commands that print figures. */
export function addFigureCommands(registry: Registry): void {
  const { program, text, option, argument, inSession } = registry;
  const measured = (command: Command): Command =>
    command
      .addOption(option('--period <period>', 'option.period'))
      .addOption(option('--plan <code>', 'option.plan'))
      .addOption(option('--scope <scope>', 'option.scope', CHOICES.scope))
      .addOption(option('--basis <basis>', 'option.basis', CHOICES.basis))
      .addOption(option('--spending <spending>', 'option.spending', CHOICES.spending))
      .addOption(option('--budget <budget>', 'option.budget', CHOICES.budget))
      .addOption(option('--denominator <denominator>', 'option.denominator', CHOICES.denominator))
      .addOption(option('--as-of <instant>', 'option.asOf'))
      .addOption(option('--json', 'option.json'));

  const realization = measured(program.command('realization').description(text('command.realization')))
    .addOption(option('--by <slice>', 'option.by', CHOICES.by))
    .addOption(option('--level <level>', 'option.level'))
    .addOption(option('--node <code>', 'option.node'))
    .addOption(option('--department <code>', 'option.department'));
  inSession(realization, async (session, input) => {
    const [{ headJson, realizationJson, reasonsJson }, { printRealization }] = await Promise.all([
      import('../rows.js'),
      import('../print/realization.js'),
    ]);
    const answer = await session.pipeline.realization(queryOf(session, input));
    session.print(
      isSet(input, 'json')
        ? `${toJson({ ...headJson(answer), rows: answer.rows.map((row) => realizationJson(row, answer.mix)), reasons: reasonsJson(answer, session.view.language) })}\n`
        : printRealization(session.view, answer),
    );
    return DONE;
  });

  const gap = measured(program.command('gap').description(text('command.gap')))
    .addOption(option('--node <code>', 'option.node'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--project <code>', 'option.project'))
    .addOption(option('--since <then>', 'option.since'));
  inSession(gap, async (session, input) => {
    const [{ gapAnswerJson, headJson, reasonsJson }, { printGap }] = await Promise.all([
      import('../rows.js'),
      import('../print/gap.js'),
    ]);
    const { language, config } = session.view;
    const project = textOf(input, 'project');
    const since = textOf(input, 'since');
    const answer = await session.pipeline.gap({
      ...queryOf(session, input),
      ...(project === undefined ? {} : { project }),
      ...(since === undefined ? {} : { since: sinceOf(session, since) }),
    });
    session.print(
      isSet(input, 'json')
        ? `${toJson({ ...headJson(answer), rows: gapAnswerJson(answer, language, config.calendar), reasons: reasonsJson(answer, language) })}\n`
        : printGap(session.view, answer),
    );
    return DONE;
  });

  const facts = program
    .command('facts')
    .description(text('command.facts'))
    .addOption(option('--period <period>', 'option.period'))
    .addOption(option('--code <code>', 'option.code'))
    .addOption(option('--department <code>', 'option.department'))
    .addOption(option('--as-of <instant>', 'option.asOf'))
    .addOption(option('--json', 'option.json'));
  inSession(facts, async (session, input) => {
    const [{ factJson, headJson }, { factTable }] = await Promise.all([
      import('../rows.js'),
      import('../print/facts.js'),
    ]);
    const { period, code, department, asOf } = { ...queryOf(session, input), code: textOf(input, 'code') };
    const answer = await session.pipeline.facts({
      ...(period === undefined ? {} : { period }),
      ...(code === undefined ? {} : { code }),
      ...(department === undefined ? {} : { department }),
      ...(asOf === undefined ? {} : { asOf }),
    });
    const head = headJson({ ...(answer.period === null ? {} : { period: answer.period }), asOf: asOf ?? null });
    session.print(
      isSet(input, 'json')
        ? `${toJson({ ...head, rows: answer.facts.map(factJson) })}\n`
        : `${factTable(session.view, answer.facts)}\n`,
    );
    return DONE;
  });

  addExplain(
    registry,
    measured(
      program.command('explain').description(text('command.explain')).addArgument(argument('<code>', 'argument.code')),
    ),
  );
}

function addExplain({ option, inSession }: Registry, command: Command): void {
  inSession(
    command.addOption(option('--measure <measure>', 'option.measure', ['physical', 'budget', 'gap'])),
    async (session, input) => {
      const [{ headJson, reasonsJson }, { explanationJson }, { EXPLAINED_MEASURES, printExplanation }] =
        await Promise.all([import('../rows.js'), import('../explanation-rows.js'), import('../print/explain.js')]);
      const measure = EXPLAINED_MEASURES.find((name) => name === textOf(input, 'measure')) ?? 'gap';
      const explanation = await session.pipeline.explain(argumentOf(input, 0), { ...queryOf(session, input), measure });
      session.print(
        isSet(input, 'json')
          ? `${toJson({ ...headJson(explanation), rows: [explanationJson(explanation, measure)], reasons: reasonsJson(explanation, session.view.language) })}\n`
          : printExplanation(session.view, explanation, measure),
      );
      return DONE;
    },
  );
}

/** Then as typed: a short number is an edition, what begins with a whole date an instant, all else a period. */
function sinceOf(session: Session, typed: string): NonNullable<GapQuery['since']> {
  const text = foldDigits(typed.trim());
  if (/^\d{1,4}$/.test(text)) return { edition: Number(text) };
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? { instant: session.instant(text) } : { period: session.period(typed) };
}

/** The options of a figure command as a question; what was not typed stays open, for the configuration to decide. */
export function queryOf(session: Session, input: Input): FigureQuery {
  const chosen = <T extends string>(name: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === textOf(input, name));
  const period = textOf(input, 'period');
  const asOf = textOf(input, 'asOf');
  const query: { [Key in keyof FigureQuery]-?: FigureQuery[Key] | undefined } = {
    period: period === undefined ? undefined : session.period(period),
    plan: textOf(input, 'plan'),
    scope: chosen('scope', CHOICES.scope),
    basis: chosen('basis', CHOICES.basis),
    spending: chosen('spending', CHOICES.spending),
    budget: chosen('budget', CHOICES.budget),
    denominator: chosen('denominator', CHOICES.denominator),
    by: chosen('by', CHOICES.by),
    level: textOf(input, 'level'),
    node: textOf(input, 'node'),
    department: textOf(input, 'department'),
    asOf: asOf === undefined ? undefined : session.instant(asOf),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as FigureQuery;
}
