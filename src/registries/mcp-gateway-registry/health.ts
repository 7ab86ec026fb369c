import type { RegistryHealth } from '../../model/registry.ts';
import { cleaned } from '../../net/masks.ts';
import type { Connection } from './http.ts';
import { readWhole } from './pages.ts';
import { isText } from './wire.ts';

const LONGEST = 60;

/** What a list says of one record; nothing where the registry does not look, or does not know. */
const healthOf = (type: RegistryHealth['type'], raw: Readonly<Record<string, unknown>>): readonly RegistryHealth[] => {
  const { path, health_status: status } = raw;
  const checked = raw['last_checked_iso'] ?? raw['last_health_check'];
  if (!isText(path) || !isText(status) || status === 'unknown' || status === 'disabled') return [];
  return [
    {
      type,
      path,
      status: cleaned(status, LONGEST),
      ...(isText(checked) ? { checked: cleaned(checked, LONGEST) } : {}),
    },
  ];
};

/** What the registry's own checks met, as its lists say it: `healthy`, `unhealthy`, or words that begin with one of them. */
export const readHealth = async (connection: Connection, signal: AbortSignal): Promise<readonly RegistryHealth[]> => {
  const [servers, agents] = await Promise.all([
    readWhole(connection, 'server', signal),
    readWhole(connection, 'agent', signal),
  ]);
  return [
    ...[...servers.records.values()].flatMap((raw) => healthOf('server', raw)),
    ...[...agents.records.values()].flatMap((raw) => healthOf('agent', raw)),
  ];
};
