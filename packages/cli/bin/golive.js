#!/usr/bin/env node
/** Starts golive from a shell: the arguments go in, the exit code comes out, and everything else is in the package. */
import { main } from '../dist/main.js';

process.exitCode = await main(process.argv.slice(2));
