process.stdin.once('data', () => process.abort());
