import { statSync } from 'node:fs';
import { type Config, type Language, loadConfig } from '../config/index.js';
import { isPeriod, type Period } from '../domain/calendar.js';
import { PayeshError } from '../domain/error.js';
import { parsePeriod } from '../domain/text/period.js';
import { badPeriod } from '../pipeline/errors.js';
import type { Pipeline } from '../pipeline/types.js';
import { tellConfigFaults } from './faults.js';
import type { ExitCode, Host } from './host.js';
import type { View } from './print/view.js';
import { say, type TextKey } from './texts.js';

/** What a command works with: an open pipeline, and how to talk to this reader. */
export interface Session {
  host: Host;
  pipeline: Pipeline;
  config: Config;
  view: View;
  /** A period as typed, in any way in which people write it; anything else is wrong usage. */
  period(text: string): Period;
  /** An instant as typed, as stored: UTC, ISO 8601. */
  instant(text: string): string;
  /** Data, to stdout. */
  print(text: string): void;
  /** A sentence for people, to stderr. */
  tell(key: TextKey, slots?: Record<string, string | number>): void;
}

/** Opens the workspace for one command and closes it again. A wrong configuration is told whole and nothing is opened. */
export async function inWorkspace(
  host: Host,
  { workspace, language }: { workspace: string; language: Language },
  command: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (!isFolder(workspace)) throw noWorkspace(workspace);
  const { config, faults } = loadConfig(workspace);
  if (faults.length > 0) return tellConfigFaults(host, language, faults);
  const pipeline = await host.openPipeline(workspace, config, language);
  try {
    return await command({
      host,
      pipeline,
      config: { ...config, language },
      view: { language, config, terminal: host.outIsTerminal },
      period: (text) => readPeriod(config, text),
      instant: readInstant,
      print: (text) => host.out(text),
      tell: (key, slots) => host.err(`${say(language, key, slots)}\n`),
    });
  } finally {
    pipeline.stop();
  }
}

/** A period in any way in which people write it (`1399-06`, «شهریور ۹۹»); anything else is wrong usage. */
function readPeriod({ calendar }: Config, text: string): Period {
  const period = isPeriod(text) ? text : parsePeriod(text, calendar);
  if (period === null) throw badPeriod(text);
  return period;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** An instant with its zone, or a bare date at midnight UTC; as stored: UTC, ISO 8601. Never a guess of the zone. */
function readInstant(text: string): string {
  const instant = INSTANT.test(text) && isDay(text.slice(0, 10)) ? new Date(text) : null;
  if (instant === null || Number.isNaN(instant.getTime())) {
    throw new PayeshError(
      'BAD_INSTANT',
      {
        fa: `«${text}» لحظه‌ای روشن نیست.`,
        en: `${text} is not a clear instant.`,
        remedyFa: 'با منطقهٔ زمانی بنویسید، مانند 2020-10-01T00:00:00Z یا 2020-10-01T03:30:00+03:30.',
        remedyEn: 'Write it with its zone, such as 2020-10-01T00:00:00Z or 2020-10-01T03:30:00+03:30.',
      },
      2,
    );
  }
  return instant.toISOString();
}

/** 30 February would silently become the first of March: a day must come back as it was typed. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const noWorkspace = (path: string) =>
  new PayeshError(
    'NO_WORKSPACE',
    {
      fa: `پوشهٔ فضای کار نیست: ${path}`,
      en: `There is no workspace folder ${path}.`,
      remedyFa: 'نشانی --workspace یا PAYESH_WORKSPACE را درست کنید، یا آن را بسازید: payesh init پوشه',
      remedyEn: 'Correct --workspace or PAYESH_WORKSPACE, or make it: payesh init FOLDER',
    },
    2,
  );
