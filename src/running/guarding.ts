import { isEmulator } from '../aws/endpoint.ts';
import { partitionOf } from '../aws/partitions.ts';
import type { GuardContext, HostRule } from '../catalogue/guard.ts';
import type { Settings } from '../config/settings.ts';
import { isLoopbackHost } from '../model/addresses.ts';
import { hostRule } from '../net/host-rules.ts';
import { kindOf } from '../registries/table.ts';
import type { CommandContext } from './context.ts';

/**
 * Whether every registry that is configured runs on this machine or is files alone, or none is: nothing real can be reached
 * through it.
 */
export const hasLocalRegistry = ({ registries }: Pick<Settings, 'registries'>): boolean =>
  registries.every(
    (one) => !kindOf(one).answers || one.url === undefined || isLoopbackHost(URL.parse(one.url)?.hostname ?? ''),
  );

/** Which hosts registrations may name. */
export const hostsOf = (settings: Settings): HostRule =>
  hostRule({
    privateHosts: settings.privateHosts,
    httpHosts: settings.httpHosts,
    loopback: hasLocalRegistry(settings),
  });

/** What the guard must know about the world: partitions, the configuration's accounts, and whether AWS is an emulator. */
export const guardContext = (settings: Settings, environment: CommandContext['environment']): GuardContext => ({
  dnsSuffix: (region) => partitionOf(region).dnsSuffix,
  hosts: hostsOf(settings),
  domains: settings.aws.domains,
  ...(settings.aws.accounts.type === 'list' && settings.aws.accounts.thisRun !== true
    ? { accounts: new Set(settings.aws.accounts.accounts) }
    : {}),
  ...(isEmulator(environment) ? { emulator: true } : {}),
});
