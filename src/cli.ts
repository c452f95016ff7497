#!/usr/bin/env node
import { runTerminal } from './terminal/run.ts';
import { terminalDeps } from './terminal-deps.ts';

process.exitCode = await runTerminal(process.argv.slice(2), process, terminalDeps());
