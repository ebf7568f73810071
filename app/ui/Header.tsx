import { appMessages as say } from '../../src/messages/app.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { ProblemFormula } from '../formulas/ProblemFormula.tsx';
import { chooseTheme, notify } from '../store/actions.ts';
import { useApp, useAppState } from './AppContext.ts';
import { LinkIcon, MoonIcon, SunIcon } from './icons.tsx';

/** What one is looking at, and what to do with it. */
export function Header() {
  const { store, copy, address, rememberTheme } = useApp();
  const problem = useAppState(({ scene }) => scene.problem.id);
  const theme = useAppState((state) => state.theme);
  const isDark = theme === 'dark';
  const copyLink = async () => {
    const copied = await copy(address());
    notify(store, { kind: 'copy', text: copied ? say.linkCopied : say.linkNotCopied });
  };
  return (
    <header className="header">
      <p className="wordmark">{say.wordmark}</p>
      <h1>{PROBLEMS[problem].name}</h1>
      <ProblemFormula />
      <div className="header-actions">
        <button type="button" className="quiet" onClick={() => void copyLink()}>
          <LinkIcon />
          <span className="wide-only">{say.copyLink}</span>
          <span className="narrow-only visually-hidden">{say.copyLink}</span>
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={isDark ? say.toLight : say.toDark}
          onClick={() => {
            const next = isDark ? 'light' : 'dark';
            chooseTheme(store, next);
            rememberTheme(next);
          }}
        >
          {isDark ? <SunIcon /> : <MoonIcon />}
        </button>
      </div>
    </header>
  );
}
