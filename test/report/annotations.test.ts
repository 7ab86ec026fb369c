import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { hostileText } from './hostile.ts';
import { PROBLEMS } from './samples.ts';

const problem = (severity: Problem['severity'], line: number): Problem => ({
  rule: 'schema',
  severity,
  place: { file: 'servers/a.yaml', line, column: 3 },
  subject: '/a/',
  text: `problem ${line}`,
});

describe('annotationsOf', () => {
  it('says what, where and what to do', () => {
    const { annotations } = annotationsOf(PROBLEMS);
    expect(annotations[0]).toEqual({
      severity: 'error',
      title: 'call-denied',
      message:
        '222222222222 eu-west-1: ListGateways was denied: AgentCoreSync is not authorized to perform bedrock-agentcore:ListGateways\nadd the action to the role, as templates/iam/ has it',
    });
    expect(annotations[1]).toEqual({
      severity: 'error',
      title: 'schema',
      message: 'registration.tags: expected a list, met a text',
      file: 'servers/111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml',
      startLine: 7,
      startColumn: 3,
    });
  });

  it('gives the first ten of each severity and counts the rest', () => {
    const problems = (['notice', 'warning', 'error'] as const).flatMap((severity, at) =>
      Array.from({ length: 9 + at }, (_, index) => problem(severity, 20 - index)),
    );
    const { annotations, left } = annotationsOf(problems);
    expect(left).toEqual({ error: 1, warning: 0, notice: 0 });
    expect(annotations.map(({ severity }) => severity[0]).join('')).toBe(
      'e'.repeat(10) + 'w'.repeat(10) + 'n'.repeat(9),
    );
    expect(annotations[0]?.startLine).toBe(10);
  });

  it('keeps one line for the text, one for the hint, whatever they hold', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, hint) => {
        const { annotations } = annotationsOf([{ ...problem('error', 1), text, hint }]);
        const lines = annotations[0]?.message.split('\n') ?? [];
        expect(lines).toHaveLength(2);
        for (const line of lines) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(line.trimStart().startsWith('::') || line.includes('##[')).toBe(false);
        }
      }),
    );
  });
});
