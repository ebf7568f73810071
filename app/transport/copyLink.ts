import { appMessages as say } from '../../src/messages/app.ts';
import { notify } from '../store/actions.ts';
import type { AppParts } from '../ui/AppContext.ts';

/** Puts the address of what is on screen on the clipboard, and says so. */
export async function copyLink({
  store,
  copy,
  address,
}: Pick<AppParts, 'store' | 'copy' | 'address'>): Promise<void> {
  const copied = await copy(address());
  notify(store, { kind: 'copy', text: copied ? say.linkCopied : say.linkNotCopied });
}
