/**
 * JSON with `//` and block comments and trailing commas → plain JSON of the same length, so that the parser's line and
 * column still point into the file as people see it. Text inside strings is never touched.
 */
export function blankComments(text: string): string {
  const token = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  const withoutComments = text
    .replace(/^\uFEFF/, ' ')
    .replace(token, (found) => (found.startsWith('"') ? found : blanks(found)));
  const commaOrString = /"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g;
  return withoutComments.replace(commaOrString, (found) => (found === ',' ? ' ' : found));
}

function blanks(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
