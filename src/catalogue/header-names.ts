import type { Finding } from '../document/finding.ts';
import type { EntryFile } from '../model/generated/entry.ts';

/** Of one connection only (RFC 9110, section 7.6.1), or about the message's own form: a proxy must not be told them. */
const CONNECTION =
  /^(?:host|connection|transfer-encoding|te|trailer|upgrade|keep-alive|proxy-.*|content-length|content-encoding|expect|http2-settings)$/i;
/** What proxies and servers choose the target of a request by, or believe about its sender. */
const ROUTING =
  /^(?:forwarded|via|x-forwarded(?:-.*)?|x-real-ip|x-original-.*|x-rewrite-.*|x-host|x-http-method(?:-override)?|x-method-override|true-client-ip|cf-connecting-ip)$/i;
/** The registry's own: with them it decides who calls, and where the call goes. */
const REGISTRY =
  /^(?:x-authorization|x-upstream-.*|x-user(?:name|-.*)?|x-scopes|x-groups|x-auth-method|x-server-name|x-tool-name|x-original-url|x-internal-.*)$/i;

const reasonOf = (name: string): string | undefined => {
  if (CONNECTION.test(name)) return 'belongs to one connection, and a proxy sets it';
  if (ROUTING.test(name)) return 'decides where a request goes or who seems to have sent it';
  return REGISTRY.test(name) ? "is the registry's own" : undefined;
};

const finding = (name: string, pointer: readonly string[]): Finding[] => {
  const reason = reasonOf(name);
  return reason === undefined
    ? []
    : [
        {
          rule: 'header-name',
          pointer,
          text: `The header ${name} ${reason}: no entry can set it.`,
          hint: 'Take it out.',
        },
      ];
};

/** Headers that an entry asks the registry to send, and that would change where requests go or how they are read. */
export const headerNameFindings = ({ kind, registration }: EntryFile): readonly Finding[] => {
  const manual = kind === 'server' || kind === 'agent' ? registration.authHeaderName : undefined;
  return [
    ...Object.keys(registration.headers ?? {}).flatMap((name) => finding(name, ['registration', 'headers', name])),
    ...(manual === undefined ? [] : finding(manual, ['registration', 'authHeaderName'])),
  ];
};
