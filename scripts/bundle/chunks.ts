/**
 * Which module goes into which chunk, and what the chunks are called. Names come from packages and paths, never from the
 * order in which the bundler met them: a new dependency adds its own chunk and leaves the others as they are.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOptions, Plugin, PreRenderedChunk } from 'rolldown';
import { packageOf } from './packages.ts';

type Splitting = Exclude<NonNullable<OutputOptions['codeSplitting']>, boolean>;
type NameOf = Exclude<NonNullable<Splitting['groups']>[number]['name'], string>;
type Context = Parameters<NameOf>[1];

const flat = (text: string): string => text.replace(/^@/, '').replaceAll('/', '-');

/** Small parts of large packages that commands without any client need: they load them, and not all the rest. */
const APART: readonly { readonly module: RegExp; readonly part: string }[] = [
  { module: /\/@aws-sdk\/core\/.*\/partitions?\.js$/, part: 'partitions' },
  { module: /\/ajv\/dist\/runtime\/(?:equal|ucs2length)\.js$/, part: 'runtime' },
];

/** What a module of a package is told by: two versions of one package are two chunks. */
const packageChunk = (root: string, moduleId: string): string | undefined => {
  const found = packageOf(root, moduleId);
  if (found === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(join(root, found.path, 'package.json'), 'utf8'));
  const part = APART.find(({ module }) => module.test(moduleId))?.part;
  return `${flat(found.name)}-${String(version).split('.')[0]}${part === undefined ? '' : `.${part}`}`;
};

/** Every module that is loaded with `entry`, whatever the command. */
const loadedWith = (entry: string, context: Context): ReadonlySet<string> => {
  const found = new Set<string>();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
};

/**
 * One chunk for what both doors load in any case: each file more costs a start half a millisecond. What only one of them
 * loads stands in its own file. A chunk for each package for the rest. For one build: what it finds out is kept.
 */
export const splitting = (root: string, doors: readonly [string, string]): Splitting => {
  let starts: readonly ReadonlySet<string>[] | undefined;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'start and packages',
        name: (moduleId, context) => {
          starts ??= doors.map((door) => loadedWith(join(root, door), context));
          const doorsOf = starts.filter((start) => start.has(moduleId)).length;
          if (doorsOf > 0) return doorsOf === doors.length ? 'start' : null;
          return packageChunk(root, moduleId) ?? null;
        },
      },
    ],
  };
};

const ownPath = (root: string, moduleId: string): string =>
  flat(moduleId.slice(root.length + 1).replace(/^src\//, '')).replace(/\.[a-z]+$/, '');

/**
 * The file of a chunk. A group has its own name; a door into a package that is loaded later is called like the package and
 * the file in it; our own modules like the one that the others are there for.
 */
export const chunkFile =
  (root: string) =>
  (chunk: PreRenderedChunk): string => {
    const { facadeModuleId, moduleIds, name } = chunk;
    const main = facadeModuleId ?? moduleIds.at(-1);
    if (main === undefined || main.startsWith('\0')) return `chunks/${name}.js`;
    const found = packageOf(root, main);
    if (found !== undefined && facadeModuleId !== null) {
      const inside = main.slice(main.lastIndexOf(`${found.path}/`) + found.path.length + 1);
      return `chunks/${packageChunk(root, main)}.${flat(inside).replace(/\.[a-z]+$/, '')}.js`;
    }
    if (found !== undefined || (name === 'start' && facadeModuleId === null)) return `chunks/${name}.js`;
    return `chunks/${ownPath(root, main)}${moduleIds.length === 0 ? '.entry' : ''}.js`;
  };

/** A circle of static imports below `file`, as a path that ends where it begins; undefined where there is none. */
const circleFrom = (
  file: string,
  imports: ReadonlyMap<string, readonly string[]>,
  path: readonly string[] = [],
): readonly string[] | undefined => {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  for (const next of imports.get(file) ?? []) {
    const circle = circleFrom(next, imports, [...path, file]);
    if (circle !== undefined) return circle;
  }
  return undefined;
};

/** Fails a build whose chunks import each other in a circle: modules would run before what they need. */
export const refuseCircles = (): Plugin => ({
  name: 'refuse-circles',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
    for (const { fileName } of chunks) {
      const circle = circleFrom(fileName, imports);
      if (circle !== undefined) this.error(`chunks import each other in a circle: ${circle.join(' → ')}`);
    }
  },
});
