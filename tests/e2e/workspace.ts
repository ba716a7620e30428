import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../src/config/index.js';
import { createPipeline } from '../../src/pipeline/index.js';
import type { Pipeline } from '../../src/pipeline/types.js';
import type { World } from '../../src/pipeline/world.js';

/** A real workspace in a temporary folder, with a clock that stands still unless a test moves it. */
export interface TestWorkspace {
  root: string;
  pipeline: Pipeline;
  clock: { now: Date };
  log: string[];
  /** Puts a file under `data/inbox/`, written long ago and after the file dropped before. */
  drop(path: string, content: string | Uint8Array): void;
  inbox(): string[];
  /** Opens the workspace anew, as the next process would. */
  reopen(): Pipeline;
  remove(): void;
}

/** Seconds of an instant before every test's clock. */
const FIRST_DROP = Date.parse('2019-01-01T00:00:00Z') / 1000;

export function testWorkspace(now = '2020-09-25T08:00:00Z', settings: object = {}): TestWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'payesh-e2e-'));
  writeFileSync(join(root, 'payesh.config.json'), JSON.stringify(settings));
  const clock = { now: new Date(now) };
  const log: string[] = [];
  let dropped = 0;
  const world: World = { now: () => clock.now, log: (level, message) => void log.push(`${level} ${message}`) };
  const open = (): Pipeline => {
    const { config, faults } = loadConfig(root);
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    return createPipeline(root, world, config);
  };
  const workspace: TestWorkspace = {
    root,
    pipeline: open(),
    clock,
    log,
    drop(path, content) {
      const target = join(root, 'data', 'inbox', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
      dropped += 1;
      utimesSync(target, FIRST_DROP + dropped, FIRST_DROP + dropped);
    },
    inbox() {
      const folder = join(root, 'data', 'inbox');
      if (!existsSync(folder)) return [];
      const names = readdirSync(folder, { recursive: true, withFileTypes: true });
      return names
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort();
    },
    reopen() {
      workspace.pipeline.stop();
      workspace.pipeline = open();
      return workspace.pipeline;
    },
    remove() {
      workspace.pipeline.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
  return workspace;
}

/** Writes a plan package as CSV files: table name → lines. */
export function planFolder(root: string, tables: Record<string, string>): string {
  const folder = join(root, 'plan');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(tables)) {
    const lines = text
      .trim()
      .split('\n')
      .map((line) => line.trim());
    writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  }
  return folder;
}

export const SMALL_PLAN = {
  plans: `plan,title,first_year,last_year
    P1,برنامه آزمایشی,1398,1399`,
  nodes: `plan,code,parent,level,title,weight
    P1,G1,,goal,هدف یکم,3
    P1,G2,,goal,هدف دوم,1
    P1,T1,G1,scheme,طرح یکم,
    P1,T2,G2,scheme,طرح دوم,`,
  departments: `code,title
    D1,واحد یکم
    D2,واحد دوم`,
  projects: `code,title,node,department,year,approved_rial
    A1,پروژه الف,T1,D1,1399,1000
    A2,پروژه ب,T2,D1,1399,2000
    B1,پروژه پ,T2,D2,1399,3000
    A0,پروژه سال پیش,T1,D1,1398,500`,
};
