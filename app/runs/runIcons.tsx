import { Icon } from '../ui/icons.tsx';

export const PlusIcon = () => (
  <Icon>
    <path d="M10 4.5v11M4.5 10h11" />
  </Icon>
);
export const UnfoldIcon = () => (
  <Icon>
    <path d="m7.5 5.5 4.5 4.5-4.5 4.5" />
  </Icon>
);
export const FoldIcon = () => (
  <Icon>
    <path d="m5.5 7.5 4.5 4.5 4.5-4.5" />
  </Icon>
);
export const EyeIcon = () => (
  <Icon>
    <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Z" />
    <circle cx="10" cy="10" r="2.2" />
  </Icon>
);
export const EyeOffIcon = () => (
  <Icon>
    <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM4 16 16 4" />
  </Icon>
);
export const SoloIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" />
    <circle cx="10" cy="10" r="2" fill="currentColor" />
  </Icon>
);
export const UpIcon = () => (
  <Icon>
    <path d="M10 16V4.5M5 9.5l5-5 5 5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="M10 4v11.5M5 10.5l5 5 5-5" />
  </Icon>
);
export const BinIcon = () => (
  <Icon>
    <path d="M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5" />
  </Icon>
);
export const ScriptIcon = () => (
  <Icon>
    <path d="M4.5 2.5h7.5l3.5 3.5v11.5h-11ZM8.5 9 6.8 11l1.7 2M11.5 9l1.7 2-1.7 2" />
  </Icon>
);
