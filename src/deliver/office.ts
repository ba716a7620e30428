import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where programs are looked for, and what they are given of the environment. */
export type Surroundings = Record<string, string | undefined>;

export type Drawn =
  | { pdf: Uint8Array }
  /** `timeout`: it was ended; `failed`: it ended without a PDF. The reason is for the log. */
  | { fault: 'timeout' | 'failed'; reason: string };

const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];

/** The first office program on the PATH, or null. Relative folders of the PATH are left out: they hold what anybody put there. */
export function officeOnPath({ PATH = '' }: Surroundings): string | null {
  const folders = PATH.split(delimiter).filter(isAbsolute);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

/** A file that this process may run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

let queue: Promise<unknown> = Promise.resolve();

/**
 * A workbook drawn as PDF by LibreOffice, one after another: each run takes a core and hundreds of megabytes. The program gets a
 * profile of its own, so that an office that somebody has open is not disturbed and its settings do not change the pages.
 */
export function drawPdf(
  program: string,
  workbook: Uint8Array,
  surroundings: Surroundings,
  seconds: number,
): Promise<Drawn> {
  const drawn = queue.then(() => draw(program, workbook, surroundings, seconds));
  queue = drawn.catch(() => undefined);
  return drawn;
}

async function draw(program: string, workbook: Uint8Array, surroundings: Surroundings, seconds: number) {
  const folder = await mkdtemp(join(tmpdir(), 'payesh-pdf-'));
  try {
    await writeFile(join(folder, 'page.xlsx'), workbook);
    const fault = await run(program, argumentsIn(folder), folder, passedOn(surroundings), seconds);
    if (fault?.fault === 'timeout') return fault;
    const pdf = await readFile(join(folder, 'page.pdf')).catch(() => null);
    if (pdf?.subarray(0, 5).toString('latin1') === '%PDF-') return { pdf: new Uint8Array(pdf) };
    return fault ?? ({ fault: 'failed', reason: 'it wrote no PDF' } as const);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

function argumentsIn(folder: string): string[] {
  return [
    '--headless',
    '--norestore',
    '--nolockcheck',
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--convert-to',
    'pdf:calc_pdf_Export',
    '--outdir',
    folder,
    join(folder, 'page.xlsx'),
  ];
}

/** Secrets stay behind: the office needs its programs, its fonts and no more. */
function passedOn(surroundings: Surroundings): Surroundings {
  const names = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'SystemRoot',
    'TEMP',
    'TMP',
    'TMPDIR',
    'XDG_DATA_HOME',
    'XDG_DATA_DIRS',
  ];
  const known = names.flatMap((name) => (surroundings[name] === undefined ? [] : [[name, surroundings[name]]]));
  return { ...Object.fromEntries(known), LANG: 'C.UTF-8' };
}

const KEPT_WORDS = 500;

function run(program: string, args: string[], cwd: string, env: Surroundings, seconds: number) {
  return new Promise<Exclude<Drawn, { pdf: Uint8Array }> | null>((resolve) => {
    // A group of its own: the program is a script that starts others, and all of them must end with it.
    const detached = process.platform !== 'win32';
    const child = spawn(program, args, {
      cwd,
      env,
      detached,
      shell: false,
      windowsHide: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const endAll = () => {
      if (child.pid === undefined) return;
      if (!detached)
        spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' }).on('error', () => {});
      else if (!ended(child.pid)) child.kill('SIGKILL');
    };
    let words = '';
    const finish = (fault: Exclude<Drawn, { pdf: Uint8Array }> | null) => {
      clearTimeout(timer);
      process.off('exit', endAll);
      resolve(fault);
    };
    const timer = setTimeout(() => {
      endAll();
      finish({ fault: 'timeout', reason: `ended after ${seconds} s` });
    }, seconds * 1000);
    process.once('exit', endAll);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(0, KEPT_WORDS);
    });
    child.on('error', ({ message }) => finish({ fault: 'failed', reason: message }));
    child.on('exit', (code, signal) => {
      endAll();
      const said = words.trim().replaceAll(/\s+/g, ' ');
      finish(code === 0 ? null : { fault: 'failed', reason: `exit ${signal ?? code}${said ? `: ${said}` : ''}` });
    });
  });
}

/** True where the whole group could be told to end, or is gone. */
function ended(group: number): boolean {
  try {
    process.kill(-group, 'SIGKILL');
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
