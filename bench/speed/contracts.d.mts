import type { JsonObject } from '../../src/json.js';

/** See contracts.mjs. */
export function toolsOf(count: number): readonly JsonObject[];
export function writeProject(folder: string, tools: readonly JsonObject[]): void;
export function toOpenApi(tools: readonly JsonObject[]): JsonObject;
