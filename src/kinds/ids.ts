import type { ResourceKind } from '../model/resource.ts';

/** Documented forms. https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html */
const DOCUMENTED: Readonly<Record<ResourceKind, RegExp>> = {
  gateway: /^(?:[0-9a-z]-?){1,100}-[0-9a-z]{10}$/,
  target: /^[0-9a-zA-Z]{10}$/,
  runtime: /^[a-zA-Z][a-zA-Z0-9_]{0,99}-[a-zA-Z0-9]{10}$/,
};

const SAFE = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9_-])?$/;
/** Names that Windows gives to devices, whatever follows the dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** `unsafe`: it can't be a file name, so the resource can't have an entry; `odd`: usable, yet not of the documented form. */
export const idForm = (kind: ResourceKind, id: string): 'documented' | 'odd' | 'unsafe' => {
  if (!SAFE.test(id) || RESERVED.test(id)) return 'unsafe';
  return DOCUMENTED[kind].test(id) ? 'documented' : 'odd';
};
