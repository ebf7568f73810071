import { PURPOSES } from '../../random/draws.ts';
import type { Sampling } from '../../scene/scene.ts';

/** Python functions that draw a step's batch, as the application does: the last one gives the indices of its samples. */
export const BATCH_SCRIPTS: Readonly<Record<Sampling['order'], Readonly<Record<string, string>>>> = {
  replacement: {
    batch: `\
@functools.lru_cache(maxsize=1)
def batch(t):
    """The samples of step t, each drawn from all: all evaluations of a step share them."""
    draws = []
    for i in range(BATCH):
        a, b, _, _ = philox((i, t, ${PURPOSES.batch}, 0), (SEED, 0))
        draws.append(int(unit(a, b) * len(SAMPLES)))
    return draws`,
  },
  epochs: {
    shuffled: `\
@functools.lru_cache(maxsize=1)
def shuffled(epoch):
    """All samples in the order of an epoch 1, 2, ...: the shuffle of Fisher and Yates."""
    order = list(range(len(SAMPLES)))
    for i in reversed(range(1, len(order))):
        a, b, _, _ = philox((i, epoch, ${PURPOSES.shuffle}, 0), (SEED, 0))
        j = int(unit(a, b) * (i + 1))
        order[i], order[j] = order[j], order[i]
    return order`,
    batch: `\
def batch(t):
    """The samples of step t: an epoch goes through all of them, and its last batch may be smaller."""
    batches = -(-len(SAMPLES) // BATCH)
    epoch, place = divmod(t - 1, batches)
    return shuffled(epoch + 1)[place * BATCH : (place + 1) * BATCH]`,
  },
};
