/**
 * Sends what is posted in one turn of the event loop as one message: each costs both threads some time, and what several
 * share, such as a problem, is copied once.
 * @param send takes the messages in the order in which they were posted
 */
export function together<M>(send: (messages: readonly M[]) => void): (message: M) => void {
  let posted: M[] = [];
  return (message) => {
    posted.push(message);
    if (posted.length > 1) return;
    queueMicrotask(() => {
      const messages = posted;
      posted = [];
      send(messages);
    });
  };
}
