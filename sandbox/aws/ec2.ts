/** Amazon EC2's DescribeRegions (ec2 query protocol, 2016-11-15). */
import { dnsSuffix } from './names.ts';
import { type Answer, type Call, refuse } from './wire.ts';

/** The filters of a form, name → values. */
const filtersOf = (parameters: URLSearchParams): Map<string, string[]> => {
  const filters = new Map<string, string[]>();
  for (const [key, name] of parameters) {
    const number = /^Filter\.(\d+)\.Name$/.exec(key)?.[1];
    if (number === undefined) continue;
    const values = [...parameters].filter(([other]) => other.startsWith(`Filter.${number}.Value.`));
    filters.set(
      name,
      values.map(([, value]) => value),
    );
  }
  return filters;
};

/** Answers DescribeRegions: the account's Regions with `optInStatus`, those not enabled only with AllRegions. */
export const ec2 = (call: Call, account: string): Answer => {
  if (call.name !== 'DescribeRegions') {
    return refuse(400, 'InvalidAction', `The action ${call.name} is not valid for this web service.`);
  }
  const { world, parameters } = call;
  const owner = world.accounts[account];
  const enabled = new Set([...(owner?.optedIn ?? []), ...Object.keys(owner?.regions ?? {})]);
  const statuses = filtersOf(parameters).get('opt-in-status');
  const names = [...parameters].filter(([key]) => key.startsWith('RegionName.')).map(([, value]) => value);
  const items = world.regions
    .map(({ name, optIn }) => ({
      name,
      status: optIn ? (enabled.has(name) ? 'opted-in' : 'not-opted-in') : 'opt-in-not-required',
    }))
    .filter(({ status }) => parameters.get('AllRegions') === 'true' || status !== 'not-opted-in')
    .filter(({ status }) => statuses === undefined || statuses.includes(status))
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map(
      ({ name, status }) =>
        `<item><regionName>${name}</regionName><regionEndpoint>ec2.${name}.${dnsSuffix(world.partition)}</regionEndpoint>` +
        `<optInStatus>${status}</optInStatus></item>`,
    );
  return {
    kind: 'xml',
    body:
      '<DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">' +
      `<requestId>00000000-0000-4000-8000-000000000000</requestId><regionInfo>${items.join('')}</regionInfo></DescribeRegionsResponse>`,
  };
};
