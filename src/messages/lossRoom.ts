/** Words of the room of losses that all its pages share. */
export const lossRoomMessages = {
  title: (page: string) => `${page} · Losses · Ravine`,
  room: 'Losses',
  open: 'Losses',
  openTitle: 'Loss functions: their curves, softmax, likelihood (M)',
  close: 'Map',
  closeTitle: 'Back to the map (M)',
  resetDone: 'The page is as it first was. Undo brings yours back.',
  form: 'Form',
  ownForm: 'own',
  topics: 'Pages of the room of losses',
  coming: 'Loading…',
} as const;
