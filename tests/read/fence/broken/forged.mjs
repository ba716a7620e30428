// An answer of the right shape with a code that no reader can state.
const finding = { code: 'SUB_ALL_FINE', place: {}, params: {} };
const end = { line: 'end', format: 'csv', encoding: null, delimiter: null, residentMegabytes: 1, peakMegabytes: 1 };
process.stdin.once('data', () => process.stdout.write(`${JSON.stringify({ ...end, findings: [finding] })}\n`));
