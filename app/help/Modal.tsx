import { useEffect, useId, useRef, type ReactNode } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { CloseIcon } from '../ui/icons.tsx';

export interface ModalProps {
  readonly title: ReactNode;
  readonly className?: string;
  /** One more key that closes it: the one that opened it, say. */
  readonly closingKey?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A modal sheet over the page. The browser keeps the focus in it, closes it at Esc, and gives the focus back to where it
 * was; a click beside the sheet closes it too.
 */
export function Modal({ title, className = '', closingKey, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => dialog.current?.close();

  useEffect(() => {
    const sheet = dialog.current;
    if (!sheet) return undefined;
    if (!sheet.open) sheet.showModal();
    const onClick = (event: MouseEvent) => {
      // Only the backdrop is the dialog itself: its content covers all the rest.
      if (event.target === sheet) sheet.close();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (closingKey === undefined || event.key !== closingKey) return;
      event.preventDefault();
      sheet.close();
    };
    sheet.addEventListener('click', onClick);
    sheet.addEventListener('keydown', onKeyDown);
    return () => {
      sheet.removeEventListener('click', onClick);
      sheet.removeEventListener('keydown', onKeyDown);
    };
  }, [closingKey]);

  return (
    <dialog ref={dialog} className={`modal ${className}`} aria-labelledby={id} onClose={onClose}>
      <div className="modal-page">
        <div className="modal-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="quiet" aria-label={say.close} onClick={close}>
            <CloseIcon />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
