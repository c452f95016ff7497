#!/usr/bin/env node
import { terminalDeps } from './app.ts';
import { runTerminal } from './terminal/run.ts';

process.exitCode = await runTerminal(process.argv.slice(2), process, terminalDeps());
