import { type Asked, type Beyond, chooseDisabled, type DisableLimit } from '../engine/choose-disabled.ts';
import { switchOff } from '../engine/disabling.ts';
import { readBelonging } from '../engine/ownership.ts';
import type { CommandContext } from '../running/context.ts';
import { markerOf, requireOwner } from '../running/registry-access.ts';
import { lockedListIn } from '../running/rendering.ts';
import type { Prepared, Shared } from './preparing.ts';

/** What came of switching registrations off, before anything was planned. */
export interface SwitchingOff {
  readonly asked: readonly Asked[];
  readonly done: readonly SwitchedOff[];
  readonly beyond?: Beyond;
}

/** What became of a registration that was switched off at once. */
export interface SwitchedOff {
  readonly path: string;
  readonly type: 'server' | 'agent';
  /** What is left to a person. */
  readonly note?: string;
}

/** Which registrations are switched off at once, why, and how many of them at most. */
export interface Disable {
  readonly asked: readonly Asked[];
  readonly most?: DisableLimit;
}

/** Switches off what of ours stands there for what was asked: before anything else is read. */
export const offAt = async (
  {
    registry,
    snapshot,
    catalogue,
    rendered,
    had,
    concurrency,
  }: Pick<Shared, 'catalogue' | 'rendered' | 'had'> &
    Pick<Prepared, 'registry' | 'snapshot'> & { readonly concurrency: number },
  { context, disabling }: { readonly context: CommandContext; readonly disabling: Disable },
): Promise<SwitchingOff> => {
  const owner = requireOwner(context.settings);
  const known = { registrations: rendered.registrations, owner, had };
  const belongs = await readBelonging(snapshot.listed, known, concurrency);
  const lockedList = lockedListIn(catalogue.tree, context.settings);
  const { most } = disabling;
  const { asked, standing, beyond } = chooseDisabled(disabling.asked, {
    listed: snapshot.listed,
    context: { marker: markerOf(owner, context.run), belongs, lockedList },
    ...(most === undefined ? {} : { most }),
  });
  const done: SwitchedOff[] = [];
  for (const listed of standing) {
    const note = await switchOff(listed, registry, snapshot);
    done.push({ path: listed.path, type: listed.type, ...(note === undefined ? {} : { note }) });
  }
  return { asked, done, ...(beyond === undefined ? {} : { beyond }) };
};

/** Nothing was to be switched off. */
export const NOTHING_OFF: SwitchingOff = { asked: [], done: [] };
