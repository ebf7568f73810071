/** Words and sentences of an unfolded run, and of the choice of another. */
export const runSettingMessages = {
  name: 'Name',
  nameOf: (name: string) => `Name of ${name}`,
  slot: (name: string) => `Colour and marker of ${name}`,
  slotWord: 'Marker',
  slotNow: (slot: number) => `${slot} · now`,
  slotFree: (slot: number) => `${slot} · free`,
  slotTaken: (slot: number, name: string) => `${slot} · swap with ${name}`,

  hide: 'Hide',
  show: 'Show',
  solo: 'Solo',
  unsolo: 'Show all',
  duplicate: 'Duplicate',
  up: 'Move up',
  down: 'Move down',
  reset: 'Reset',
  remove: 'Remove',

  filter: 'Find an optimizer',
  noneFound: (text: string) => `No optimizer has “${text}” in its name or idea.`,
  pathOf: (name: string) => `Path of ${name} in a small ravine`,

  schedule: 'Schedule',
  modifiers: 'Modifiers',
  chooseSchedule: (name: string) => `${name}, choose a schedule`,
  schedules: 'Schedules',
  warmUpFirst: 'Warm up first',
  anotherFactor: 'Another factor',
  removeOf: (name: string) => `Remove ${name}`,
  factorsMultiply: 'The factors multiply.',
  inThisOrder: 'They apply in this order, however they were added.',
  noModifiers: 'A modifier changes what any optimizer is told, or what its step becomes.',

  rateAt: (step: string, rate: string) => `η ${rate} at step ${step}`,
  logScale: 'log',
  rateConstant: (rate: string) => `Learning rate, at every step ${rate}`,
  ratePicture: (steps: string, first: string, last: string, low: string, high: string, isLog: boolean) =>
    `Learning rate over ${steps} steps${isLog ? ', on a logarithmic scale' : ''}: from ${first} to ${last}; the least is ${low}, the greatest ${high}`,

  more: (count: number) => `${count} more`,
  moreChanged: (count: number, changed: number) => `${count} more, ${changed} changed`,

  bestRate: 'find best η',
  bestRateAndMomentum: 'best η and μ',
  bestFound: (tried: string, steps: string, settings: string, isChanged: boolean) =>
    `Best of ${tried} tries over ${steps} steps: ${settings}${isChanged ? '' : ', as it was'}.`,
  bestNone: (tried: string) => `It diverged in all of ${tried} tries.`,
} as const;
