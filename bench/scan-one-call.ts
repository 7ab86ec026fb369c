/** Scans one Region as the simplest program would, one call after another, and sends the seconds that a call took. */
import {
  BedrockAgentCoreControlClient,
  GetAgentRuntimeCommand,
  GetGatewayCommand,
  ListGatewayTargetsCommand,
  paginateListAgentRuntimes,
  paginateListGateways,
} from '@aws-sdk/client-bedrock-agentcore-control';

const client = new BedrockAgentCoreControlClient({ maxAttempts: 1 });
const started = performance.now();
let calls = 0;
for await (const { items = [] } of paginateListGateways({ client }, {})) {
  calls += 1;
  for (const { gatewayId: gatewayIdentifier } of items) {
    await client.send(new GetGatewayCommand({ gatewayIdentifier }));
    await client.send(new ListGatewayTargetsCommand({ gatewayIdentifier }));
    calls += 2;
  }
}
for await (const { agentRuntimes = [] } of paginateListAgentRuntimes({ client }, {})) {
  calls += 1;
  for (const { agentRuntimeId } of agentRuntimes) {
    await client.send(new GetAgentRuntimeCommand({ agentRuntimeId }));
    calls += 1;
  }
}
process.send?.((performance.now() - started) / 1000 / calls);
process.disconnect?.();
