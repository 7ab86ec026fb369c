/** Draws docs/demo.svg from what the demo really prints: the first plan and apply, and the week after without its diff. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

// Built from a code point: no source text holds control characters.
const COLOURS = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]*m`, 'g');
const PICTURE = 'docs/demo.svg';

/** Commands whose output is drawn, in the order of the story; the `nth` run of each. */
const DRAWN = [
  { command: 'agentcore-sync scan', nth: 1 },
  { command: 'agentcore-sync plan', nth: 2 },
  { command: 'agentcore-sync apply --allow-deletes', nth: 1 },
  { command: 'agentcore-sync plan --exit-code', nth: 1 },
] as const;

const run = (words: readonly string[], input?: string): string =>
  execFileSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
    maxBuffer: 16 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });

/** A prompt with its output, up to the next prompt or title. */
interface Section {
  readonly command: string;
  readonly lines: readonly string[];
}

const sectionsOf = (output: string): Section[] => {
  const sections: { command: string; lines: string[] }[] = [];
  for (const line of output.split('\n')) {
    const plain = line.replaceAll(COLOURS, '');
    const isTitle = /^\S/.test(plain) && line.startsWith(`${String.fromCharCode(0x1b)}[1m`) && !plain.includes(':');
    if (plain.startsWith('$ ') || isTitle) sections.push({ command: plain.replace(/^\$ /, ''), lines: [line] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
};

const sections = sectionsOf(run(['scripts/demo.ts']));
const drawn = DRAWN.map(({ command, nth }) => {
  const found = sections.filter((section) => section.command === command)[nth - 1];
  if (found === undefined) throw new Error(`the demo ran no ${command} for the ${nth}. time`);
  return found.lines.join('\n').trimEnd();
});
writeFileSync(PICTURE, run(['scripts/terminal-picture.ts', '--title', 'npm run demo'], `${drawn.join('\n\n')}\n`));
process.stdout.write(`wrote ${PICTURE}\n`);
