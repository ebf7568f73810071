import { provideLossTopics } from '../../src/losses/topics/loading.ts';

/** Loads what can be set on the pages of the room of losses: links that name a page, and the room itself, need it. */
export async function loadLossTopics(): Promise<void> {
  provideLossTopics((await import('../../src/losses/topics/registry.ts')).LOSS_TOPICS);
}
