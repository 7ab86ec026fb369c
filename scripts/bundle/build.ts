import { type OutputAsset, type OutputChunk, type RolldownOptions, rolldown } from 'rolldown';
import { bundleOptions } from './options.ts';
import { type BundledPackage, bundledPackages } from './packages.ts';

/** A bundle that was built in memory: its files by name, and the packages with a module in it. */
export interface Built {
  readonly files: ReadonlyMap<string, OutputChunk | OutputAsset>;
  readonly packages: readonly BundledPackage[];
}

/** Builds the project at `root` and writes nothing. `more` is added to how modules are found. */
export const buildInMemory = async (root: string, more: RolldownOptions['resolve'] = {}): Promise<Built> => {
  const { output: options, ...input } = bundleOptions(root);
  const bundle = await rolldown({ ...input, resolve: { ...input.resolve, ...more } });
  const { output } = await bundle.generate(options);
  await bundle.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  return {
    files: new Map(output.map((file) => [file.fileName, file])),
    packages: bundledPackages(root, modules),
  };
};
