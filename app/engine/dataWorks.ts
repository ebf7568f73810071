export { WORKS } from '../../src/problems/data/works.ts';

/** Where this module lies: workers import it from there. */
export const PLACE = import.meta.url;
