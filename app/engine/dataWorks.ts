import { DATA_GROUND } from '../../src/ground/dataGround.ts';
import { searchElsewhere, tellFound } from '../../src/problems/data/fitMinimizers.ts';
import { WORKS } from '../../src/problems/data/works.ts';

/**
 * What problems over data are computed with, on the page and in its workers, and where this module lies: workers import it
 * from there. All in one, because of a module's exports the build keeps only those that the page itself reads.
 */
export const PARTS = { WORKS, DATA_GROUND, searchElsewhere, tellFound, place: import.meta.url };
