/** What the sentence before has spoken of. */
type Named = 'nothing' | 'gradient' | 'gradient and ravine';

/** Sentences on what one step did. Numbers come as they are printed; TeX stands between dollar signs. */
export const whyMessages = {
  title: 'What this step did',
  and: (parts: readonly string[]) =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`,
  inCoordinate: (value: string, coordinate: string) => `${value} in ${coordinate}`,
  between: (low: string, high: string) => `between ${low} and ${high}`,

  // Alone.
  divergedLoss: 'The run diverges in this step: the loss is no longer a finite number.',
  divergedPoint: (limit: string) =>
    `The run diverges in this step: a coordinate is beyond ${limit}, where it ends.`,
  restAt: {
    minimizer: 'This is a minimizer: the gradient is 0',
    saddle: 'This is a saddle: the gradient is 0, and the loss curves down in some direction',
    curvesUp: 'The gradient is 0, and the loss curves up in every direction: a minimizer',
    curvesDown: 'The gradient is 0, and the loss curves down in every direction: a maximizer',
    flat: 'The gradient is 0, and the loss is flat here in some direction',
  },
  atRest: (where: string) => `${where}. The step is 0, too.`,
  passesRest: (where: string, length: string) => `${where}. Yet the step is ${length} long.`,

  // The gradient.
  mostlyNoise: (times: string, angle: string | null) =>
    `The gradient is mostly noise: the random part is ${times} times as long as the true gradient` +
    `${angle === null ? '' : `, and points ${angle} away from it`}.`,
  allNoise: 'The true gradient is 0: what enters the rule is noise alone.',
  mostlyChance: (times: string, angle: string | null) =>
    `The gradient is mostly chance: what the batch adds to that of all samples is ${times} times as long` +
    `${angle === null ? '' : `, and points ${angle} away from it`}.`,
  allChance: 'The gradient of all samples is 0: what enters the rule is the chance of the batch alone.',
  straightAcross: 'The gradient points straight across the ravine.',
  across: 'The gradient points across the ravine.',
  straightAcrossAndOver: 'The gradient points straight across the ravine, and the step crosses its floor.',
  acrossAndOver: 'The gradient points across the ravine, and the step crosses its floor.',
  along: 'The gradient points along the ravine.',

  // The ground.
  overshootsFloor: (rate: string, limit: string) =>
    `The step crosses the ravine’s floor and ends higher: $\\eta$ = ${rate} is above $2/\\lambda$ = ${limit}, $\\lambda$ the curvature across.`,
  overshoots: (from: string, to: string, rate: string, limit: string) =>
    `The step overshoots, and the loss rises from ${from} to ${to}: $\\eta$ = ${rate} is above $2/\\lambda$ = ${limit}, $\\lambda$ the curvature along the gradient.`,
  crossesAndRises: (from: string, to: string) =>
    `The step crosses the ravine’s floor and ends higher: the loss rises from ${from} to ${to}.`,
  rises: (from: string, to: string) => `The loss rises from ${from} to ${to}.`,

  // Gradient descent.
  shareOfStable: (rate: string, share: string, limit: string) =>
    `$\\eta$ = ${rate} is ${share} of $2/\\lambda$ = ${limit}, the largest rate that is stable across the ravine.`,
  aboveStable: (rate: string, limit: string) =>
    `$\\eta$ = ${rate} is above $2/\\lambda$ = ${limit}, the largest rate that is stable across the ravine.`,

  // Momentum.
  uphill: (from: string, to: string) =>
    `The velocity kept from before outweighs the gradient and carries the point uphill: the loss rises from ${from} to ${to}.`,
  noVelocity: 'No velocity has been kept yet: the step follows the gradient alone.',
  opposed: (angle: string, share: string) =>
    `The velocity kept from before points ${angle} away from the gradient’s pull and takes back ${share} of it.`,
  outweighed: (angle: string) =>
    `The velocity kept from before points ${angle} away from the gradient’s pull, and outweighs it.`,
  agrees: (angle: string | null, times: string) =>
    `The velocity kept from before points ${angle === null ? 'the same way' : `the same way to within ${angle}`}, ` +
    `and makes the step ${times} times as long as the gradient’s part alone.`,
  sum: (named: Named, angle: string, lie: 'along' | 'across' | null, isTaken: boolean) =>
    `The velocity kept from before points ${angle} away${named === 'nothing' ? ' from the gradient’s pull' : ''}` +
    `${lie === null ? '' : `, mostly ${lie} ${named === 'gradient and ravine' ? 'it' : 'the ravine'}`}; their sum is the ${isTaken ? 'step taken' : 'optimizer’s step'}.`,
  lookAhead: (angle: string | null, times: string | null) =>
    `Where the velocity leads, the gradient is ${angle === null ? '' : `turned ${angle}`}` +
    `${angle !== null && times !== null ? ' and ' : ''}${times === null ? '' : `${times} times as long`}${angle === null ? ' as' : ', compared with'} the one at $\\theta$.`,

  // Adam and its kin.
  turned: (average: string, division: string | null) =>
    division === null ? `${average}.` : `${average}; ${division}.`,
  averageTurned: (named: Named, angle: string, way: 'down' | 'up' | null) =>
    `${named !== 'nothing' ? 'Its average' : 'The average of the gradients'} has turned ${angle} ` +
    (way === null ? `from ${named !== 'nothing' ? 'it' : 'the gradient'}` : `${way} the valley`),
  averageOpposite: (named: Named) =>
    `${named !== 'nothing' ? 'Its average' : 'The average of the gradients'} still points the other way`,
  averageSame: (named: Named) =>
    `${named !== 'nothing' ? 'Its average' : 'The average of the gradients'} points the same way`,
  divisionTurns: (root: string, angle: string, sense: 'more' | 'back') =>
    `dividing by $${root}$ turns the step ${angle} ${sense}`,
  divisionTurnsOnly: (root: string, angle: string) => `dividing by $${root}$ turns the step ${angle}`,
  divisionTurnsGradient: (root: string, angle: string, way: 'down' | 'up' | null, named: Named) =>
    `Dividing by $${root}$ turns the step ${angle} ${way === null ? `from ${named !== 'nothing' ? 'it' : 'the gradient'}` : `${way} the valley`}`,
  firstSigned: (rate: string) =>
    `In the first step the average is the gradient itself: every coordinate moves by $\\eta$ = ${rate}, however steep it is.`,
  signLike: (rate: string) => `Every coordinate moves by its full $\\eta$ = ${rate}, however steep it is.`,
  lengthened: (times: string) =>
    `The correction for the averages’ start at 0 makes the step ${times} times as long.`,
  shortenedTo: (share: string) =>
    `The correction for the averages’ start at 0 shortens the step to ${share}.`,
  heldMaximum: (coordinate: string, times: string) =>
    `In ${coordinate} the greatest average square so far, $\\bar v$, is ${times} times the present one, and keeps the step short.`,
  slowed: (d: string) => `The loss has been jumping: $d$ = ${d} divides the step.`,
  speeded: (d: string) =>
    `The loss has hardly been changing: $d$ = ${d} divides the step, which makes it longer.`,
  nesterovMix: (angle: string) =>
    `The next step’s momentum, applied already, turns the average ${angle} towards the gradient.`,
  quasiMix: (share: string, angle: string) =>
    `The present gradient’s own weight of ${share} turns the average ${angle} back towards it.`,
  rateIs: (rates: string) => `the rate is ${rates}`,
  shrunkRate: (divisor: string) => `$\\eta$/${divisor}`,
  squaresShrink: (rates: string) => `The squares summed so far have shrunk the rate to ${rates}.`,
  pastSteps: (rates: string) => `Past steps over past gradients give a rate of ${rates}.`,
  noPastSteps: 'There are no past steps to measure by: this form’s step is 0.',

  // Signs and matrices.
  otherSign: (coordinates: string) =>
    `In ${coordinates} the momentum still has the other sign than the gradient, and the step goes by the momentum.`,
  onlySigns: (rate: string, times: string, steep: string, flat: string) =>
    `Only signs count: every coordinate moves by $\\eta$ = ${rate}, though $m$ is ${times} times as large in ${steep} as in ${flat}.`,
  noSign: (coordinates: string) => `In ${coordinates} $m$ is 0, and so is the step.`,
  equalDirections: (times: string) =>
    `All directions of the momentum are made equally long; the longest was ${times} times the shortest.`,
  lengthIgnored: (angle: string | null, rate: string) =>
    `${angle === null ? 'Only the momentum’s direction counts' : `The momentum points ${angle} away from the gradient, and only its direction counts`}: ` +
    `along it, the step is $\\eta$ = ${rate} long.`,
  reachesOnly: (lengths: string) =>
    `Newton–Schulz makes the momentum’s directions ${lengths} long; exactly orthogonalized they would be 1.`,

  // Curvature.
  clippedAll: (rate: string) =>
    `Every coordinate is clipped: each moves by $\\eta$ = ${rate}, by the sign of $m$ alone.`,
  clippedSome: (clipped: string, free: string) =>
    `The clip holds in ${clipped}; in ${free} the step goes by $m$ over $\\gamma h$.`,
  clippedNone: 'No coordinate is clipped: the step goes by $m$ over $\\gamma h$ in each.',
  noCurvature: (coordinates: string) =>
    `In ${coordinates} the averaged curvature is not positive, so the step there goes by the sign of $m$.`,
  jumps: {
    minimizer: 'jumps to the least point of the local quadratic',
    saddle: 'jumps to the saddle of the local quadratic, for the Hessian is indefinite',
    maximizer: 'jumps to the highest point of the local quadratic, for every curvature is negative',
  },
  goes: {
    minimizer: (share: string) => `goes ${share} of the way to the least point of the local quadratic`,
    saddle: (share: string) =>
      `goes ${share} of the way to the saddle of the local quadratic, for the Hessian is indefinite`,
    maximizer: (share: string) =>
      `goes ${share} of the way to the highest point of the local quadratic, for every curvature is negative`,
  },
  newton: (what: string, loss: readonly [string, string] | null) =>
    `The step ${what}${loss === null ? '' : `; the loss itself rises from ${loss[0]} to ${loss[1]}`}.`,
  noPairs: (alpha: string) =>
    `No past step is known yet, so the search goes down the gradient; it takes $\\alpha$ = ${alpha}.`,
  pairs: (count: number, angle: string | null, alpha: string) =>
    `${count === 1 ? 'The pair' : `The ${count} pairs`} kept from past steps ` +
    (angle === null
      ? `${count === 1 ? 'leaves' : 'leave'} the direction straight down the gradient`
      : `${count === 1 ? 'turns' : 'turn'} the direction ${angle} from straight down the gradient`) +
    `; the search takes $\\alpha$ = ${alpha}.`,
  /** What a line search lowers. */
  loss: 'the loss',
  batchLoss: 'the batch’s loss',
  searchFailed: (loss: string) => `The search finds no step that lowers ${loss} enough: the point stays.`,
  firstTry: (alpha: string, loss: string) =>
    `The first step tried, $\\alpha$ = ${alpha}, lowers ${loss} enough.`,
  shortened: (times: number, alpha: string, loss: string) =>
    `The step had to be shortened ${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`}, to $\\alpha$ = ${alpha}, before it lowered ${loss} enough.`,

  // Modifiers and schedules.
  climbed: (angle: string | null, times: string | null) =>
    `At the point SAM climbs to, the gradient is ${angle === null ? '' : `turned ${angle}`}` +
    `${angle !== null && times !== null ? ' and ' : ''}${times === null ? '' : `${times} times as long`}${angle === null ? ' as' : ', compared with'} the one at $\\theta$.`,
  decays: (share: string) =>
    `Weight decay pulls towards 0 with ${share} the length of the optimizer’s own step.`,
  penalized: (share: string) =>
    `The penalty’s part in the gradient has ${share} the length of the rest of it.`,
  shareOf: (share: string) => `${share} of`,
  timesOf: (times: string) => `${times} times`,
  nothing: 'nothing',
  wentBack: (k: string, part: string) =>
    `${k === '1' ? 'As after every step' : `As after every ${k} steps`}, Lookahead goes back: $\\theta$ keeps ${part} of the way made since $\\phi$.`,
  warmingUp: (part: string) => `Warm-up still holds $\\eta$ at ${part} of its full value.`,
  scheduled: (part: string) => `The schedule has brought $\\eta$ to ${part} of its full value.`,
  halvedNow: 'The loss ends above where the run began, so from the next step on $\\eta$ is halved.',
  halved: (times: number, part: string) =>
    `$\\eta$ was halved ${times === 1 ? 'once' : `${times} times`} after the loss had risen above its start: it is ${part} of its full value.`,
  restarted: 'A new period of the schedule begins, and $\\eta$ is set back up.',
  cut: (share: string) =>
    `The step leads out of the feasible set and is cut at its edge: ${share} of it is taken.`,
} as const;
