import type { ReactNode } from 'react';

/** Words that do something. Where there is nothing to be done they stay, with the focus that they may have. */
export function LossButton({
  isOff = false,
  onPress,
  children,
}: {
  isOff?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="loss-button"
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onPress();
      }}
    >
      {children}
    </button>
  );
}
