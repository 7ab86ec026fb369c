/** From the modules of a build to the npm packages that they come from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that has at least one module in the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says: an SPDX expression. */
  readonly licence: string;
  /** Path from the root, as the lock file names it: `node_modules/a/node_modules/b`. */
  readonly path: string;
  /** Texts of its licence and notice files, in the order of their names. */
  readonly notices: readonly string[];
}

const IN_PACKAGE = /^(?<path>(?:.*\/)?node_modules\/(?<name>@[^/]+\/[^/]+|[^@/][^/]*))\//;

/** The innermost package that a module of the project at `root` lies in; undefined for ours and those that the bundler makes. */
export const packageOf = (
  root: string,
  moduleId: string,
): { readonly name: string; readonly path: string } | undefined => {
  if (!moduleId.startsWith(`${root}/`)) return undefined;
  const { path, name } = IN_PACKAGE.exec(moduleId.slice(root.length + 1))?.groups ?? {};
  return path === undefined || name === undefined ? undefined : { name, path };
};

const NOTICE = /^(?:licen[cs]e|notice|copying|copyright)(?:[.-].*)?$/i;

const text = (value: unknown, what: string): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`${what}: expected a text, met ${JSON.stringify(value)}`);
};

/** Reads what the package at `path` below `root` says of itself. Throws when it tells no name, version or licence. */
const readPackage = (root: string, path: string): BundledPackage => {
  const folder = join(root, path);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return {
    name: text(name, `name in ${path}/package.json`),
    version: text(version, `version in ${path}/package.json`),
    licence: text(license, `license in ${path}/package.json`),
    path,
    notices: readdirSync(folder)
      .filter((file) => NOTICE.test(file) && !/\.(?:js|ts|json)$/.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()),
  };
};

/** The packages of a build's modules, by name and version. */
export const bundledPackages = (root: string, moduleIds: Iterable<string>): readonly BundledPackage[] => {
  const paths = new Set([...moduleIds].flatMap((id) => packageOf(root, id)?.path ?? []));
  const key = ({ name, version, path }: BundledPackage): string => `${name}\0${version}\0${path}`;
  return [...paths].map((path) => readPackage(root, path)).sort((one, other) => (key(one) < key(other) ? -1 : 1));
};
