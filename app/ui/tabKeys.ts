/** The tab that a key leads to from another one, round and round; null for a key that is none of the tabs'. */
export function tabByKey<Tab>(key: string, tabs: readonly Tab[], shown: Tab): Tab | null {
  const at = tabs.indexOf(shown);
  switch (key) {
    case 'ArrowRight':
      return tabs[(at + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs[(at + tabs.length - 1) % tabs.length];
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs[tabs.length - 1];
    default:
      return null;
  }
}
