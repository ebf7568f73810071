import { useId, useRef, useState, type ReactNode } from 'react';
import { Sheet } from './Sheet.tsx';

export interface PopoverProps {
  /** What is on the button that opens the sheet. */
  readonly button: ReactNode;
  readonly buttonClass?: string;
  /** Names the button where its content does not. */
  readonly buttonLabel?: string;
  /** The button keeps its place among the keys, and opens nothing. */
  readonly disabled?: boolean;
  /** Names the sheet. */
  readonly label: string;
  readonly role?: 'dialog' | 'menu' | 'listbox';
  readonly sheetClass?: string;
  /** Which edges of button and sheet are in line. */
  readonly align?: 'start' | 'end';
  /** What stands around the button alone, a heading say. */
  readonly around?: (button: ReactNode) => ReactNode;
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A button and the sheet that it opens: beside it, on a phone at the lower edge. Escape and a press outside close it.
 * The focus goes in, to what has `data-autofocus` or comes first, and back to the button.
 */
export function Popover(props: PopoverProps) {
  const { role = 'dialog', align = 'start', disabled = false, sheetClass = '' } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => setOpen(false);
  const opener = (
    <button
      ref={button}
      type="button"
      className={props.buttonClass}
      aria-label={props.buttonLabel}
      aria-haspopup={role}
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (disabled) return;
        setOpen(!open);
      }}
    >
      {props.button}
    </button>
  );
  return (
    <span className="popover">
      {props.around ? props.around(opener) : opener}
      {open && (
        <Sheet
          id={id}
          role={role}
          label={props.label}
          className={sheetClass}
          align={align}
          opener={button}
          onClose={close}
        >
          {props.children(close)}
        </Sheet>
      )}
    </span>
  );
}
