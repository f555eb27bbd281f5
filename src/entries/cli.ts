#!/usr/bin/env node
import { main } from './cli/program';

process.exitCode = await main(process.argv.slice(2));
