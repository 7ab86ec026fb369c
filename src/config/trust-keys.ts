/**
 * What each key of the configuration is to the entries that it judges. A key that decides whom or what a run trusts counts
 * only when it came without entries; another one says why it may come along with them.
 */
export type TrustDecision =
  | {
      /** What it decides. */
      readonly alone: string;
    }
  | {
      /** Why it may come along with entries. */
      readonly freely: string;
    };

const SCOPE = 'in whose accounts AWS’s answer counts';
const ASKED = 'who asks AWS, and so whose organization and account answers';
const REGISTRY = 'where registrations, and the registry’s token with them, go';
const READERS = 'what of the entries whom is shown';
const CLIENT = 'which secret and which token an entry’s server gets';
const SAID = 'an entry says it for itself, and where an old value held instead, more people could see more';
const PROPOSED = 'only what a scan proposes, which is reviewed';
const GATEWAYS = 'what definitions of gateways may name';

/**
 * Every key, or the one that it lies below; the deepest decides. Keys are written as in docs/configuration.md: `[]` for each
 * one of a list, `<name>` for each one of a map. `registry` is `registries.<name>` by a shorter name.
 */
export const TRUST_KEYS = {
  owner: { alone: 'which registrations are ours to change and to delete' },
  'aws.accounts': { alone: SCOPE },
  'aws.organization': { alone: SCOPE },
  'aws.domains': { alone: 'which hosts are gateways' },
  'aws.role': { alone: ASKED },
  'aws.hubRole': { alone: ASKED },
  'aws.credentials': { alone: ASKED },
  'aws.confirm': { alone: ASKED },
  'aws.verify': { alone: 'whose signature servers get' },
  'aws.regions': { freely: PROPOSED },
  'aws.audience': { freely: 'AWS alone gets that token' },
  'aws.externalId': { freely: 'AWS alone gets it, and refuses a wrong one' },
  'aws.sessionSeconds': { freely: 'AWS bounds it' },
  'aws.quotas': { freely: 'a pace decides nothing' },
  confirmBy: { alone: 'whether AWS is asked at all' },
  scan: { freely: PROPOSED },
  paths: { freely: PROPOSED },
  'registries.<name>.type': { alone: REGISTRY },
  'registries.<name>.url': { alone: REGISTRY },
  'registries.<name>.insecure': { alone: REGISTRY },
  'registries.<name>.token': { alone: 'which token a registry gets' },
  'registries.<name>.entries': { alone: 'what a registry takes' },
  'registries.<name>.directory': { alone: 'what is overwritten' },
  'registries.<name>.namespace': { alone: 'whose names the servers get' },
  'registries.<name>.audience': { alone: READERS },
  'registries.<name>.expose': { alone: READERS },
  'registries.<name>.proxyVersion': { alone: 'what editors start' },
  'registries.<name>.linkThrough': { alone: 'through whom clients connect' },
  'registries.<name>.allow': { alone: 'what editors allow' },
  'registries.<name>.title': { freely: 'a heading' },
  'defaults.match': { freely: 'it goes with what its row says' },
  'defaults.visibility': { freely: SAID },
  'defaults.groups': { freely: SAID },
  'defaults.tags': { freely: SAID },
  'defaults.enabled': { freely: SAID },
  'defaults.register': { freely: SAID },
  'defaults.owners': { freely: 'CODEOWNERS decides who must approve' },
  'defaults.description': { freely: SAID },
  'defaults.license': { freely: SAID },
  'defaults.provider': { freely: SAID },
  'defaults.credential': { freely: 'a client serves only what its own settings cover' },
  'defaults.requireLock': { alone: 'whether tools are reviewed before a server is enabled' },
  'defaults.onToolChange': { alone: 'whether a server whose tools changed stays on' },
  'issuers[].issuer': { freely: 'a new one has clients that serve nothing' },
  'issuers[].discoveryUrl': { alone: 'where secrets are sent' },
  'issuers[].tokenEndpoint': { alone: 'where secrets are sent' },
  'issuers[].account': { alone: CLIENT },
  'issuers[].role': { alone: CLIENT },
  'issuers[].vendor': { alone: CLIENT },
  'issuers[].clients[].id': { freely: 'a new one serves nothing' },
  'issuers[].clients[].secret': { alone: CLIENT },
  'issuers[].clients[].for': { alone: 'which entries get its tokens' },
  'issuers[].clients[].urls': { alone: 'which servers get its tokens' },
  'issuers[].clients[].shared': { alone: 'whether several accounts get its tokens' },
  'issuers[].clients[].scope': { alone: 'what its tokens are good for' },
  'issuers[].clients[].audience': { alone: 'what its tokens are good for' },
  'issuers[].clients[].resource': { alone: 'what its tokens are good for' },
  'issuers[].clients[].method': { freely: 'the same secret goes to the same place' },
  'secrets.<name>.env': { alone: 'which secret a server gets' },
  'secrets.<name>.urls': { alone: 'which servers get it' },
  'limits.<name>': { alone: 'how much one run may change' },
  'rules.<name>': { alone: 'what is told, and what fails' },
  accepted: { alone: 'what is told, and what fails' },
  'ignore-drift': { alone: 'what others may change in the registry' },
  groups: { freely: 'it finds slips of the pen: a group that nobody is in shows an entry to nobody' },
  owners: { freely: 'CODEOWNERS decides who must approve' },
  'network.<name>': { alone: 'which hosts may be private' },
  'gateways.<name>': { alone: GATEWAYS },
} as const satisfies Readonly<Record<string, TrustDecision>>;

/** Keys that count only when they came alone. */
export const ALONE: readonly string[] = Object.entries(TRUST_KEYS).flatMap(([key, decision]) =>
  'alone' in decision ? [key] : [],
);
