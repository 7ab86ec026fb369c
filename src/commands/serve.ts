import type { RegistrySettings } from '../config/registry-kinds/table.ts';
import { selectedRegistries } from '../config/registry-settings.ts';
import type { Settings } from '../config/settings.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import { kindOf } from '../registries/table.ts';
import { visible } from '../report/visible.ts';
import type { RunCommand } from '../running/context.ts';

const usage = (text: string, hint: string): SyncError => new SyncError('usage', 'missing-option', text, { hint });

/** The one registry that is meant, among those that can be served from here. */
const servedOf = (settings: Settings): RegistrySettings => {
  const [served, ...others] = selectedRegistries(settings).filter((one) => kindOf(one).serve !== undefined);
  if (served === undefined)
    throw usage(
      'serve: expected a registry of type static, met none',
      'Add one below registries in the configuration.',
    );
  if (others.length === 0) return served;
  const names = [served, ...others].map(({ name }) => visible(name)).join(', ');
  throw usage(`serve: there are several sites: ${names}`, 'Name the one that is meant with --to.');
};

/** Serves a site to this machine, for a look at it or for an editor on it, until a signal. */
export const serve: RunCommand = async ({ settings, signal, terminal }) => {
  const served = servedOf(settings);
  const print = terminal.print ?? terminal.write;
  const onListening = (url: string): void => print(`listening on ${url}\n`);
  await kindOf(served).serve?.(served, { ...settings.serve, signal, onListening });
  return { exitCode: EXIT.done, result: null, problems: [], text: '', markdown: '', outputs: {} };
};
