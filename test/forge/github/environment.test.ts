import { expect, test } from 'vitest';
import { readRun, runAddress } from '../../../src/forge/github/environment.ts';

const JOB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/catalogue',
  GITHUB_REPOSITORY_ID: '42',
  GITHUB_SERVER_URL: 'https://github.example.com/',
  GITHUB_API_URL: 'https://github.example.com/api/v3/',
  GITHUB_RUN_ID: '7',
  GITHUB_WORKFLOW_REF: 'acme/catalogue/.github/workflows/refresh.yml@refs/heads/main',
  GITHUB_TOKEN: 'ghs_environment',
};

test('a job says what it is, with addresses that end without a slash', () => {
  const run = readRun(JOB);
  expect(run).toEqual({
    job: true,
    repository: 'acme/catalogue',
    repositoryId: '42',
    server: 'https://github.example.com',
    api: 'https://github.example.com/api/v3',
    id: '7',
    workflow: JOB.GITHUB_WORKFLOW_REF,
    token: 'ghs_environment',
  });
  expect(runAddress(run)).toBe('https://github.example.com/acme/catalogue/actions/runs/7');
});

test("the step's input is taken before the variable, and one of blanks is none", () => {
  expect(readRun({ ...JOB, 'INPUT_GITHUB-TOKEN': ' ghs_input ' }).token).toBe('ghs_input');
  expect(readRun({ ...JOB, 'INPUT_GITHUB-TOKEN': ' ' }).token).toBe('ghs_environment');
});

test('what is empty or absent is unknown, and then no run has an address', () => {
  const run = readRun({ GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '7', GITHUB_TOKEN: ' ' });
  expect(Object.values(run).filter((value) => value !== undefined)).toEqual([false, '7']);
  expect(runAddress(run)).toBeUndefined();
});
