/** Words of the room of losses that all its pages share. */
export const lossRoomMessages = {
  topics: 'Pages of the room of losses',
  coming: 'Loading…',
} as const;
