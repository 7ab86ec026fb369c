import { describe, expect, it } from 'vitest';
import {
  BODY_LIMIT,
  type RequestContent,
  readNotes,
  withNotes,
  withoutNotes,
} from '../../../src/forge/github/content.ts';
import { type BranchCommit, isOurs, isRoot, ownCommits, signMessage } from '../../../src/forge/github/signature.ts';
import { content } from './support.ts';

const id = (digit: string): string => digit.repeat(40);
const commit = (sha: string, given: Partial<BranchCommit> = {}): BranchCommit => ({
  sha: id(sha),
  tree: id('e'),
  parents: [id('0')],
  message: 'By hand',
  ...given,
});
const root = (sha: string, parent: string): BranchCommit =>
  commit(sha, { parents: [id(parent)], message: signMessage('Scan', id('e'), id(parent)) });

describe('our commits', () => {
  it('are known by their trailer as long as nobody changes them', () => {
    const message = signMessage('Scan of 3 accounts\n\nDetails\n', id('e'), id('0'));
    expect(message).toBe(`Scan of 3 accounts\n\nDetails\n\nAgentcore-Sync: tree=${id('e')} base=${id('0')}\n`);
    expect(isOurs(commit('1', { message }))).toBe(true);
    expect(isRoot(commit('1', { message }))).toBe(true);
    expect(isOurs(commit('1', { message, tree: id('f') }))).toBe(false);
    expect(isRoot(commit('1', { message, parents: [id('9')] }))).toBe(false);
    const spoofed = signMessage(`Scan of x\n\nAgentcore-Sync: tree=${id('f')}\n\nmore`, id('e'));
    expect(isOurs(commit('1', { message: spoofed }))).toBe(true);
    expect(isOurs(commit('1', { message: spoofed, tree: id('f') }))).toBe(false);
    expect(isOurs(commit('1'))).toBe(false);
    expect(isRoot(commit('1', { message: signMessage('Scan', id('e')) }))).toBe(false);
  });

  it('begin after what was merged, or above a base that was rewritten', () => {
    const [old, ours, person] = [commit('1'), root('2', '1'), commit('3', { parents: [id('2')] })];
    expect(ownCommits([ours, person], new Set())).toEqual({ own: [ours, person], after: undefined });
    expect(ownCommits([old, ours, person], new Set())).toEqual({ own: [ours, person], after: id('1') });
    expect(ownCommits([old, ours, person], new Set([id('2')]))).toEqual({ own: [person], after: id('2') });
    expect(ownCommits([old, person], new Set())).toEqual({ own: [old, person], after: undefined });
    expect(ownCommits([], new Set())).toEqual({ own: [], after: undefined });
  });
});

describe("the request's body", () => {
  const { body }: RequestContent = content;

  it('remembers whom we asked, out of sight and whatever their names', () => {
    const asked = ['alice', 'org--team', 'a,b', 'x>-->'];
    const text = withNotes(body, { asked, gone: false });
    expect(readNotes(text)).toEqual({ asked, gone: false });
    expect(text.slice(body.length).match(/--/g)).toHaveLength(2);
    expect(withoutNotes(text)).toBe(body);
    expect(readNotes(withNotes(body, { asked: [], gone: true }))).toEqual({ asked: [], gone: true });
    expect(readNotes('A person wrote this')).toEqual({ asked: [], gone: false });
    expect(readNotes(withNotes(body, { asked: ['%'], gone: false }).replace('%25', '%'))).toEqual({
      asked: [],
      gone: false,
    });
  });

  it('is cut before GitHub would refuse it', () => {
    const text = withNotes('x'.repeat(BODY_LIMIT + 1000), { asked: ['alice'], gone: false });
    expect(text.length).toBeLessThan(65_536);
    expect(readNotes(text).asked).toEqual(['alice']);
  });
});
