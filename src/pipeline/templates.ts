import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplates, type TemplateSettings } from '../check/submission/check.js';
import { renderFinding } from '../domain/catalogue/render.js';
import { PayeshError } from '../domain/error.js';
import type { Workspace } from './workspace.js';

/** The workspace's own dictionary: synonyms and saved layouts in `data/templates/*.json`. A fault stops like a wrong configuration. */
export function loadTemplates({ root }: Workspace): TemplateSettings {
  const folder = join(root, 'data', 'templates');
  const files = namesIn(folder).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const { settings, findings } = readTemplates(files);
  if (findings.length === 0) return settings;
  const inWords = (language: 'fa' | 'en') =>
    findings
      .map((finding) => {
        const { message, remedy } = renderFinding(finding, language);
        return `${finding.place.file ?? ''}: ${message} ${remedy}`;
      })
      .join('\n');
  const text = {
    fa: inWords('fa'),
    en: inWords('en'),
    remedyFa: 'پوشه: data/templates',
    remedyEn: 'Folder: data/templates',
  };
  throw new PayeshError('TEMPLATES', text, 2);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
