import { DATA_GROUND } from './dataGround.ts';
import { provideDataGround } from './survey.ts';

// Imported for its effect by tests and benches: they have the grounds of data problems at once.
provideDataGround(DATA_GROUND);
