import {
  useEffect,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { placeSheet } from './placeSheet.ts';

interface SheetProps {
  readonly id: string;
  readonly role: 'dialog' | 'menu' | 'listbox';
  readonly label: string;
  readonly className: string;
  readonly align: 'start' | 'end';
  readonly opener: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const FOCUSABLE =
  'button:not([disabled]), input:not([disabled]), select, textarea, summary, a[href], [tabindex="0"]';

/** What a popover opens. It takes the focus, keeps its place beside its opener, and says when it is to close. */
export function Sheet({ id, role, label, className, align, opener, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const [opened, from] = [sheet.current, opener.current];
    if (!opened || !from) return;
    const place = () => placeSheet(opened, from, align);
    place();
    const resized = new ResizeObserver(place);
    resized.observe(opened);
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, { capture: true });
      // Back only from within: who has gone elsewhere is there already.
      if (opened.contains(document.activeElement)) from.focus();
    };
  }, [align, opener]);

  useEffect(() => {
    const inside = sheet.current?.firstElementChild as HTMLElement;
    const first = inside.querySelector<HTMLElement>('[data-autofocus]') ?? inside.querySelector(FOCUSABLE);
    (first instanceof HTMLElement ? first : inside).focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      const outside = target instanceof Node && !sheet.current?.contains(target);
      if (outside && !opener.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onPress, { capture: true });
    return () => document.removeEventListener('pointerdown', onPress, { capture: true });
  }, [opener, onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    // Tab leads on: the sheet does not stay behind.
    const left = relatedTarget !== null && !sheet.current?.contains(relatedTarget);
    if (left && relatedTarget !== opener.current) onClose();
  };
  return (
    <div ref={sheet} className="sheet" role="presentation" onKeyDown={onKeyDown} onBlur={onBlur}>
      <div id={id} className={className} role={role} aria-label={label} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
