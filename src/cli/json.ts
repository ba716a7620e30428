/**
 * JSON with amounts exact: a bigint is printed as a bare integer, however large, where `JSON.stringify` would throw.
 * NaN and infinities are our own faults and never reach here; `undefined` members are left out.
 */
export function toJson(value: unknown, indent = ''): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => inner + toJson(item, inner)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  return `{\n${members.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${toJson(member, inner)}`).join(',\n')}\n${indent}}`;
}
