import type { Facts } from './facts.ts';

/** What the sentence before has spoken of, so that this one may say “its” or “it”. */
export type Named = 'nothing' | 'gradient' | 'gradient and ravine';

/** A rule over one step: a sentence where its condition holds, else null. TeX between dollar signs names quantities. */
export type WhyRule = (facts: Facts, named: Named) => string | null;

/** Rules by name; of a list the first that speaks is heard. */
export type WhyRules = Readonly<Record<string, WhyRule>>;
