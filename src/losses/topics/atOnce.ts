import { provideLossTopics } from './loading.ts';
import { LOSS_TOPICS } from './registry.ts';

// Imported for its effect where nobody waits for a page: tests have what can be set on all pages at once.
provideLossTopics(LOSS_TOPICS);
