process.stdin.once('data', () => {
  const piece = 'x'.repeat(1_000_000);
  const more = () => process.stdout.write(piece, more);
  more();
});
