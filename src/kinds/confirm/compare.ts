import type { Claim, Confirmation } from '../../model/confirmation.ts';
import { parentOf } from '../table.ts';

/** A text of AWS, as long as a reader needs it. */
export const shown = (text: string | undefined): string => (text === undefined ? 'nothing' : text.slice(0, 300));

export const CONFIRMED: Confirmation = { type: 'confirmed' };

/** The answer with what AWS says of the resource's last change, which decides about nothing. */
export const withChange = (answer: Confirmation, at: Date | undefined, version?: string): Confirmation =>
  answer.type !== 'confirmed' || at === undefined || Number.isNaN(at.getTime())
    ? answer
    : { ...answer, changed: { at: at.toISOString(), ...(version === undefined ? {} : { version }) } };

export const elsewhere = (text: string): Confirmation => ({ type: 'elsewhere', text });

export const unreadable = (call: string, field: string): Confirmation => ({
  type: 'unknown',
  text: `${call} answered without ${field}`,
  hint: 'Look for a newer version.',
});

/** `gateway orders-a1b2c3d4e5 of account 111111111111 in us-east-1` */
export const resourceText = ({ key }: Claim): string => {
  const above = parentOf(key);
  const id = above === undefined ? key.id : `${key.id} of ${above.kind} ${above.id}`;
  return `${key.kind} ${id} in account ${key.account}, ${key.region}`;
};

/** What it means that AWS, asked in the account itself, does not know the resource. */
export const absent = (claim: Claim): Confirmation => elsewhere(`AWS has no ${resourceText(claim)}`);

export const comparePlace = (claim: Claim, met: { readonly arn: string; readonly url: string }): Confirmation => {
  if (met.arn !== claim.arn) {
    return elsewhere(`AWS says that ${resourceText(claim)} has the ARN ${shown(met.arn)}, not ${claim.arn}`);
  }
  if (met.url !== claim.url) {
    return elsewhere(`AWS says that ${resourceText(claim)} is at ${shown(met.url)}, not ${claim.url}`);
  }
  return CONFIRMED;
};
