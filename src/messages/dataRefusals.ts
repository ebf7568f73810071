/** Why a parameter of a problem over data is refused; each follows the path or the name of its parameter. */
export const dataRefusals = {
  bothFeatures: 'both weights would be those of one feature; choose two different ones',
  bothSpecies: 'both classes would be the same species; choose two different ones',
  wantsClasses: 'this loss compares a score with one of two classes, and here a number is predicted',
  wantsNumber: 'this is the likelihood of a number, and here a class is predicted',
  likelihood:
    'a likelihood is made large, not small; minimize its negative logarithm, which is binary cross-entropy',
  entropy: 'entropy has no target that could be fitted to',
  svm: 'the SVM is hinge with an L2 penalty; choose hinge, and a penalty above 0',
} as const;
