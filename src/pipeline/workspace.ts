import { join, resolve } from 'node:path';

/** The folders of one organisation, as the contract names them. All paths are absolute. */
export interface Workspace {
  root: string;
  database: string;
  /** Held by the one service; never opened but through the store. */
  lock: string;
  health: string;
  /** For the text-file collector of the house's monitoring. */
  metrics: string;
  inbox: string;
  outbox: string;
  archive: string;
  staging: string;
  quarantine: string;
  backup: string;
  reports: string;
}

export function workspaceAt(directory: string): Workspace {
  const root = resolve(directory);
  const data = (...names: string[]) => join(root, 'data', ...names);
  return {
    root,
    database: data('payesh.db'),
    lock: data('lock.db'),
    health: data('health.json'),
    metrics: data('metrics', 'payesh.prom'),
    inbox: data('inbox'),
    outbox: data('outbox'),
    archive: data('archive'),
    staging: data('archive', '.staging'),
    quarantine: data('quarantine'),
    backup: data('backup'),
    reports: join(root, 'reports'),
  };
}
