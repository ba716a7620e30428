import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sampleFiles } from './sample.js';

/** Remakes the shipped sample: `npm run sample`, from the repository's root; another folder may be named. */
async function main(): Promise<void> {
  const target = resolve(process.argv[2] ?? 'data/sample');
  const files = await sampleFiles();
  for (const folder of ['plan', 'inbox']) await rm(join(target, folder), { recursive: true, force: true });
  let size = 0;
  for (const [path, bytes] of files) {
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    size += bytes.length;
  }
  process.stderr.write(`${files.size} files, ${(size / 1e6).toFixed(1)} MB → ${target}\n`);
}

await main();
