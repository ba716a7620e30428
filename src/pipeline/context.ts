import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TemplateSettings } from '../check/submission/check.js';
import type { Config } from '../config/config.js';
import type { Calendar, Period } from '../domain/calendar.js';
import type { PlanPackage, PlanVersion } from '../domain/plan.js';
import { closeFence } from '../read/fence/fence.js';
import { openStore, type Store } from '../store/open.js';
import { StoreError } from '../store/store-error.js';
import { archivePath } from './archive.js';
import { noPlan } from './errors.js';
import { openSafely } from './inbox.js';
import { loadTemplates } from './templates.js';
import { newestBackup, tracesIn } from './traces.js';
import type { Workspace } from './workspace.js';
import type { World } from './world.js';

/** A plan version with its package. */
export interface PlanInForce {
  version: PlanVersion;
  package: PlanPackage;
}

/** What every part of the pipeline works with. The store is opened at its first use. */
export interface Context {
  workspace: Workspace;
  world: World;
  config: Config;
  calendar: Calendar;
  store(): Store;
  /** False in a workspace without a database: nothing was imported yet. Throws StoreError where a database was lost. */
  hasStore(): boolean;
  /** Makes the database of a new workspace where there is none: only an import of a plan may, and never in place of a lost one. */
  createStore(): void;
  /** The plan in force at a period, as known at an instant (null = now); null = none. Packages are kept while in use. */
  planAt(period: Period, asOf?: string | null): PlanInForce | null;
  /** The workspace's own synonyms and saved layouts, read once. */
  templates(): TemplateSettings;
  archivePath(sha256: string): string;
  /** When we knew: now, but never before what we knew already; in the sample the instant of receipt that it states. */
  recordedAt(receivedAt: string): string;
  /** Bytes and hash of a file that a person named; links and devices are refused. */
  readStranger(path: string | Buffer): Promise<{ bytes: Uint8Array; sha256: string }>;
  close(): void;
}

export function createContext(workspace: Workspace, world: World, config: Config, isSample: () => boolean): Context {
  const { calendar } = config;
  let store: Store | null = null;
  /** Which file was opened: another one may take its name. */
  let opened = '';
  let lastRecorded: string | null = null;
  let templates: TemplateSettings | null = null;
  const packages = new Map<number, PlanPackage>();
  const hasStore = (): boolean => {
    if (store || existsSync(workspace.database)) return true;
    refuseVanished(workspace);
    return false;
  };
  const open = (create: boolean): Store => {
    if (store && identityOf(workspace.database) !== opened) {
      world.log('warning', `${workspace.database} is another file than the one that was opened; it is opened anew`);
      store.close();
      store = null;
      lastRecorded = null;
      packages.clear();
    }
    if (!hasStore() && !create) throw noPlan();
    if (store) return store;
    store = openStore(workspace.database, { create, calendar, now: () => world.now().toISOString() });
    opened = identityOf(workspace.database);
    return store;
  };
  const openOnce = (): Store => open(false);
  return {
    workspace,
    world,
    config,
    calendar,
    store: openOnce,
    hasStore,
    createStore() {
      mkdirSync(dirname(workspace.database), { recursive: true });
      open(true);
    },
    planAt: planReader(openOnce, packages),
    templates() {
      templates ??= loadTemplates(workspace);
      return templates;
    },
    archivePath: (sha256) => archivePath(workspace, sha256),
    recordedAt(receivedAt) {
      if (isSample()) return receivedAt;
      const now = world.now().toISOString();
      // A clock that was set back must not make the newer file the older one.
      lastRecorded ??= openOnce().facts.newest()?.recordedAt ?? now;
      if (lastRecorded < now) lastRecorded = now;
      return lastRecorded;
    },
    async readStranger(path) {
      const handle = await openSafely(path);
      try {
        const bytes = await handle.readFile();
        return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      } finally {
        await handle.close();
      }
    },
    close() {
      void closeFence();
      store?.close();
      store = null;
    },
  };
}

/** Which plan is in force, with each package read once. */
export function planReader(store: () => Store, packages = new Map<number, PlanPackage>()): Context['planAt'] {
  return (period, asOf = null) => {
    const version = store().plans.versionAt(period, asOf);
    if (!version) return null;
    const kept = packages.get(version.id) ?? store().plans.loadPackage(version.id);
    packages.set(version.id, kept);
    return { version, package: kept };
  };
}

/** Archive, backups and reports come from a database: without it they are the remains of a loss, not a new workspace. */
function refuseVanished(workspace: Workspace): void {
  if (tracesIn(workspace).every((trace) => trace === 'inbox')) return;
  throw new StoreError('STORE_VANISHED', workspace.database, newestBackup(workspace) ?? '—');
}

/** Asks for the file's record only: opening the database beside SQLite would drop its locks. */
function identityOf(database: string): string {
  const stats = statSync(database, { throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : 'gone';
}
