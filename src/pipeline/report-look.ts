import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PayeshError } from '../domain/error.js';
import type { ReportLook } from '../domain/month.js';
import { type PictureFile, pictureOf } from '../domain/picture.js';
import type { Context } from './context.js';

const MOST_KILOBYTES = 500;
const MOST_PIXELS = 4000;

/** The look from the configuration, with the logo's bytes. A logo that cannot be used stops the report: silence would hide it. */
export function reportLook({ config, workspace }: Context): ReportLook {
  const { font, digits, logo, signatures } = config.report;
  return { font, digits, signatures, logo: logo === null ? null : logoAt(resolve(workspace.root, logo), logo) };
}

function logoAt(path: string, named: string): PictureFile {
  const bytes = regularFile(path);
  if (!bytes) throw badLogo(named, 'خوانده نشد یا پروندهٔ معمولی نیست', 'cannot be read, or is no regular file');
  if (bytes.length > MOST_KILOBYTES * 1024) {
    throw badLogo(named, `از ${MOST_KILOBYTES} کیلوبایت بزرگ‌تر است`, `is larger than ${MOST_KILOBYTES} kilobytes`);
  }
  const picture = pictureOf(bytes);
  if (!picture) throw badLogo(named, 'png یا jpeg نیست', 'is neither png nor jpeg');
  if (Math.max(picture.width, picture.height) > MOST_PIXELS) {
    throw badLogo(
      named,
      `بیش از ${MOST_PIXELS} نقطه پهنا یا بلندا دارد`,
      `is more than ${MOST_PIXELS} pixels wide or high`,
    );
  }
  return picture;
}

/** Bytes of a file, one more than allowed at most; null = none, a link or a device. */
function regularFile(path: string): Uint8Array | null {
  let handle: number | null = null;
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(handle);
    if (!stats.isFile()) return null;
    if (stats.size > MOST_KILOBYTES * 1024) return new Uint8Array(MOST_KILOBYTES * 1024 + 1);
    return new Uint8Array(readFileSync(handle));
  } catch {
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function badLogo(path: string, fa: string, en: string): PayeshError {
  return new PayeshError(
    'REPORT_LOGO',
    {
      fa: `نشان سازمان «${path}» ${fa}.`,
      en: `The logo “${path}” ${en}.`,
      remedyFa: `در پیکربندی report.logo را به پروندهٔ png یا jpeg کوچک‌تر از ${MOST_KILOBYTES} کیلوبایت در فضای کار بدهید، یا null بگذارید.`,
      remedyEn: `Give report.logo in the configuration a png or jpeg file below ${MOST_KILOBYTES} kilobytes in the workspace, or null.`,
    },
    2,
  );
}
