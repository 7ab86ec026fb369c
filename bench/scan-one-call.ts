/** Sends the seconds that one AgentCore call takes when nothing else is under way: what one after another costs. */
import { BedrockAgentCoreControlClient, ListGatewaysCommand } from '@aws-sdk/client-bedrock-agentcore-control';

const SAMPLE = 200;

const client = new BedrockAgentCoreControlClient({ maxAttempts: 1 });
const call = () => client.send(new ListGatewaysCommand({ maxResults: 1 }));
await call();
const started = performance.now();
for (let done = 0; done < SAMPLE; done += 1) await call();
process.send?.((performance.now() - started) / 1000 / SAMPLE);
process.disconnect?.();
