import { emptyPackage, PLAN_TABLES, type PlanPackage, type PlanTableName } from '../../domain/plan.js';
import { ownersOf } from './owners.js';
import { emptyRows, type PlanRecords, type PlanRows, packageOf, rowKey, rowsOf } from './records.js';
import { respell } from './respell.js';
import { Spelling } from './spelling.js';

/**
 * The reference data after an import. A plan that the incoming package mentions (in `plans` or as a node's plan) is
 * replaced as a whole, with its nodes, projects and every row that hangs on them; a plan that it does not mention
 * carries over. Departments are a union. Outside the mentioned plans, an incoming row replaces the row of the same
 * identity and joins otherwise. Where every earlier plan is mentioned nothing but departments carries over.
 * Codes keep the spelling under which they were first stored, because facts are stored under it.
 */
export function mergePackages(previous: PlanPackage, incoming: PlanPackage): PlanPackage {
  const spelling = new Spelling();
  spelling.learn(previous);
  spelling.learn(incoming);
  const news = respell(incoming, spelling);
  const mentioned = new Set([...news.plans.map(({ code }) => code), ...news.nodes.map(({ plan }) => plan)]);
  const merged = emptyRows();
  const kept = rowsOf(carriedOver(previous, mentioned));
  const added = rowsOf(news);
  const conflicts = foreignCodes(previous, news);
  for (const table of PLAN_TABLES) join(table, kept, added, merged, conflicts);
  return packageOf(merged);
}

/** What stays of the version before, ahead of the rows that an incoming row replaces one by one. */
function carriedOver(previous: PlanPackage, mentioned: ReadonlySet<string>): PlanPackage {
  if (previous.plans.every(({ code }) => mentioned.has(code))) {
    return { ...emptyPackage(), departments: previous.departments };
  }
  const owners = ownersOf(previous);
  const stays = (code: string) => !mentioned.has(owners.ofItem(code) ?? '');
  const anyStays = (plans: readonly string[]) => plans.length === 0 || plans.some((plan) => !mentioned.has(plan));
  return {
    plans: previous.plans,
    nodes: previous.nodes.filter(({ plan }) => !mentioned.has(plan)),
    departments: previous.departments,
    projects: previous.projects.filter(({ code }) => stays(code)),
    works: previous.works.filter(({ code }) => anyStays(owners.ofWork(code))),
    schedule: previous.schedule.filter(({ project }) => stays(project)),
    budgetChanges: previous.budgetChanges.filter(({ project }) => stays(project)),
    budgetTotals: previous.budgetTotals,
    yearShares: previous.yearShares.filter(({ node }) => stays(node)),
    indicators: previous.indicators.filter(({ code }) => anyStays(owners.ofIndicator(code))),
    targets: previous.targets.filter(({ indicator }) => anyStays(owners.ofIndicator(indicator))),
    links: previous.links.filter(({ code }) => stays(code)),
    reporters: previous.reporters.filter(({ code }) => stays(code)),
    // Where an earlier plan went is said by the later one.
    crosswalk: previous.crosswalk.filter(({ toPlan }) => !mentioned.has(toPlan)),
  };
}

/**
 * Rows of incoming projects whose code another plan of the version before already uses. They must not replace it:
 * both stay side by side, and the check reports the code as used twice.
 */
function foreignCodes(previous: PlanPackage, news: PlanPackage): ReadonlySet<string> {
  const [before, after] = [ownersOf(previous), ownersOf({ ...news, nodes: [...previous.nodes, ...news.nodes] })];
  const foreign = news.projects.filter(({ code, node }) => {
    const owner = before.ofItem(code);
    return owner !== undefined && owner !== after.ofItem(node);
  });
  return new Set(foreign.map((project) => rowKey('projects', project)));
}

function join<T extends PlanTableName>(
  table: T,
  kept: PlanRows,
  added: PlanRows,
  merged: PlanRows,
  conflicts: ReadonlySet<string>,
): void {
  const incoming = new Map<string, PlanRecords[T][]>();
  for (const record of added[table]) {
    const key = rowKey(table, record);
    const same = incoming.get(key);
    if (same) same.push(record);
    else incoming.set(key, [record]);
  }
  const placed = new Set<string>();
  for (const record of kept[table]) {
    const key = rowKey(table, record);
    const replacements = conflicts.has(key) || table === 'nodes' ? undefined : incoming.get(key);
    if (!replacements) merged[table].push(record);
    else if (!placed.has(key)) merged[table].push(...replacements);
    if (replacements) placed.add(key);
  }
  for (const record of added[table]) if (!placed.has(rowKey(table, record))) merged[table].push(record);
}
