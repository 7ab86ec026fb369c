import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

/** The map of the rooms as CONTRIBUTING.md shows it to people: which may import which. */
interface Room {
  readonly name: string;
  /** Folders and files below src/. */
  readonly places: readonly string[];
  readonly allowed: readonly string[];
}

const ROOT = resolve(import.meta.dirname, '..');
const DOORS = ['main.ts', 'cli.ts'];
/** What no room may import: it is not part of the product. */
const OUTSIDE = ['sandbox', 'test', 'scripts'];

const readMap = (): readonly Room[] => {
  const rooms: Room[] = [];
  for (const line of readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split('\n')) {
    const [, places = '', , imports = ''] =
      line.split(' | ').length === 3 ? ['', ...line.split(/^\| | \| | \|$/).slice(1)] : [];
    const found = [...places.matchAll(/`src\/([a-z.-]+)\/?`/g)].map((match) => match[1] ?? '');
    const [name] = found;
    if (name === undefined) continue;
    const listed = imports.split(', ').filter((room) => room !== 'nothing');
    rooms.push({
      name,
      places: found,
      allowed: listed.includes('all above') ? rooms.map((room) => room.name) : listed,
    });
  }
  return rooms;
};

const ROOMS = readMap();

/** Files of one room, at its top and in a folder of its own. */
const filesOf = (place: string): readonly string[] =>
  place.endsWith('.ts') ? [`src/${place}`] : [`src/${place}/one.ts`, `src/${place}/deeper/one.ts`];

const importedFile = (place: string): string => (place.endsWith('.ts') ? `src/${place}` : `src/${place}/other.ts`);

/** Every way in which one module names another. */
const FORMS: readonly ((path: string) => string)[] = [
  (path) => `import { value } from '${path}';`,
  (path) => `import type { Type } from '${path}';`,
  (path) => `export * from '${path}';`,
  (path) => `const load = () => import('${path}');`,
];

const relative = (from: string, to: string): string => {
  const up = dirname(from).split('/').length;
  return `${'../'.repeat(up)}${to}`;
};

interface Finding {
  readonly message: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

/** What the lint says of files that import each a list of others, in every form: the refused ones by file. */
const refusals = (imports: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  try {
    const biome = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...biome, vcs: { enabled: false } }));
    const lines = new Map<string, readonly string[]>();
    for (const [file, targets] of Object.entries(imports)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      const texts = targets.flatMap((target) => FORMS.map((form) => form(relative(file, target))));
      writeFileSync(join(folder, file), `${texts.join('\n')}\n`);
      lines.set(
        file,
        targets.flatMap((target) => FORMS.map(() => target)),
      );
    }
    const words = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(join(ROOT, 'node_modules/.bin/biome'), words, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const found: { readonly diagnostics: readonly Finding[] } = JSON.parse(stdout);
    const byFile = new Map<string, string[]>();
    for (const { message, location } of found.diagnostics) {
      const target = lines.get(location.path)?.[location.start.line - 1] ?? `line ${location.start.line}`;
      byFile.set(location.path, [...(byFile.get(location.path) ?? []), `${target}: ${message}`]);
    }
    return byFile;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Paths that a room may import, and those that it may not. */
const choicesOf = (room: Room): { readonly allowed: string[]; readonly refused: string[] } => {
  const others = ROOMS.filter((other) => other.name !== room.name);
  const mayImport = (other: Room): boolean => room.allowed.includes(other.name);
  const paths = (chosen: readonly Room[]) => chosen.flatMap(({ places }) => places.map(importedFile));
  return {
    allowed: paths(others.filter(mayImport)),
    refused: [...paths(others.filter((other) => !mayImport(other))), ...OUTSIDE.map((place) => `${place}/other.ts`)],
  };
};

const asked = ROOMS.map((room) => ({ room, ...choicesOf(room) }));
let refused: ReturnType<typeof refusals> = new Map();

beforeAll(() => {
  const imports: Record<string, readonly string[]> = {
    'sandbox/one.ts': ROOMS.flatMap((room) => room.places.map(importedFile)),
  };
  for (const { room, ...targets } of asked) {
    for (const file of room.places.flatMap(filesOf)) imports[file] = [...targets.allowed, ...targets.refused];
  }
  imports['src/commands/kinds.ts'] = [
    'src/registries/one/kind.ts',
    'src/registries/table.ts',
    'src/registries/kind.ts',
  ];
  refused = refusals(imports);
});

test('the map has every folder of src', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(new Set(ROOMS.flatMap(({ places }) => places).filter((place) => !place.endsWith('.ts')))).toEqual(
    new Set(folders),
  );
  expect(ROOMS.flatMap(({ places }) => places)).toEqual(expect.arrayContaining(DOORS));
});

test.each(asked)('$room.name: an import against the map fails the lint, one with it passes', (question) => {
  for (const file of question.room.places.flatMap(filesOf)) {
    const findings = refused.get(file) ?? [];
    const targets = findings.map((finding) => finding.slice(0, finding.indexOf(': ')));
    expect({ file, targets: [...new Set(targets)].sort() }).toEqual({ file, targets: question.refused.toSorted() });
    expect(findings).toHaveLength(question.refused.length * FORMS.length);
  }
});

test('the refusal names the room and what it may import', () => {
  expect(refused.get('src/net/one.ts')).toContain(
    'src/aws/other.ts: The room net may import model (see the map in CONTRIBUTING.md).',
  );
});

test('commands reach a kind of registry through the table alone', () => {
  expect(new Set(refused.get('src/commands/kinds.ts'))).toEqual(
    new Set(['src/registries/one/kind.ts: Commands reach a kind of registry through registries/table.ts.']),
  );
});

test('the sandbox may import nothing of src', () => {
  const targets = ROOMS.flatMap(({ places }) => places.map(importedFile));
  expect(refused.get('sandbox/one.ts')).toHaveLength(targets.length * FORMS.length);
});
