// `npm start`: install what is missing, build what changed, run the month.
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { node, ROOT, run } from './process.mjs';

ensure();
build();
process.exit(
  run(node(join(ROOT, 'dist', 'src', 'cli', 'main.js'), 'start', ...process.argv.slice(2)), { stdout: 'inherit' }),
);
