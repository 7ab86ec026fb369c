const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is mounted read-only',
  ENOSPC: 'no space is left on it',
  EFBIG: 'the file is larger than this process may write',
  EDQUOT: "this user's quota is used up",
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'something is there already',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'something else uses it',
};

/** What the file system refused something with, in words and with its code: `no space is left on it (ENOSPC)`. */
export const fileFailure = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const meaning = MEANINGS[code];
  if (meaning !== undefined) return `${meaning} (${code})`;
  return code === '' ? 'the file system refused it' : `the file system refused it (${code})`;
};
