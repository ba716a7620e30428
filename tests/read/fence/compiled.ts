import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
/** Inside the project, so that packages are found; by process, so that two test files never share it. */
const OUT = join(ROOT, 'node_modules', '.cache', `payesh-fence-${process.pid}`);

/** Compiles the reader as it stands now (a `dist` may be old) and returns the program of the fence's child. */
export function compileChild(): string {
  for (const folder of ['src/read', 'src/domain']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const source = join(entry.parentPath, entry.name);
      const target = join(OUT, source.slice(ROOT.length + 1).replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const compilerOptions = {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
      };
      writeFileSync(
        target,
        ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions, fileName: source }).outputText,
      );
    }
  }
  cpSync(join(ROOT, 'package.json'), join(OUT, 'package.json'));
  return join(OUT, 'src', 'read', 'fence', 'child.js');
}

export function removeCompiled(): void {
  rmSync(OUT, { recursive: true, force: true });
}
