import { authScenarios } from './auth-scenarios.js';
import { basicScenarios } from './basic-scenarios.js';
import { headerScenarios } from './header-scenarios.js';
import { inputRequiredScenarios } from './input-required-scenarios.js';
import type { Scenario } from './scenario.js';

/** What the client does in each scenario of the suite. */
export const scenarios: ReadonlyMap<string, Scenario> = new Map(
  Object.entries({ ...basicScenarios, ...headerScenarios, ...inputRequiredScenarios, ...authScenarios }),
);
