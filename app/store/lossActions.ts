import { defaultsOfTopic } from '../../src/losses/topics/loading.ts';
import type { TopicId } from '../../src/losses/topics/registry.ts';
import type { AnyValues, Value } from '../../src/specs/spec.ts';
import type { Store } from './store.ts';

/** What one does in the room of losses. */

/** Opens the room at a page, as it was left. */
export function openLosses(store: Store, topic: TopicId = 'curves'): void {
  store.setState({ losses: topic });
}

/** Back to the map. */
export function closeLosses(store: Store): void {
  store.setState({ losses: null });
}

/** Sets one value of a page. */
export function setLossValue(store: Store, topic: TopicId, name: string, value: Value): void {
  store.setState(({ lossValues }) => ({
    lossValues: {
      ...lossValues,
      [topic]: { ...valuesOfTopic(lossValues, topic), [name]: value },
    },
  }));
}

/** A page as it first is. */
export function resetLosses(store: Store, topic: TopicId): void {
  store.setState(({ lossValues: { [topic]: _left, ...others } }) => ({ lossValues: others }));
}

/** All values of a page; of one that was left alone there are none until it is loaded. */
export function valuesOfTopic(
  lossValues: Readonly<Partial<Record<TopicId, AnyValues>>>,
  topic: TopicId,
): AnyValues {
  return lossValues[topic] ?? defaultsOfTopic(topic);
}
