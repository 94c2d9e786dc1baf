#!/usr/bin/env node
/** The command `golive`. */
import { run } from '../dist/main.js';

process.exitCode = await run(process.argv.slice(2));
