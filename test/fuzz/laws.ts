/** What must hold of everything that reads what strangers answer. */
import { SyncError } from '../../src/model/errors.ts';
import { SECRET } from './answers.ts';

export const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** Nothing of what is told holds the secret. */
export const checkSilent = (told: unknown): void =>
  must(
    !JSON.stringify(told, (_, value) => (value instanceof Map ? [...value] : value)).includes(SECRET),
    'it tells a secret',
  );

/** Works, or fails with an error of ours that says something and tells no secret. Gives the result, where there is one. */
export const attempted = async <Result>(
  work: () => Promise<Result>,
  checkTold: (told: unknown) => void = checkSilent,
): Promise<Result | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SyncError)) throw new Error('an error that is not ours', { cause: error });
    const { message, hint, area, code } = error;
    must(message !== '' && area !== undefined && code !== undefined, 'an error that says nothing');
    checkTold({ message, hint, cause: String(error.cause ?? '') });
    return undefined;
  }
};
