import { useSyncExternalStore } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { lossRoomMessages } from '../../src/messages/lossRoom.ts';
import type { Theme } from '../../src/scene/scene.ts';
import { Menu, type MenuItem } from '../controls/Menu.tsx';
import { notify } from '../store/actions.ts';
import { closeLosses, openLosses, resetLosses } from '../store/lossActions.ts';
import { copyLink } from '../transport/copyLink.ts';
import { nextTheme, turnTheme } from '../transport/turnTheme.ts';
import { useApp, useAppState } from './AppContext.ts';
import {
  CurveIcon,
  HelpIcon,
  LinkIcon,
  MapIcon,
  MoonIcon,
  MoreIcon,
  ProjectorIcon,
  RedoIcon,
  ResetIcon,
  SunIcon,
  UndoIcon,
} from './icons.tsx';
import { NARROW, useMedia } from './useMedia.ts';

const THEME_ICONS: Readonly<Record<Theme, typeof SunIcon>> = {
  light: SunIcon,
  dark: MoonIcon,
  projector: ProjectorIcon,
};

/** What one can do with the whole scene; on a phone under one button. */
export function HeaderActions() {
  const parts = useApp();
  const { commands } = parts;
  const isNarrow = useMedia(NARROW);
  const actions = useSceneActions();
  const help = () => commands.run('show-help');
  if (!isNarrow)
    return (
      <>
        {actions.map((action) => (
          <ActionButton key={action.key} action={action} />
        ))}
      </>
    );
  const items = [
    ...actions,
    { key: 'help', text: say.help, icon: <HelpIcon />, separate: true, onChoose: help },
  ];
  return (
    <Menu
      button={<MoreIcon />}
      buttonClass="quiet"
      buttonLabel={say.more}
      label={say.more}
      align="end"
      items={items}
    />
  );
}

interface SceneAction extends MenuItem {
  /** Shown as an icon alone, named by its text. */
  readonly wordless?: boolean;
  /** More words, where one rests on it. */
  readonly title?: string;
}

/** The losses or the map, undo and redo, begin anew, share, another theme. */
function useSceneActions(): readonly SceneAction[] {
  const parts = useApp();
  const { store, history, reset } = parts;
  const canUndo = useSyncExternalStore(history.subscribe, history.canUndo);
  const canRedo = useSyncExternalStore(history.subscribe, history.canRedo);
  const theme = nextTheme(useAppState((state) => state.theme));
  const ThemeIcon = THEME_ICONS[theme];
  const losses = useAppState((state) => state.losses);
  return [
    losses === null
      ? {
          key: 'room',
          text: lossRoomMessages.open,
          title: lossRoomMessages.openTitle,
          icon: <CurveIcon />,
          onChoose: () => openLosses(store),
        }
      : {
          key: 'room',
          text: lossRoomMessages.close,
          title: lossRoomMessages.closeTitle,
          icon: <MapIcon />,
          onChoose: () => closeLosses(store),
        },
    {
      key: 'undo',
      text: say.undo,
      icon: <UndoIcon />,
      wordless: true,
      disabled: !canUndo,
      onChoose: () => history.undo(),
    },
    {
      key: 'redo',
      text: say.redo,
      icon: <RedoIcon />,
      wordless: true,
      disabled: !canRedo,
      onChoose: () => history.redo(),
    },
    {
      key: 'reset',
      text: say.reset,
      icon: <ResetIcon />,
      onChoose() {
        if (losses === null) reset();
        else resetLosses(store, losses);
        notify(store, {
          kind: 'reset',
          text: losses === null ? say.resetDone : lossRoomMessages.resetDone,
        });
      },
    },
    { key: 'copy', text: say.copyLink, icon: <LinkIcon />, onChoose: () => void copyLink(parts) },
    {
      key: 'theme',
      text: say.toTheme(theme),
      icon: <ThemeIcon />,
      wordless: true,
      onChoose: () => turnTheme(parts),
    },
  ];
}

function ActionButton({ action }: { action: SceneAction }) {
  const { text, icon, wordless = false, title = wordless ? text : undefined } = action;
  const { disabled = false, onChoose } = action;
  return (
    <button
      type="button"
      className="quiet"
      aria-label={wordless ? text : undefined}
      title={title}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (!disabled) onChoose();
      }}
    >
      {icon}
      {!wordless && <span className="action-word">{text}</span>}
    </button>
  );
}
