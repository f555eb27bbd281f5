#!/usr/bin/env node
import { tolerateClosedPipe } from './cli/closed-pipe';
import { main } from './cli/program';

tolerateClosedPipe(process.stdout);
tolerateClosedPipe(process.stderr);
process.exitCode = await main(process.argv.slice(2));
