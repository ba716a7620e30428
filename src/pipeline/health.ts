import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { durable } from '../domain/durable.js';
import type { ServiceState } from './types.js';
import type { Workspace } from './workspace.js';

/** What the service said of itself last; null = there was none, or its word cannot be read. */
export function readHealth({ health }: Pick<Workspace, 'health'>): ServiceState | null {
  try {
    const value: unknown = JSON.parse(readFileSync(health, 'utf8'));
    return isState(value) ? value : null;
  } catch {
    return null;
  }
}

/** Replaces the file as a whole: whoever watches it finds the old word or the new one. */
export function writeHealth({ health }: Pick<Workspace, 'health'>, state: ServiceState): void {
  replaceFile(health, `${JSON.stringify(state, null, 2)}\n`);
  durable('health told');
}

/** The figures for the collector of the house's monitoring; it reads whole files only. */
export function writeMetrics({ metrics }: Pick<Workspace, 'metrics'>, text: string): void {
  mkdirSync(dirname(metrics), { recursive: true });
  replaceFile(metrics, text);
}

function replaceFile(path: string, text: string): void {
  const next = `${path}.next`;
  const file = openSync(next, 'w', 0o644);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
}

function isState(value: unknown): value is ServiceState {
  if (typeof value !== 'object' || value === null) return false;
  const { state, startedAt, at, jobs, problems } = value as Record<string, unknown>;
  const words = [state, startedAt, at].every((word) => typeof word === 'string');
  return words && typeof jobs === 'object' && jobs !== null && Array.isArray(problems);
}
