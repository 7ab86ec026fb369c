import { readTokenClaims } from '../aws/token-claims.ts';
import { canHaveIdToken } from '../forge/github/environment.ts';
import type { CommandContext } from '../running/context.ts';
import type { CheckStep } from './doctor.ts';
import { subjectRow, tokenAudience } from './identity-checks.ts';
import { UPGRADE } from './mending.ts';

type IdToken = (audience: string) => Promise<string>;

/** Whether the job gets a token of its own, and for whom it is. */
export const tokenStep = ({ settings, environment }: CommandContext, idToken: IdToken): CheckStep => ({
  id: 'id-token',
  part: 'id-token',
  check: 'id-token',
  mend: () => UPGRADE,
  run: async () => {
    const check = 'id-token';
    const wanted = tokenAudience(settings);
    if (wanted === undefined) return { check, state: 'ok', met: 'no setting needs one' };
    if (!canHaveIdToken(environment)) {
      const todo = 'Start the workflow doctor.yml.';
      return { check, state: 'skipped', met: 'only a job of GitHub Actions can have one', todo };
    }
    const claims = readTokenClaims(await idToken(wanted.audience));
    if (claims === undefined)
      return { check, state: 'failed', met: 'what GitHub gave is no JSON Web Token', command: UPGRADE };
    return [
      { check, state: 'ok', met: `${claims.issuer} gives one for ${wanted.for}, aud ${claims.audience}` },
      subjectRow(claims.subject),
    ];
  },
});
