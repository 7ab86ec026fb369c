import { afterEach, expect, test } from 'vitest';
import { type SandboxIssuer, startIssuer } from '../../sandbox/issuer/server.ts';
import { type DevicePrompt, deviceLogin } from '../../src/credentials/device-login.ts';
import type { Issuer } from '../../src/model/generated/configuration.ts';
import { type IssuerWorld, issuerWorld, rejection, whole } from './fakes.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Person {
  readonly issuer: SandboxIssuer;
  readonly world: IssuerWorld;
  readonly prompts: DevicePrompt[];
  readonly login: (signal?: AbortSignal) => ReturnType<typeof deviceLogin>;
  /** What the person does each time when the tool waits. */
  waiting: (turn: number) => Promise<void>;
}

const start = async (): Promise<Person> => {
  const issuer = await startIssuer({ clients: [{ id: 'people', device: true, scope: 'registry' }] });
  const world = issuerWorld();
  open.push(issuer, world);
  const prompts: DevicePrompt[] = [];
  let turn = 0;
  const person: Person = {
    issuer,
    world,
    prompts,
    waiting: async () => undefined,
    login: (signal = new AbortController().signal) =>
      deviceLogin(
        { issuer: configured(issuer), client: { id: 'people', scope: 'registry' } },
        {
          ...world.deps,
          clock: {
            now: world.clock.now,
            sleep: async (ms, own) => {
              await world.clock.sleep(ms, own);
              turn += 1;
              await person.waiting(turn);
            },
          },
          show: (prompt) => void prompts.push(prompt),
          signal,
        },
      ),
  };
  return person;
};

const configured = ({ issuer }: SandboxIssuer): Issuer => ({ issuer, clients: [{ id: 'people' }] });

test('a person types the code, and the token comes with its end; nothing asks more often than the issuer says', async () => {
  const person = await start();
  person.waiting = async (turn) => {
    if (turn === 3) await person.issuer.answerDevice(person.prompts[0]?.code ?? '');
  };
  const { token, expiresAt, obtainedAt } = await person.login();
  expect(token.split('.')).toHaveLength(3);
  expect((expiresAt ?? 0) - obtainedAt).toBe(3_600_000);
  expect(person.prompts).toMatchObject([{ code: expect.stringMatching(/^[A-Z-]{8,}$/), minutes: 10 }]);
  expect(person.prompts[0]?.address).toMatch(`${person.issuer.issuer}/device?user_code=`);
  expect(person.world.clock.slept).toEqual([5000, 5000, 5000]);
  expect(person.world.masked).toContain(token);
});

test('slow_down is obeyed, and a server that fails for a while is asked again', async () => {
  const person = await start();
  person.issuer.failNext({ at: 'token', status: 400, body: '{"error":"slow_down"}' }, { at: 'token', status: 503 });
  person.waiting = async (turn) => {
    if (turn === 3) await person.issuer.answerDevice(person.prompts[0]?.code ?? '');
  };
  await person.login();
  expect(person.world.clock.slept).toEqual([5000, 10_000, 15_000]);
});

test('a refusal, a code that ends and a signal end it', async () => {
  const refused = await start();
  refused.waiting = () => refused.issuer.answerDevice(refused.prompts[0]?.code ?? '', false);
  expect(await rejection(refused.login())).toMatchObject({ code: 'refused', message: /the login was refused/ });

  const late = await start();
  const error = await rejection(late.login());
  expect(error).toMatchObject({ code: 'refused', message: /nobody logged in before the code ended/ });
  expect(whole(error)).not.toMatch(/device_code/);

  const stopped = await start();
  const stop = new AbortController();
  const reason = new Error('stopped');
  stopped.waiting = async () => stop.abort(reason);
  expect(await rejection(stopped.login(stop.signal))).toBe(reason);
});

test('an issuer without the endpoint, or with one that is not protected, is not asked', async () => {
  const { world } = await start();
  const answers: Record<string, unknown>[] = [
    { issuer: 'https://issuer.example', token_endpoint: 'https://issuer.example/token' },
    {
      issuer: 'https://issuer.example',
      token_endpoint: 'https://issuer.example/token',
      device_authorization_endpoint: 'http://issuer.example/device',
    },
  ];
  for (const document of answers) {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(String(input));
      return Response.json(document);
    };
    const failed = deviceLogin(
      { issuer: { issuer: 'https://issuer.example', clients: [{ id: 'a' }] }, client: { id: 'a' } },
      { ...world.deps, fetch, show: () => undefined, signal: new AbortController().signal },
    );
    expect(await rejection(failed)).toMatchObject({
      area: 'token',
      code: 'refused',
      message: /device authorization endpoint/,
    });
    expect(asked).toHaveLength(1);
  }
});

test('where a person is sent is shown only where a browser may go', async () => {
  const person = await start();
  for (const address of ['javascript:alert(1)', 'http://issuer.example/device', 'https://user:x@issuer.example/']) {
    person.issuer.failNext({
      at: 'device',
      status: 200,
      body: JSON.stringify({ device_code: 'd', user_code: 'A\u001b[2J', verification_uri: address, expires_in: 60 }),
    });
    expect(await rejection(person.login())).toMatchObject({ code: 'refused', message: /it sends people to/ });
  }
  expect(person.prompts).toEqual([]);
});
