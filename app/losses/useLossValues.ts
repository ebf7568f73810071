import { LOSS_TOPICS, type TopicId } from '../../src/losses/topics/registry.ts';
import type { Value, Values } from '../../src/specs/spec.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { setLossValue, valuesOfTopic } from '../store/lossActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';

/** What is set on a page of the room, and how to set it: `set` for each move, `begin` and `end` around what a hand drags. */
export function useLossValues<T extends TopicId>(topic: T) {
  const { store } = useApp();
  const values = useAppState(({ lossValues }) => valuesOfTopic(lossValues, topic));
  return {
    specs: LOSS_TOPICS[topic].values as (typeof LOSS_TOPICS)[T]['values'],
    values: values as Values<(typeof LOSS_TOPICS)[T]['values']>,
    set: (name: keyof (typeof LOSS_TOPICS)[T]['values'] & string, value: Value) =>
      setLossValue(store, topic, name, value),
    begin: () => beginGesture(store),
    end: () => endGesture(store),
  };
}
