#!/usr/bin/env node
import { startCommand } from '../dist/bundle/start.cjs';

await startCommand(process.argv.slice(2));
