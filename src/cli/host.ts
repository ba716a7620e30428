import type { Config, Language } from '../config/config.js';
import type { Pipeline } from '../pipeline/types.js';

/** The process around a command: tests put strings and a fake pipeline in its place. */
export interface Host {
  /** What was typed after `payesh`. */
  words: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  currentFolder: string;
  version: string;
  out(text: string): void;
  err(text: string): void;
  /** A person looks at it: stdout for the isolation of left-to-right text, stderr for progress. */
  outIsTerminal: boolean;
  errIsTerminal: boolean;
  now(): Date;
  /** `language` is the one that was asked for; what others read keeps the configuration's own. */
  openPipeline(directory: string, config: Config, language: Language): Promise<Pipeline>;
  /** Runs the scheduler until a signal asks to stop. */
  serve(pipeline: Pipeline, config: Config): Promise<ExitCode>;
}

export type ExitCode = 0 | 1 | 2 | 3;
export const DONE: ExitCode = 0;
export const FAILED: ExitCode = 1;
export const WRONG_USAGE: ExitCode = 2;
export const DONE_WITH_ERRORS: ExitCode = 3;
