import { ABOUT } from './about.js';
import type { Language } from './config.js';
import { KEYS, type KeyRule } from './keys.js';

const INTRO = {
  fa: [
    'پیکربندی پایش برای یک سازمان. هر کلید پیش‌فرضی دارد؛ آنچه را نمی‌خواهید تغییر دهید می‌توانید پاک کنید.',
    'یادداشت‌ها با // آزادند. پس از هر تغییر: payesh status',
  ],
  en: [
    'Payesh configuration of one organisation. Every key has a default; delete what you do not want to change.',
    'Comments with // are welcome. After a change: payesh status',
  ],
} as const;

const MAIL = {
  fa: 'فرستادن گزارش با رایانامه؛ گذرواژه در متغیر محیطی می‌ماند، نه در این پرونده',
  en: 'reports by e-mail; the password stays in an environment variable, never in this file',
} as const;

const MAIL_EXAMPLE = [
  '"mail": {',
  '  "host": "mail.example.ir", "port": 587, "secure": false, "user": "payesh", "password_env": "PAYESH_SMTP_PASSWORD",',
  '  "from": "payesh@example.ir", "recipients": ["manager@example.ir"]',
  '}',
];

/** The commented configuration that `payesh init` writes: every key at its default, explained where it stands. */
export function defaultConfigText(language: Language = 'fa', organisation?: string): string {
  const lines = [...INTRO[language].map((line) => `// ${line}`), '{'];
  const topKeys = [...new Set(Object.keys(KEYS).map((key) => key.split('.')[0] ?? key))];
  for (const key of topKeys) {
    const leaves = Object.entries(KEYS).filter(([path]) => path.startsWith(`${key}.`));
    const own = KEYS[key];
    if (own) {
      const value = key === 'organisation' && organisation !== undefined ? organisation : own.fallback;
      lines.push(...comment(language, key, own, '  '), `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
      continue;
    }
    lines.push(`  // ${ABOUT[key]?.[language] ?? ''}`, `  ${JSON.stringify(key)}: {`);
    leaves.forEach(([path, rule], index) => {
      const leaf = JSON.stringify(path.slice(key.length + 1));
      const comma = index < leaves.length - 1 ? ',' : '';
      lines.push(...comment(language, path, rule, '    '), `    ${leaf}: ${JSON.stringify(rule.fallback)}${comma}`);
    });
    lines.push('  },');
  }
  lines.push(`  // ${MAIL[language]}`, ...MAIL_EXAMPLE.map((line) => `  // ${line}`), '}');
  return `${lines.join('\n')}\n`;
}

function comment(language: Language, key: string, { fa, en }: KeyRule, indent: string): string[] {
  const about = ABOUT[key]?.[language] ?? '';
  return [`${indent}// ${about} — ${language === 'fa' ? fa : en}`];
}
