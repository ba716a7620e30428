import { Buffer } from 'node:buffer';
import { readTables } from '../read.js';
import { type Line, linesOf, type Question } from './wire.js';

/*
 * The program inside the fence. It owns no file and no secret: questions come in with the bytes of a file, answers go
 * out as lines, and it ends when its parent goes away.
 */

const MB = 1024 * 1024;
const NEWLINE = 10;

// What a library prints would stand between the lines of an answer.
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => undefined;

for await (const { question, bytes } of questions()) await answer(question, bytes);

async function answer({ name, limits }: Question, bytes: Uint8Array): Promise<void> {
  try {
    const result = await readTables(bytes, name, limits);
    for (const line of linesOf(result, memory())) await send(line);
  } catch (fault) {
    await send({ line: 'fault', reason: String(fault).slice(0, 200) });
  }
}

function memory() {
  return {
    residentMegabytes: Math.ceil(process.memoryUsage.rss() / MB),
    peakMegabytes: Math.ceil(process.resourceUsage().maxRSS / 1024),
  };
}

function send(line: Line): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, (fault) => (fault ? reject(fault) : resolve()));
  });
}

async function* questions(): AsyncGenerator<{ question: Question; bytes: Uint8Array }> {
  let kept: Buffer[] = [];
  let length = 0;
  let question: Question | null = null;
  for await (const chunk of process.stdin) {
    kept.push(chunk);
    length += chunk.length;
    if (!question) {
      const all = Buffer.concat(kept);
      const end = all.indexOf(NEWLINE);
      if (end < 0) continue;
      question = JSON.parse(all.subarray(0, end).toString('utf8')) as Question;
      kept = [all.subarray(end + 1)];
      length = all.length - end - 1;
    }
    if (length < question.bytes) continue;
    // The parent asks again only after an answer, so nothing of a next question can stand behind this one.
    const bytes = Buffer.concat(kept, length);
    const asked = question;
    kept = [];
    length = 0;
    question = null;
    yield { question: asked, bytes };
  }
}
