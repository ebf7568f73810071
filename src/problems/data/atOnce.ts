import { provideDataProblems } from './loading.ts';
import { WORKS } from './works.ts';

// Imported for its effect where nobody waits for a page: the command line and tests have problems over data at once.
provideDataProblems(WORKS);
