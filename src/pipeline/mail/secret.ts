import { readFile } from 'node:fs/promises';
import type { MailSettings } from '../../config/config.js';
import { PayeshError } from '../../domain/error.js';

/** The password from the environment or from its file, without the line end; null = the server asks for none. */
export async function passwordOf({ user, passwordEnv, passwordFile }: MailSettings): Promise<string | null> {
  if (user === null) return null;
  if (passwordEnv !== null) {
    const value = process.env[passwordEnv];
    if (value) return value;
    throw noSecret(passwordEnv);
  }
  if (passwordFile === null) return null;
  return (await fileText(passwordFile)).replace(/\r?\n$/, '');
}

export async function authorityOf({ caFile }: MailSettings): Promise<string | null> {
  return caFile === null ? null : fileText(caFile);
}

async function fileText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw noSecret(path, error.code);
  });
}

const noSecret = (place: string, reason = '') =>
  new PayeshError(
    'MAIL_SECRET',
    {
      fa: `گذرواژه یا گواهی کارساز رایانامه در «${place}» نیست یا خوانده نمی‌شود ${reason}`.trim(),
      en: `The password or certificate of the mail server is not in ${place}, or cannot be read ${reason}`.trim(),
      remedyFa:
        'متغیر محیطی یا پرونده‌ای را که mail.password_env، mail.password_file یا mail.ca_file نام می‌برد بگذارید.',
      remedyEn: 'Set the variable or the file that mail.password_env, mail.password_file or mail.ca_file names.',
    },
    2,
  );
