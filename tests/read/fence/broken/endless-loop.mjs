process.stdin.once('data', () => {
  for (;;);
});
