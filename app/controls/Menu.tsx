import { Fragment, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Popover, type PopoverProps } from './Popover.tsx';

/** Something that can be done, from a menu. */
export interface MenuItem {
  readonly key: string;
  readonly text: string;
  readonly icon?: ReactNode;
  /** The key that does the same, to be read. */
  readonly hint?: string;
  readonly disabled?: boolean;
  /** Whether it is the chosen one of several; none of them is chosen where it is not given. */
  readonly checked?: boolean;
  /** A rule above it. */
  readonly separate?: boolean;
  readonly onChoose: () => void;
}

export interface MenuProps extends Pick<
  PopoverProps,
  'button' | 'buttonClass' | 'buttonLabel' | 'label' | 'align' | 'disabled'
> {
  readonly items: readonly MenuItem[];
}

/** A button with a menu: arrow keys and first letters go from item to item, Enter chooses. */
export function Menu({ items, ...popover }: MenuProps) {
  return (
    <Popover {...popover} role="menu" sheetClass="menu">
      {(close) => <MenuItems items={items} close={close} />}
    </Popover>
  );
}

function MenuItems({ items, close }: { items: readonly MenuItem[]; close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  // One item is reached by Tab: the one that has, or would have, the focus.
  const [current, setCurrent] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ checked }) => checked),
    ),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const now = buttons.findIndex((button) => button === document.activeElement);
    const next = nextItem(event.key, now, buttons);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[next]?.focus();
  };
  return (
    <div ref={list} role="presentation" onKeyDown={onKeyDown}>
      {items.map(({ key, text, icon, hint, disabled = false, separate = false, checked, onChoose }, i) => (
        <Fragment key={key}>
          {separate && <hr />}
          <button
            type="button"
            role={checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={checked}
            data-autofocus={checked || undefined}
            tabIndex={i === current ? 0 : -1}
            onFocus={() => setCurrent(i)}
            aria-disabled={disabled}
            onClick={() => {
              if (disabled) return;
              close();
              onChoose();
            }}
          >
            {icon}
            <span>{text}</span>
            {hint !== undefined && <kbd>{hint}</kbd>}
          </button>
        </Fragment>
      ))}
    </div>
  );
}

/** Where a key leads to from an item; null for a key that leads nowhere. */
function nextItem(key: string, now: number, items: readonly HTMLElement[]): number | null {
  const count = items.length;
  switch (key) {
    case 'ArrowDown':
      return (now + 1) % count;
    case 'ArrowUp':
      return (now - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default: {
      if (key.length !== 1 || key === ' ') return null;
      const begins = (i: number) =>
        items[i].textContent?.trim().toLowerCase().startsWith(key.toLowerCase()) ?? false;
      const order = items.map((_, i) => (now + 1 + i) % count);
      return order.find(begins) ?? null;
    }
  }
}
