/** What an equation calls by name, one sentence each. */
export const equationMessages = {
  functions: {
    msign: 'msign(M) = U Vᵀ, where M = U Σ Vᵀ: all singular values that are not 0 become 1.',
    NS: 'NS repeats X ← aX + bXXᵀX + c(XXᵀ)²X with a, b, c as listed, from M/(‖M‖ + 10⁻⁷), as often as its index says.',
    H: 'H(g) is g times the inverse Hessian as the last pairs of a step s and a change of gradient y describe it; without a pair it is g.',
    Wolfe:
      'Wolfe(θ, d, η) is a step length along d that meets the weak Wolfe conditions; the search begins at η, at η/‖g‖ for a gradient longer than 1 while there is no pair.',
    Armijo: 'Armijo(θ, g, η, c) is the first of η, ηc, ηc², … that brings f(θ − αg) ≤ f(θ) − 10⁻⁴ α‖g‖².',
    sign: 'sign is 1, −1 or 0, entry by entry.',
    clip: 'clip(x, a, b) keeps each entry of x between a and b.',
    diag: 'diag takes the diagonal of a matrix.',
    Rademacher: 'Each entry is −1 or 1 by the toss of a coin, new in every estimate.',
    proj: 'proj is the nearest feasible point.',
  },
  noise: 'The noise of this step is in the gradient.',
  /** On a data problem. */
  allSamples: (all: string) =>
    all === '1' ? 'f is the loss of the one sample.' : `f is the mean over all ${all} samples.`,
  /** @param numbers of its samples, where they are few */
  batch: (size: string, all: string, numbers: readonly string[] | null) =>
    size === '1'
      ? `f is the loss of one of ${all} samples${numbers === null ? '' : `, number ${numbers.join()}`}.`
      : `f is the mean over this step’s batch of ${size} of ${all} samples${numbers === null ? '' : `: ${numbers.join(', ')}`}.`,
  epoch: (batch: string, batches: string, epoch: string) =>
    `It is batch ${batch} of ${batches} in epoch ${epoch}.`,
  online: 'f is the loss of this very step.',
} as const;
