import type { ReactNode } from 'react';

/** Line icons on a 20-pixel square, drawn in the colour of the text beside them. */
export function Icon({ children, filled = false }: { children: ReactNode; filled?: boolean }) {
  return (
    <svg
      className={filled ? 'icon icon-filled' : 'icon'}
      aria-hidden="true"
      width="20"
      height="20"
      viewBox="0 0 20 20"
    >
      {children}
    </svg>
  );
}

export const PlayIcon = () => (
  <Icon filled>
    <path d="M6.5 4.2v11.6L15.8 10Z" />
  </Icon>
);
export const PauseIcon = () => (
  <Icon filled>
    <path d="M5.5 4.5h3v11h-3ZM11.5 4.5h3v11h-3Z" />
  </Icon>
);
export const StepBackIcon = () => (
  <Icon>
    <path d="m12 4.5-5.5 5.5 5.5 5.5" />
  </Icon>
);
export const StepForwardIcon = () => (
  <Icon>
    <path d="m8 4.5 5.5 5.5L8 15.5" />
  </Icon>
);
export const ToStartIcon = () => (
  <Icon>
    <path d="M5 4.5v11M14.5 4.5 9 10l5.5 5.5" />
  </Icon>
);
export const ToEndIcon = () => (
  <Icon>
    <path d="M15 4.5v11M5.5 4.5 11 10l-5.5 5.5" />
  </Icon>
);
export const LinkIcon = () => (
  <Icon>
    <path d="M8.2 11.8a3.2 3.2 0 0 0 4.6 0l2.7-2.7a3.2 3.2 0 0 0-4.6-4.6l-1 1M11.8 8.2a3.2 3.2 0 0 0-4.6 0l-2.7 2.7a3.2 3.2 0 0 0 4.6 4.6l1-1" />
  </Icon>
);
export const MoonIcon = () => (
  <Icon>
    <path d="M16 11.7A6.5 6.5 0 0 1 8.3 4a6.5 6.5 0 1 0 7.7 7.7Z" />
  </Icon>
);
export const SunIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.4" />
    <path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const UndoIcon = () => (
  <Icon>
    <path d="M7 4 3.5 7.5 7 11M3.5 7.5h8a4.25 4.25 0 0 1 0 8.5H8" />
  </Icon>
);
export const RedoIcon = () => (
  <Icon>
    <path d="m13 4 3.5 3.5L13 11M16.5 7.5h-8a4.25 4.25 0 0 0 0 8.5H12" />
  </Icon>
);
export const ResetIcon = () => (
  <Icon>
    <path d="M4.2 8.2A6.2 6.2 0 1 1 4 11.6M3.5 4v4.2h4.2" />
  </Icon>
);
export const ProjectorIcon = () => (
  <Icon>
    <path d="M2.5 4h15M4 4v8.5h12V4M10 12.5V16M7 16.5h6" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="2.4" />
  </Icon>
);
export const LoopIcon = () => (
  <Icon>
    <path d="M4 10V8.5a3 3 0 0 1 3-3h9M13.4 2.8l2.8 2.7-2.8 2.7M16 10v1.5a3 3 0 0 1-3 3H4M6.6 17.2l-2.8-2.7 2.8-2.7" />
  </Icon>
);
/** A loss that falls to its floor. */
export const CurveIcon = () => (
  <Icon>
    <path d="M3.5 3.5v13h13M6 5c1.5 6 4 8.5 10 9" />
  </Icon>
);
/** Contours around a minimum. */
export const MapIcon = () => (
  <Icon>
    <ellipse cx="10" cy="10" rx="7" ry="5.5" />
    <ellipse cx="10.8" cy="10.4" rx="3.2" ry="2.2" />
  </Icon>
);
export const HelpIcon = () => (
  <Icon>
    <path d="M7 7.2a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.2-1.6 2.5M10 15.4h.01" />
  </Icon>
);
export const DieIcon = () => (
  <Icon>
    <rect x="3.5" y="3.5" width="13" height="13" rx="2.5" />
    <path d="M7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01" strokeWidth="2" />
  </Icon>
);
export const CopyIcon = () => (
  <Icon>
    <path d="M7.5 7.5h9v9h-9ZM12.5 7.5v-4h-9v9h4" />
  </Icon>
);
