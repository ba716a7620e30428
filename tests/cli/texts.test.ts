import { expect, it } from 'vitest';
import { FEEDBACK_TEXTS } from '../../src/cli/feedback-texts.js';
import { FORECAST_TEXTS } from '../../src/cli/forecast-texts.js';
import { HELP_TEXTS } from '../../src/cli/help-texts.js';
import { PREVIEW_TEXTS } from '../../src/cli/preview-texts.js';
import { SYSTEM_TEXTS } from '../../src/cli/system-texts.js';
import { TEXTS } from '../../src/cli/texts.js';
import { WORD_TEXTS } from '../../src/cli/word-texts.js';

it('no two parts of the catalogue say another thing under one name', () => {
  const parts: Record<string, unknown>[] = [
    FEEDBACK_TEXTS,
    FORECAST_TEXTS,
    HELP_TEXTS,
    PREVIEW_TEXTS,
    SYSTEM_TEXTS,
    WORD_TEXTS,
  ];
  for (const part of parts) {
    for (const [key, text] of Object.entries(part)) expect(TEXTS[key as keyof typeof TEXTS], key).toBe(text);
  }
  expect(parts.reduce((sum, part) => sum + Object.keys(part).length, 0)).toBeGreaterThanOrEqual(
    Object.keys(TEXTS).length,
  );
});
