/** Small numbers that look random and are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A copy of a file hurt in one of the ways in which files get hurt. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed);
  const at = () => Math.floor(random() * bytes.length);
  const copy = Uint8Array.from(bytes);
  switch (Math.floor(random() * 6)) {
    case 0:
      return copy.subarray(0, at());
    case 1: {
      const from = at();
      return Uint8Array.from([
        ...copy.subarray(0, from),
        ...copy.subarray(Math.min(copy.length, from + 1 + (at() % 64))),
      ]);
    }
    case 2: {
      const from = at();
      return Uint8Array.from([
        ...copy.subarray(0, from),
        ...copy.subarray(from, from + (at() % 64)),
        ...copy.subarray(from),
      ]);
    }
    case 3:
      return copy.fill(0, at());
    case 4: {
      for (let count = 0; count < 8; count += 1) copy[at()] = Math.floor(random() * 256);
      return copy;
    }
    default: {
      const place = at();
      copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(random() * 8));
      return copy;
    }
  }
}
