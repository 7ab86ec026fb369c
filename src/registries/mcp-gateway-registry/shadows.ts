import { barePath } from '../../model/registry.ts';

/**
 * True where a server at `lower` takes traffic that goes to the one at `upper`, or would without it: the registry writes a
 * proxy's location for each server, of which the longest prefix wins. Older versions take the path as it is spelled, so
 * that `/p` also catches `/payments/`; newer ones put a slash behind it. Agents are not proxied: they have no location.
 * Only a path that begins with the other one's is ever below it; the root is above everything and counts for nothing.
 */
export const shadows = (upper: string, lower: string): boolean => {
  const [above, below] = [upper.toLowerCase(), lower.toLowerCase()];
  if (barePath(above) === barePath(below) || above === '/') return false;
  return below.startsWith(above) || below.startsWith(`${barePath(above)}/`);
};
