import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node, ROOT, run, say } from './process.mjs';

const DIST = join(ROOT, 'dist');
/** Built beside dist and then put in its place: a build that fails leaves the working one alone. */
const NEXT = join(ROOT, 'node_modules', '.cache', 'payesh-build');
const STAMP = 'build.sha256';
const SOURCE_ROOTS = ['src', 'jobs', 'reports'];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
/** What the program reads beside its code while it runs. */
const RUNTIME_DATA = /\.(sql|json|csv)$/;

/** Paths of all sources, sorted, with forward slashes. Published reports (`reports/1399-06`) are no sources. */
function sources() {
  return SOURCE_ROOTS.filter((root) => existsSync(join(ROOT, root)))
    .flatMap((root) =>
      readdirSync(join(ROOT, root), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(ROOT.length + 1)
            .replaceAll('\\', '/'),
        ),
    )
    .filter((path) => !/^src\/setup\/|^reports\/(\d|\.)/.test(path))
    .filter((path) => path.endsWith('.ts') || RUNTIME_DATA.test(path))
    .sort();
}

/** Content decides, not time: a fresh clone and a touched file build the same. */
function stampOf(paths) {
  const hash = createHash('sha256');
  for (const path of [...paths, ...SETTINGS.filter((name) => existsSync(join(ROOT, name)))]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Compiles to dist and copies run-time data beside the code; does nothing when nothing changed. */
export function build() {
  const paths = sources();
  const stamp = stampOf(paths);
  const stampFile = join(DIST, STAMP);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building / ساختن برنامه');
  rmSync(NEXT, { recursive: true, force: true });
  const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
  if (run(node(compiler, '-p', 'tsconfig.build.json', '--outDir', NEXT, '--noEmitOnError')) !== 0) {
    say('The build failed; the faults stand above. / ساختن برنامه ناتمام ماند.');
    process.exit(1);
  }
  for (const path of paths.filter((name) => RUNTIME_DATA.test(name))) {
    mkdirSync(dirname(join(NEXT, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(NEXT, path));
  }
  chmodSync(join(NEXT, 'src', 'cli', 'main.js'), 0o755);
  writeFileSync(join(NEXT, STAMP), stamp);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(NEXT, DIST);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) build();
