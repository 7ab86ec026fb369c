import type { ResourceKind } from '../model/resource.ts';
import { KINDS } from './table.ts';

const SAFE = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9_-])?$/;
/** Names that Windows gives to devices, whatever follows the dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** `unsafe`: it can't be a file name, so the resource can't have an entry; `odd`: usable, yet not of the documented form. */
export const idForm = (kind: ResourceKind, id: string): 'documented' | 'odd' | 'unsafe' => {
  if (!SAFE.test(id) || RESERVED.test(id)) return 'unsafe';
  return KINDS[kind].id.test(id) ? 'documented' : 'odd';
};
