import { KINDS } from '../../engine/support.ts';
import { mcpGatewayContract } from './contract-world.ts';

mcpGatewayContract(KINDS.filter(({ options }) => options.version !== 'older'));
