import type { Outbound } from '../model/generated/entry.ts';
import type { Impact, ImpactRegistration, ImpactRole, ImpactTarget } from '../model/impact.ts';
import { type Line, renderText, type TextOptions } from './text.ts';

const outboundText = ({ type, provider, scopes }: Outbound): string =>
  [
    type,
    ...(provider === undefined ? [] : [`by ${provider}`]),
    ...(scopes === undefined || scopes.length === 0 ? [] : [`with scopes ${scopes.join(' ')}`]),
  ].join(' ');

const targetLines = ({ name, entry, url, outbound, runtime }: ImpactTarget): readonly Line[] => [
  [`  target ${name}`, { text: `  ${entry?.file ?? 'no entry: nothing more is known of it'}`, style: 'dim' }],
  ...(url === undefined ? [] : [[`    calls ${url}`]]),
  ...(runtime === undefined
    ? []
    : [[`    runtime ${runtime.path}`, { text: `  ${runtime.file}`, style: 'dim' as const }]]),
  ...outbound.map((one): Line => [`    authorized as ${outboundText(one)}`]),
];

const registrationLine = ({ path, registries, visibility, groups }: ImpactRegistration): Line => [
  `  registered at ${path} in ${registries.length === 0 ? 'no registry' : registries.join(', ')}, ${visibility}`,
  groups.length === 0 ? '' : ` for ${groups.join(', ')}`,
];

const roleLine = ({ of, arn, file, call }: ImpactRole): Line =>
  arn === undefined
    ? [
        `  role of ${of.path} is not known`,
        { text: `  no file says it: ${call ?? 'AWS'} would (roleArn)`, style: 'dim' },
      ]
    : [`  role of ${of.path} ${arn}`, { text: `  ${file ?? ''}`, style: 'dim' }];

/** Each entry with where it is registered, and what it leads to or is led to by. */
export const impactText = (impacts: readonly Impact[], { colour }: TextOptions): string =>
  renderText(
    impacts.flatMap(({ entry, registrations, gateways, targets, roles }, at): Line[] => [
      ...(at === 0 ? [] : [[]]),
      [{ text: entry.path, style: 'bold' }, `  ${entry.kind}`, { text: `  ${entry.file}`, style: 'dim' }],
      ...(registrations.length === 0 ? [['  not registered']] : registrations.map(registrationLine)),
      ...gateways.map((one): Line => [`  behind gateway ${one.path}`, { text: `  ${one.file}`, style: 'dim' }]),
      ...targets.flatMap(targetLines),
      ...roles.map(roleLine),
    ]),
    colour,
  );
