import type { Argument, Command, Option } from 'commander';
import type { Language } from '../../config/config.js';
import type { ExitCode, Host } from '../host.js';
import type { Session } from '../session.js';
import type { TextKey } from '../texts.js';

/** What commander hands to an action, as plain data. Option values are texts; flags are true. */
export interface Input {
  arguments: (string | string[] | undefined)[];
  options: Record<string, string | boolean | undefined>;
}

/** How command files add their commands, without knowing how sessions open and exit codes travel. */
export interface Registry {
  program: Command;
  host: Host;
  language: Language;
  workspace: string;
  text(key: TextKey): string;
  option(flags: string, key: TextKey, choices?: readonly string[]): Option;
  argument(name: string, key: TextKey): Argument;
  /** The action of a command that works in a workspace. */
  inSession(command: Command, action: (session: Session, input: Input) => Promise<ExitCode>): void;
  /** The action of a command that needs none. */
  alone(command: Command, action: (input: Input) => Promise<ExitCode>): void;
}

/** The text of an option that may be absent. */
export function textOf({ options }: Input, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function isSet({ options }: Input, name: string): boolean {
  return options[name] === true;
}

/** A required argument: commander has already refused the command without it. */
export function argumentOf({ arguments: given }: Input, index: number): string {
  const value = given[index];
  return typeof value === 'string' ? value : '';
}
