import { processTerminal } from './processTerminal.ts';
import { runTrace } from './runTrace.ts';

// `npm run --silent trace -- FILE|-`. All that is decided lies in runTrace.ts.

process.exitCode = await runTrace(process.argv.slice(2), processTerminal('trace'));
