import { processTerminal } from './processTerminal.ts';
import { runEvaluate } from './runEvaluate.ts';

// `npm run --silent evaluate -- FILE|-`. All that is decided lies in runEvaluate.ts.

process.exitCode = await runEvaluate(process.argv.slice(2), processTerminal('evaluate'));
