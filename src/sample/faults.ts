import type { PlanPackage } from '../domain/plan.js';
import type { Fault } from './fault.js';
import { addFileFaults } from './file-faults.js';
import type { SampleFile } from './files.js';
import { addRowFaults } from './row-faults.js';

/** The known list: everything that is wrong in the inbox on purpose. Takes clean files and gives them back with faults. */
export function addFaults(plan: PlanPackage, clean: readonly SampleFile[]): { files: SampleFile[]; faults: Fault[] } {
  const files = [...clean];
  const faults = [...addRowFaults(plan, files), ...addFileFaults(files)];
  faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  files.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.path < b.path ? -1 : 1));
  return { files, faults };
}
