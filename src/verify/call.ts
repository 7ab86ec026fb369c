import { nothingMet } from './exchange.ts';
import { failureOf } from './failures.ts';
import { AS_IT_IS } from './lists.ts';
import { withSession } from './mcp.ts';
import type { ProbePlace, ProbeWorld, StepFailure } from './world.ts';

/** Calls one tool, and gives its answer as the server said it; or why there is none. */
export const callTool = async (
  place: ProbePlace,
  world: ProbeWorld,
  asked: { readonly name: string; readonly arguments: Readonly<Record<string, unknown>> },
): Promise<{ readonly answer: unknown } | { readonly failure: StepFailure }> => {
  const met = nothingMet();
  try {
    const answer: unknown = await withSession(place, { ...world, met }, ({ client, options }) =>
      client.request({ method: 'tools/call', params: { ...asked } }, AS_IT_IS, options()),
    );
    return { answer };
  } catch (error) {
    return { failure: await failureOf(error, place, { met, fetch: world.fetch }) };
  }
};
