// Buffers lie outside the heap that V8 counts.
process.stdin.once('data', () => {
  const kept = [];
  setInterval(() => kept.push(Buffer.alloc(50_000_000, 1)), 5);
});
