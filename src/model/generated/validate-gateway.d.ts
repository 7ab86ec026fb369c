// Generated from schemas/gateway.schema.json by "npm run generate". Do not edit.
import type { ErrorObject } from 'ajv';
import type { GatewayDefinition } from './gateway.ts';
export declare const validate: { (value: unknown): value is GatewayDefinition; errors?: ErrorObject[] | null };
