import { seeded } from './seeded.js';

/** The longest run of bytes that one hurt moves, drops or repeats. */
const RUN = 96;

/** A copy of a file, hurt in one of the ways in which disks, lines and programs hurt files. Not every copy differs. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const copy = Uint8Array.from(bytes);
  const way = below(8);
  const at = below(bytes.length);
  const end = Math.min(bytes.length, at + 1 + below(RUN));
  const run = copy.slice(at, end);
  switch (way) {
    case 0:
      return copy.slice(0, at);
    case 1:
      return joined(copy.slice(0, at), copy.slice(end));
    case 2:
      return joined(copy.slice(0, end), run, copy.slice(end));
    case 3:
      return copy.fill(0, at);
    case 4:
      return copy.fill(0, at, end);
    case 5: {
      // A block that lands elsewhere, as a wrong sector does.
      copy.set(run, below(bytes.length - run.length + 1));
      return copy;
    }
    case 6: {
      for (let count = 0; count < 6; count += 1) copy[below(copy.length)] = below(256);
      return copy;
    }
    default: {
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
      return copy;
    }
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
