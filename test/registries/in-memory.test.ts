import { registryContract } from './contract.ts';
import { startInMemory } from './in-memory-world.ts';

registryContract({ name: 'in memory', start: startInMemory, enablesAgents: true });
