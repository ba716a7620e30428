import { readFileSync } from 'node:fs';

/** The version in package.json, which lies two folders up in the sources and three up in the build. */
export function programVersion(): string {
  for (const up of ['../..', '../../..']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(`${up}/package.json`, import.meta.url), 'utf8'));
      if (name === 'payesh' && typeof version === 'string') return version;
    } catch {
      // Not there: look one folder higher.
    }
  }
  return '0.0.0';
}
